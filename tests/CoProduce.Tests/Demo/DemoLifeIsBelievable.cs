using System.Text.Json;
using CoProduce.Web.Data.Demo;
using CoProduce.Web.Data.Demo.Help;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Skills;
using Shouldly;
using Xunit;

namespace CoProduce.Tests.Demo;

public sealed class DemoLifeIsBelievable
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly Dictionary<string, DemoLife> Lives = DemoPlans.All.ToDictionary(
        p => p.Slug,
        p => DemoLife.Simulate(p, Today, DemoPlans.Seed)
    );

    public static TheoryData<string> Slugs => [.. DemoPlans.All.Select(p => p.Slug)];

    [Theory]
    [MemberData(nameof(Slugs))]
    public void The_same_seed_gives_the_same_life(string slug)
    {
        var again = DemoLife.Simulate(Lives[slug].Organisation, Today, DemoPlans.Seed);

        JsonSerializer.Serialize(again.Exchanges).ShouldBe(JsonSerializer.Serialize(Lives[slug].Exchanges));
        JsonSerializer.Serialize(again.Members).ShouldBe(JsonSerializer.Serialize(Lives[slug].Members));
        JsonSerializer
            .Serialize(DemoLife.Simulate(Lives[slug].Organisation, Today, DemoPlans.Seed + 1).Exchanges)
            .ShouldNotBe(JsonSerializer.Serialize(Lives[slug].Exchanges));
    }

    [Theory]
    [InlineData("fair-shares", 400, 0)]
    [InlineData("holy-cross", 170, 20)]
    [InlineData("rushey-green", 250, 0)]
    public void There_are_as_many_members_as_promised(string slug, int members, int groups)
    {
        Lives[slug].Members.Count.ShouldBe(members);
        Lives[slug].Members.Count(m => m.IsGroup).ShouldBe(groups);
        Lives[slug].Members.Select(m => m.Number).ShouldBe(Enumerable.Range(1, members));
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Nobody_passes_the_floor_at_any_moment(string slug)
    {
        var life = Lives[slug];
        var balances = life.Members.ToDictionary(m => m.Number, _ => life.Organisation.Welcome);
        foreach (var (_, member, minutes) in Movements(life).OrderBy(m => m.At).ThenBy(m => m.Minutes))
        {
            balances[member] += minutes;
            balances[member].ShouldBeGreaterThanOrEqualTo(life.Organisation.Floor);
        }
        balances.Values.Count(b => b < 0).ShouldBeGreaterThan(10, "some owe");
        balances.Values.Count(b => b > 40 * 60).ShouldBeGreaterThan(3, "some never ask");
        balances[life.Members.Single(m => m.Character is { ShowsEverything: true }).Number].ShouldBeGreaterThan(0);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Everything_happened_in_order_between_members_of_that_day_and_before_today(string slug)
    {
        var life = Lives[slug];
        var midnight = DemoLife.At(Today, 0);
        life.Exchanges.Count.ShouldBeGreaterThan(1500);
        foreach (var e in life.Exchanges)
        {
            e.Giver.ShouldNotBe(e.Receiver ?? 0);
            (e.Minutes % 15).ShouldBe(0);
            e.Minutes.ShouldBeInRange(15, 300);
            e.LoggedAt.ShouldBeGreaterThan(DemoLife.At(e.ServiceDate, 0));
            (DateOnly.FromDateTime(e.LoggedAt.UtcDateTime).DayNumber - e.ServiceDate.DayNumber).ShouldBeInRange(0, 12);
            DateTimeOffset?[] moments = [e.LoggedAt, e.Fate.DisputedAt ?? e.LoggedAt, e.Fate.ConfirmedAt, e.Fate.EndedAt, midnight];
            moments.OfType<DateTimeOffset>().ShouldBeInOrder();
            foreach (var member in new[] { e.Giver, e.Receiver }.OfType<int>().Select(n => life.Members[n - 1]))
            {
                e.ServiceDate.ShouldBeGreaterThanOrEqualTo(member.JoinedOn);
                e.ServiceDate.ShouldBeLessThan(member.LeftOn ?? Today);
            }
        }
        life.Notices.ShouldAllBe(n =>
            n.MadeAt < midnight
            && n.MadeAt >= DemoLife.At(life.Members[n.Member - 1].JoinedOn, 0)
            && (n.ClosedAt == null || (n.ClosedAt >= n.MadeAt && n.ClosedAt < midnight))
        );
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Every_text_is_within_the_limits_and_has_no_placeholder_left(string slug)
    {
        var life = Lives[slug];
        life.Exchanges.ShouldAllBe(e =>
            Fits(e.Description, Exchange.DescriptionLength)
            && e.Fate.DisputeReason.Length <= Exchange.ReasonLength
            && e.Fate.EndReason.Length <= Exchange.ReasonLength
        );
        life.Notices.ShouldAllBe(n => Fits(n.Title, Offer.TitleLength) && Fits(n.Details, Offer.DetailsLength));
        life.Kinds.ShouldAllBe(k => Fits(k.Name, OrganisationSettings.NameLength));
        life.Kinds.Select(k => k.Name).ShouldBeUnique();
        life.Members.ShouldAllBe(m =>
            Fits(m.Given, Member.NameLength) && m.Family.Length <= Member.NameLength && m.About.Length <= Member.AboutLength
        );
        life.Members.SelectMany(m => m.Skills).ShouldAllBe(s => Fits(s.Words, MemberSkill.Length));
    }

    [Fact]
    public void At_least_150_kinds_of_help_are_described_in_14_categories()
    {
        var kinds = Lives.Values.SelectMany(l => l.Kinds).Distinct().ToList();
        kinds.Count.ShouldBeGreaterThanOrEqualTo(14);
        kinds.SelectMany(k => k.Done).Select(d => d.Text).Distinct().Count().ShouldBeGreaterThanOrEqualTo(150);
        kinds.SelectMany(k => k.Done).ShouldAllBe(d => d.From % 15 == 0 && d.To % 15 == 0 && d.From <= d.To && d.To <= 300);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Numbers_and_addresses_belong_to_nobody(string slug)
    {
        foreach (var member in Lives[slug].Members)
        {
            (member.Phone ?? "07700 900000").ShouldMatch("^(07700 900|01632 960|020 7946 0)[0-9]{3}$");
            (member.Email ?? "nobody@post.example").ShouldMatch(@"^[a-z0-9.-]+@[a-z0-9-]+\.example$");
        }
        Lives[slug].Members.Select(m => m.Email).OfType<string>().ShouldBeUnique();
    }

    [Fact]
    public void In_prison_nobody_can_be_reached_but_through_the_staff()
    {
        var life = Lives["fair-shares"];
        var inside = life.Members.Where(m => life.Organisation.Places[m.Place].InCustody).ToList();
        inside.Count.ShouldBeGreaterThan(15);
        inside.ShouldAllBe(m => m.Email == null && m.Phone == null && m.Address == null && m.Prefers == ContactWay.InPerson);
        var numbers = inside.Select(m => m.Number).ToHashSet();
        life.Exchanges.Where(e => numbers.Contains(e.Giver))
            .ShouldAllBe(e => e.Door == CoProduce.Ledger.Door.Paper && (e.Receiver == null || numbers.Contains(e.Receiver.Value)));
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void There_is_something_to_do_today(string slug)
    {
        var life = Lives[slug];
        life.Exchanges.Count(e => e.Fate.Status == ExchangeStatus.Unconfirmed).ShouldBeInRange(8, 70);
        life.Exchanges.Count(e => e.Fate.Status == ExchangeStatus.Disputed).ShouldBeInRange(2, 9);
        life.Exchanges.Count(e => e.Fate.Status == ExchangeStatus.Reversed).ShouldBeGreaterThan(3);
        life.Notices.Count(n => n.Kind == OfferKind.Request && n.Status == OfferStatus.Open).ShouldBeInRange(8, 70);
        var star = life.Members.Single(m => m.Character is { ShowsEverything: true }).Number;
        life.Exchanges.Count(e =>
                e.Fate.Status == ExchangeStatus.Unconfirmed && e.Receiver is { } r && (e.Giver == star || r == star) && e.LoggedFor != star
            )
            .ShouldBeGreaterThanOrEqualTo(2);
        life.Notices.ShouldContain(n => n.Member == star && n.Kind == OfferKind.Request && n.Status == OfferStatus.Open);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void It_is_quieter_in_August_and_grows_over_the_months(string slug)
    {
        var byMonth = Lives[slug]
            .Exchanges.GroupBy(e => (e.ServiceDate.Year, e.ServiceDate.Month))
            .ToDictionary(g => g.Key, g => g.Count());
        byMonth[(2026, 8)].ShouldBeLessThan(byMonth[(2026, 10)]);
        byMonth[(2026, 10)].ShouldBeGreaterThan(byMonth[(2025, 10)]);
    }

    private static bool Fits(string text, int limit) =>
        text.Length > 0 && text.Length <= limit && !text.Contains('{', StringComparison.Ordinal);

    private static IEnumerable<(DateTimeOffset At, int Member, long Minutes)> Movements(DemoLife life)
    {
        foreach (var e in life.Exchanges.Where(e => e.Fate.ConfirmedAt is not null))
        {
            var at = e.Fate.ConfirmedAt!.Value;
            yield return (at, e.Giver, e.Minutes);
            if (e.Receiver is { } receiver)
                yield return (at, receiver, -e.Minutes);
            if (e.Fate.Status != ExchangeStatus.Reversed)
                continue;
            yield return (e.Fate.EndedAt!.Value, e.Giver, -e.Minutes);
            if (e.Receiver is { } spared)
                yield return (e.Fate.EndedAt!.Value, spared, e.Minutes);
        }
        foreach (var gift in life.Gifts)
        {
            yield return (gift.At, gift.From, -gift.Minutes);
            if (gift.To is { } to)
                yield return (gift.At, to, gift.Minutes);
        }
    }
}
