using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Reports;
using Shouldly;

namespace CoProduce.Tests.Reports;

public sealed class SmallGroupsAreHidden
{
    private static readonly DateOnly Today = new(2026, 11, 18);
    private static readonly HubId Town = HubId.New();
    private static readonly HubId Valley = HubId.New();
    private static readonly HubId Prison = HubId.New();
    private static readonly CategoryId Lifts = CategoryId.New();
    private static readonly CategoryId Pets = CategoryId.New();
    private static readonly CategoryId Cooking = CategoryId.New();
    private const int Most = 60; // members, numbered from 0

    [Fact]
    public void Four_people_are_hidden_and_five_or_nobody_are_not()
    {
        SmallGroups.Hide([Group(0, 0), Group(0, 5), Group(5, 9)]).ShouldBe([false, false, false]);
        SmallGroups.Hide([Group(0, 4), Group(4, 3), Group(10, 20), Group(0, 0)]).ShouldBe([true, true, false, false]);
    }

    [Fact]
    public void A_single_hidden_line_takes_the_smallest_other_one_with_it()
    {
        SmallGroups.Hide([Group(0, 4), Group(4, 9), Group(13, 7)]).ShouldBe([true, false, true]);
    }

    [Fact]
    public void Hidden_lines_of_the_same_few_people_take_another_one_with_them()
    {
        SmallGroups.Hide([Group(0, 2), Group(1, 2), Group(13, 7), Group(20, 8)]).ShouldBe([true, true, true, false]);
    }

    [Fact]
    public void Nothing_hidden_in_a_table_can_be_had_from_the_sum_of_its_row_or_column()
    {
        var dice = new Random(20261122);
        for (var run = 0; run < 500; run++)
        {
            var (rows, columns) = (dice.Next(1, 5), dice.Next(1, 13));
            var people = new People[rows, columns];
            var hidden = new bool[rows, columns];
            foreach (var (r, c) in from r in Enumerable.Range(0, rows) from c in Enumerable.Range(0, columns) select (r, c))
                people[r, c] = People.Of(Enumerable.Range(0, dice.Next(0, 12)).Select(_ => dice.Next(Most)).ToArray());
            SmallGroups.Hide(people, hidden);
            var lines = Enumerable
                .Range(0, rows)
                .Select(r => Enumerable.Range(0, columns).Select(c => (r, c)))
                .Concat(Enumerable.Range(0, columns).Select(c => Enumerable.Range(0, rows).Select(r => (r, c))));
            foreach (var line in lines.Select(l => l.Where(x => people[x.r, x.c].Count > 0).ToArray()))
            {
                line.ShouldAllBe(x => hidden[x.r, x.c] || people[x.r, x.c].Count >= 5);
                var gone = line.Where(x => hidden[x.r, x.c]).ToArray();
                if (gone.Length == 0 || gone.Length == line.Length)
                    continue;
                gone.Length.ShouldBeGreaterThan(1, $"run {run}");
                People.Union(gone.Select(x => people[x.r, x.c])).Count.ShouldBeGreaterThanOrEqualTo(5, $"run {run}");
            }
        }
    }

    [Fact]
    public void A_hub_cannot_be_had_from_all_less_the_other_hub()
    {
        var facts = Facts(Help(Town, Lifts, 10, 0, 10), Help(Prison, Lifts, 10, 20, 3));
        ReportMaking.Make(facts, null).Total!.Members.ShouldBe(13);
        ReportMaking.Make(facts, Prison).Total.ShouldBeNull();
        ReportMaking.Make(facts, Town).Total.ShouldBeNull();
        ReportMaking.Make(facts, null).Hubs!.Lines.ShouldAllBe(line => line.Figures == null || line.Figures.Members == 0);
    }

    [Fact]
    public void With_a_third_hub_only_the_smaller_of_the_others_goes_too()
    {
        var facts = Facts(Help(Town, Lifts, 10, 0, 10), Help(Prison, Lifts, 10, 20, 3), Help(Valley, Lifts, 10, 30, 6));
        ReportMaking.Make(facts, Town).Total!.Members.ShouldBe(10);
        ReportMaking.Make(facts, Valley).Total.ShouldBeNull();
        var hubs = ReportMaking.Make(facts, null).Hubs!;
        hubs.Rest!.Members.ShouldBe(9);
        (hubs.Lines.Sum(l => l.Figures?.Minutes ?? 0) + hubs.Rest.Minutes).ShouldBe(19 * 60);
    }

    [Fact]
    public void A_month_of_a_hub_cannot_be_had_from_that_month_of_all_less_the_other_hubs()
    {
        var facts = Facts(
            Help(Town, Lifts, 7, 0, 10),
            Help(Town, Lifts, 8, 0, 10),
            Help(Town, Lifts, 9, 0, 10),
            Help(Valley, Lifts, 7, 30, 8),
            Help(Valley, Lifts, 8, 30, 2),
            Help(Valley, Lifts, 9, 30, 8)
        );
        ReportMaking.Make(facts, null).Months.Lines.ShouldAllBe(line => line.Figures != null);
        var (town, valley) = (ReportMaking.Make(facts, Town), ReportMaking.Make(facts, Valley));
        valley.Months.Lines[1].Figures.ShouldBeNull();
        town.Months.Lines[1].Figures.ShouldBeNull("August of Valley would be August of all less August of Town");
        valley
            .Months.Lines.Count(line => line.Figures is null)
            .ShouldBeGreaterThan(1, "August of Valley would be the total less the other months");
    }

