using CoProduce.Web.Features.Organisations;

namespace CoProduce.Web.Features.Reports;

/// <summary>Makes a report out of what was read: sums, and then the hiding of small groups. Pure.</summary>
public static class ReportMaking
{
    private static readonly Breakdown Nothing = new([], null);

    /// <summary>The report of the whole organisation, or of one hub.</summary>
    public static Report Make(ReportFacts facts, HubId? hub)
    {
        var inPeriod = facts.Activities.Where(a => a.Month >= facts.Period.From).ToArray();
        var hubs = HubsOf(facts, inPeriod);
        var of = Array.FindIndex(hubs, h => hub is { } one && h.Id == one.Value);
        var mine = inPeriod.Where(a => hub is null || a.Hub == hub).ToArray();
        var hiddenHubs = HideHubs(facts, hubs, inPeriod);
        var isShown = hub is null ? MayStandAlone(facts, facts.Activities, inPeriod) : of >= 0 && !hiddenHubs[of];
        var requests = RequestsOf(facts, hubs, hub is null ? null : of);
        var report = new Report(
            facts.Period,
            isShown ? Sum(mine) : null,
            isShown ? BothInTen(mine) : null,
            CountJoinings(facts, hubs, hub is null ? null : of),
            requests.Open,
            requests.Met,
            CoverOf(facts, hubs, hub is null ? null : of),
            Nothing,
            Nothing,
            null
        );
        if (!isShown)
            return report;
        var (months, categories) = (facts.Period.Months, CategoriesOf(facts, inPeriod));
        bool InMonth(Activity a, int i) => a.Month == months[i];
        bool InCategory(Activity a, int i) => a.Category?.Value == categories[i].Id;
        var monthLines = months.Select(m => new ReportLine(null, m, "", null)).ToArray();
        var categoryLines = categories.Select(c => new ReportLine(c.Id, null, c.Name, null)).ToArray();
        return report with
        {
            Months = Break(monthLines, mine, InMonth, HideWithin(inPeriod, hubs, of, hiddenHubs, months.Count, InMonth)),
            Categories = ByHours(
                Break(categoryLines, mine, InCategory, HideWithin(inPeriod, hubs, of, hiddenHubs, categories.Length, InCategory))
            ),
            Hubs = hub is not null
                ? null
                : Break(
                    [.. hubs.Select(h => new ReportLine(h.Id, null, h.Name, null))],
                    mine,
                    (a, i) => a.Hub?.Value == hubs[i].Id,
                    hiddenHubs
                ),
        };
    }

    // A period may begin and end only after a month whose people are not few: else two reports taken from one another would leave that month.
    private static bool MayStandAlone(ReportFacts facts, IEnumerable<Activity> all, IEnumerable<Activity> inPeriod) =>
        !SmallGroups.IsSmall(Everybody(inPeriod).Count) && !EndsSmall(all.Where(a => a.Month < facts.Period.From)) && !EndsSmall(all);

    private static bool EndsSmall(IEnumerable<Activity> activities) =>
        activities.GroupBy(a => a.Month).MaxBy(month => month.Key) is { } last && SmallGroups.IsSmall(Everybody(last).Count);

    private static bool[] HideHubs(ReportFacts facts, Named[] hubs, Activity[] inPeriod)
    {
        if (!MayStandAlone(facts, facts.Activities, inPeriod))
            return [.. hubs.Select(_ => true)];
        var people = new People[1, hubs.Length];
        var hidden = new bool[1, hubs.Length];
        for (var i = 0; i < hubs.Length; i++)
        {
            people[0, i] = Everybody(inPeriod.Where(a => a.Hub?.Value == hubs[i].Id));
            hidden[0, i] = !MayStandAlone(
                facts,
                facts.Activities.Where(a => a.Hub?.Value == hubs[i].Id),
                inPeriod.Where(a => a.Hub?.Value == hubs[i].Id)
            );
        }
        SmallGroups.Hide(people, hidden);
        return [.. Enumerable.Range(0, hubs.Length).Select(i => hidden[0, i])];
    }

    // What is hidden in the whole organisation is hidden in each hub; and what a hub hides must not be the whole organisation's less the other hubs'.
    private static bool[] HideWithin(
        Activity[] inPeriod,
        Named[] hubs,
        int hub,
        bool[] hiddenHubs,
        int columns,
        Func<Activity, int, bool> isIn
    )
    {
        var inAll = SmallGroups.Hide([.. Enumerable.Range(0, columns).Select(c => Everybody(inPeriod.Where(a => isIn(a, c))))]);
        if (hub < 0)
            return inAll;
        var people = new People[hubs.Length, columns];
        var hidden = new bool[hubs.Length, columns];
        for (var h = 0; h < hubs.Length; h++)
        {
            var ofHub = inPeriod.Where(a => a.Hub?.Value == hubs[h].Id).ToArray();
            for (var c = 0; c < columns; c++)
            {
                people[h, c] = Everybody(ofHub.Where(a => isIn(a, c)));
                hidden[h, c] = hiddenHubs[h] || inAll[c];
            }
        }
        SmallGroups.Hide(people, hidden);
        return [.. Enumerable.Range(0, columns).Select(c => hidden[hub, c])];
    }