    [Fact]
    public void A_rare_kind_of_help_takes_another_one_with_it_and_the_table_still_adds_up()
    {
        var facts = Facts(Help(Town, Lifts, 8, 0, 12), Help(Town, Pets, 8, 0, 2), Help(Town, Cooking, 8, 5, 6));
        var kinds = ReportMaking.Make(facts, null).Categories;
        kinds.Lines.Count(line => line.Figures is null).ShouldBe(2);
        (kinds.Lines.Sum(line => line.Figures?.Minutes ?? 0) + kinds.Rest!.Minutes).ShouldBe(20 * 60);
    }

    [Fact]
    public void A_period_does_not_begin_or_end_at_a_month_of_few_people()
    {
        var year = new[]
        {
            Help(Town, Lifts, 7, 0, 10),
            Help(Town, Lifts, 8, 0, 10),
            Help(Town, Lifts, 9, 0, 3),
            Help(Town, Lifts, 10, 0, 10),
        };
        ReportMaking.Make(Facts("2026-07", "2026-08", year), null).Total.ShouldNotBeNull();
        ReportMaking
            .Make(Facts("2026-07", "2026-09", year), null)
            .Total.ShouldBeNull("September would be this report less the one until August");
        ReportMaking.Make(Facts("2026-10", "2026-10", year), null).Total.ShouldBeNull("September would be what is between two reports");
        ReportMaking.Make(Facts("2026-07", "2026-10", year), null).Total!.Members.ShouldBe(10);
    }

    [Fact]
    public void The_share_that_gave_and_received_is_hidden_when_few_did_or_few_did_not()
    {
        ReportMaking.Make(Facts(Help(Town, Lifts, 8, 0, 10)), null).BothInTen.ShouldBeNull("nobody received");
        var facts = Facts([
            .. Help(Town, Lifts, 8, 0, 12),
            .. Help(Town, Lifts, 8, 0, 6).Select(a => a with { Given = 0, TimesGiven = 0, Givers = People.Nobody, Receivers = a.Givers }),
        ]);
        ReportMaking.Make(facts, null).BothInTen.ShouldBe(5);
    }

    [Fact]
    public void New_members_and_requests_of_few_people_are_hidden_and_cannot_be_had_from_the_other_hub()
    {
        var facts = Facts(Help(Town, Lifts, 8, 0, 10), Help(Valley, Lifts, 8, 20, 10)) with
        {
            Joinings = [.. Enumerable.Range(0, 9).Select(i => new Web.Features.Reports.Joining(i < 2 ? Valley : Town, i))],
            Askings = [.. Enumerable.Range(0, 9).Select(i => new Asking(i < 2 ? Valley : Town, i, Moment(8, i + 1), null, false))],
        };
        var (all, town, valley) = (ReportMaking.Make(facts, null), ReportMaking.Make(facts, Town), ReportMaking.Make(facts, Valley));
        (all.NewMembers, town.NewMembers, valley.NewMembers).ShouldBe((9, null, null));
        (all.Open!.Count, town.Open, valley.Open).ShouldBe((9, null, null));
    }

    private static People Group(int first, int count) => People.Of(Enumerable.Range(first, count));

    private static DateTimeOffset Moment(int month, int day) => new(2026, month, day, 9, 0, 0, TimeSpan.Zero);

    // An hour given by each of so many people.
    private static Activity[] Help(HubId hub, CategoryId category, int month, int first, int count) =>
        [
            .. Enumerable
                .Range(first, count)
                .Select(p => new Activity(new(2026, month, 1), hub, category, 60, 1, People.Of([p]), People.Nobody)),
        ];

    [Theory]
    [InlineData(6, 0, true)]
    [InlineData(6, 5, true)]
    [InlineData(6, 4, false)]
    [InlineData(4, 6, false)]
    [InlineData(0, 0, true)]
    public void How_many_visits_were_approved_is_told_when_neither_they_nor_the_others_are_few(int approved, int others, bool isTold)
    {
        var facts = Facts("2026-07", "2026-10", []) with
        {
            Visits =
            [
                .. Enumerable.Range(1, approved).Select(p => new Meeting(Town, [p], true)),
                .. Enumerable.Range(50, others).Select(p => new Meeting(Town, [p], false)),
            ],
        };
        foreach (var hub in new HubId?[] { null, Town })
            ReportMaking.Make(facts, hub).Covered.ShouldBe(isTold ? new(approved + others, approved) : null);
        if (isTold)
            ReportMaking.Make(facts, Valley).Covered.ShouldBe(new(0, 0));
    }

    private static ReportFacts Facts(params Activity[][] activities) => Facts("2026-07", "2026-10", activities);

    private static ReportFacts Facts(Activity[] activities) => Facts("2026-07", "2026-10", [activities]);

    private static ReportFacts Facts(string from, string until, Activity[][] activities)
    {
        var period = ReportPeriod.Read("months", from, until, Today, out var fault);
        fault.ShouldBeNull();
        return new(
            period,
            new(period.From, TimeOnly.MinValue, TimeSpan.Zero),
            new(period.Until.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero),
            [.. activities.SelectMany(a => a).Where(a => a.Month <= period.Until)],
            [],
            [],
            [],
            [new(Town.Value, "Town"), new(Valley.Value, "Valley"), new(Prison.Value, "Prison")],
            [new(Lifts.Value, "Lifts"), new(Pets.Value, "Pets"), new(Cooking.Value, "Cooking")]
        );
    }
}