    private static Breakdown Break(ReportLine[] lines, Activity[] activities, Func<Activity, int, bool> isIn, bool[] hidden)
    {
        var parts = lines.Select((_, i) => activities.Where(a => isIn(a, i)).ToArray()).ToArray();
        var shown = lines.Select((line, i) => line with { Figures = hidden[i] && parts[i].Length > 0 ? null : Sum(parts[i]) }).ToArray();
        var rest = parts.Where((part, i) => hidden[i]).SelectMany(part => part).ToArray();
        return new(shown, rest.Length == 0 ? null : Sum(rest));
    }

    private static Breakdown ByHours(Breakdown breakdown) =>
        breakdown with
        {
            Lines =
            [
                .. breakdown.Lines.Where(line => line.Figures is not { Minutes: 0 }).OrderByDescending(line => line.Figures?.Minutes ?? -1),
            ],
        };

    private static Figures Sum(IReadOnlyCollection<Activity> activities) =>
        new(activities.Sum(a => a.Given), activities.Sum(a => a.TimesGiven), Everybody(activities).Count);

    private static int? BothInTen(Activity[] activities)
    {
        var active = Everybody(activities).Count;
        var both = People.Union(activities.Select(a => a.Givers)).CountBoth(People.Union(activities.Select(a => a.Receivers)));
        return both < SmallGroups.Least || active - both < SmallGroups.Least ? null : (both * 10 + active / 2) / active;
    }

    private static int? CountJoinings(ReportFacts facts, Named[] hubs, int? hub)
    {
        var groups = hubs.Select(h => People.Of(facts.Joinings.Where(j => j.Hub.Value == h.Id).Select(j => j.Member))).ToArray();
        return Shown(groups, hub) ? (hub is { } one ? groups[one].Count : facts.Joinings.Count) : null;
    }

    private static (Waiting? Open, Waiting? Met) RequestsOf(ReportFacts facts, Named[] hubs, int? hub)
    {
        var open = facts.Askings.Where(a => a.ClosedAt is null || a.ClosedAt >= facts.End).ToArray();
        var met = facts.Askings.Where(a => a.IsMet && a.ClosedAt >= facts.Start && a.ClosedAt < facts.End).ToArray();
        return (Wait(open, facts.End, hubs, hub), Wait(met, facts.End, hubs, hub));
    }

    private static Waiting? Wait(Asking[] askings, DateTimeOffset end, Named[] hubs, int? hub)
    {
        if (!Shown([.. hubs.Select(h => People.Of(askings.Where(a => a.Hub.Value == h.Id).Select(a => a.Member)))], hub))
            return null;
        var days = askings
            .Where(a => hub is null || hub >= 0 && a.Hub.Value == hubs[hub.Value].Id)
            .Select(a => (int)((a.ClosedAt < end ? a.ClosedAt.Value : end) - a.MadeAt).TotalDays)
            .Order()
            .ToArray();
        return new(days.Length, days.Length == 0 ? null : days[days.Length / 2]);
    }

    // Of those approved and those not, neither may be few: else one would be told by the other.
    private static Covered? CoverOf(ReportFacts facts, Named[] hubs, int? hub)
    {
        var mine = facts.Visits.Where(v => hub is null || hub >= 0 && v.Hub.Value == hubs[hub.Value].Id).ToArray();
        return Shown(OfHubs(true), hub) && Shown(OfHubs(false), hub) ? new(mine.Length, mine.Count(v => v.IsCovered)) : null;

        People[] OfHubs(bool covered) =>
            [
                .. hubs.Select(h =>
                    People.Of(facts.Visits.Where(v => v.Hub.Value == h.Id && v.IsCovered == covered).SelectMany(v => v.People))
                ),
            ];
    }

    private static bool Shown(People[] ofHubs, int? hub) =>
        hub is null ? !SmallGroups.IsSmall(People.Union(ofHubs).Count) : hub >= 0 && !SmallGroups.Hide(ofHubs)[hub.Value];

    private static People Everybody(IEnumerable<Activity> activities) =>
        People.Union(activities.SelectMany(a => new[] { a.Givers, a.Receivers }));

    private static Named[] HubsOf(ReportFacts facts, Activity[] inPeriod) =>
        inPeriod.Any(a => a.Hub is null) ? [.. facts.Hubs, new(null, "")] : [.. facts.Hubs];

    private static Named[] CategoriesOf(ReportFacts facts, Activity[] inPeriod) =>
        inPeriod.Any(a => a.Category is null) ? [.. facts.Categories, new(null, "")] : [.. facts.Categories];
}
