using CoProduce.Ledger;
using CoProduce.Web.Data.Demo.Help;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Offers;

namespace CoProduce.Web.Data.Demo;

/// <summary>Lives the days of an organisation one after the other: chance help, regular pairs, shifts, gifts.</summary>
public sealed class DemoDays(DemoOrganisation plan, DateOnly start, DateOnly today, IReadOnlyList<DemoPerson> people, DemoDice dice)
{
    private readonly DemoBalances balances = new(plan);
    private readonly DemoFates fates = new(plan, today, dice);
    private readonly DemoNoticeboard board = new(plan, start, today, dice);
    private readonly Dictionary<(int, int), int> met = [];
    private readonly Dictionary<int, DateOnly> lastGift = [];
    private readonly ILookup<HelpKind, DemoPerson> able = people
        .Where(p => p.Gives > 0)
        .SelectMany(p => p.Can.Select(kind => (kind, p)))
        .ToLookup(c => c.kind, c => c.p);
    private readonly List<DemoExchange> exchanges = [];
    private readonly List<DemoGift> gifts = [];

    /// <summary>Exchanges in no order.</summary>
    public IReadOnlyList<DemoExchange> Exchanges => exchanges;

    /// <summary>Gifts in no order.</summary>
    public IReadOnlyList<DemoGift> Gifts => gifts;

    /// <summary>Offers and requests in no order.</summary>
    public IReadOnlyList<DemoNotice> Notices => board.Notices;

    /// <summary>Lives from the first day to the evening before today.</summary>
    public void Live()
    {
        var pairs = new DemoPairs(plan, today, people, dice).Draw();
        var regulars = plan.Shifts.Select(Regulars).ToList();
        for (var day = start; day < today; day = day.AddDays(1))
        {
            balances.Reach(DemoLife.At(day, 0));
            foreach (var pair in pairs.Where(p => day >= p.From && day <= p.Until && (day.DayNumber - p.From.DayNumber) % p.EveryDays == 0))
                Meet(pair, day);
            foreach (var (shift, hands) in plan.Shifts.Zip(regulars).Where(s => IsHeld(s.First, day)))
                Hold(shift, hands, day);
            for (var left = dice.Count(plan.PerDay * 0.03); left > 0; left--)
                LendAHand(day);
            for (var left = dice.Count(plan.PerDay * Liveliness(day)); left > 0; left--)
                HelpByChance(day);
            GiveAway(day);
            foreach (var leaver in people.Where(p => p.Facts.LeftOn == day.AddDays(1) && balances.Of(p.Facts.Number) > 0))
                Give(leaver, null, (int)balances.Of(leaver.Facts.Number), day);
        }
        new DemoSetPieces(plan, start, today, people, balances, board, dice).Play(exchanges, gifts);
        foreach (var person in people)
            board.PutUp(person);
    }

    /// <summary>How lively a day is beside the liveliest: growing over the months, less in August, at Christmas and at weekends.</summary>
    private double Liveliness(DateOnly day)
    {
        var grown = 0.5 + 0.5 * (day.DayNumber - start.DayNumber) / DemoLife.Days;
        var week = day.DayOfWeek switch
        {
            DayOfWeek.Saturday => 0.55,
            DayOfWeek.Sunday => 0.35,
            _ => 1.0,
        };
        return grown * week * Season(day);
    }

    private static double Season(DateOnly day) =>
        (day.Month, day.Day) switch
        {
            (8, _) => 0.6,
            (12, >= 20) or (1, <= 2) => 0.25,
            _ => 1.0,
        };

    private static bool IsAround(DemoPerson person, DateOnly day) =>
        day >= person.Facts.JoinedOn
        && (person.QuietSince is not { } quiet || day < quiet)
        && (person.Facts.LeftOn is not { } left || day < left);

    private bool IsHeld(DemoShift shift, DateOnly day)
    {
        var ago = today.DayNumber - day.DayNumber;
        var first = start.AddDays(((int)shift.Day - (int)start.DayOfWeek + 7) % 7);
        return day >= first
            && (day.DayNumber - first.DayNumber) % shift.EveryDays == 0
            && !shift.NotIn.Contains(day.Month)
            && ago <= (shift.BeganDaysAgo ?? DemoLife.Days)
            && ago >= (shift.EndedDaysAgo ?? 0)
            && dice.Chance(Season(day));
    }

    private IReadOnlyList<DemoPerson> Regulars(DemoShift shift) =>
        dice.PickSeveral(
            [
                .. people.Where(p =>
                    p.Gives > 0.1 && p.Facts.IsGroup == (shift.Kind == Together.Rooms) && p.Facts.JoinedOn < start.AddDays(200)
                ),
            ],
            shift.Regulars,
            p =>
                (p.Facts.Character is { ShowsEverything: true } ? 0.3 : 1)
                * (
                    p.Facts.Place == shift.Place ? 1
                    : plan.Places[shift.Place].InCustody || plan.Places[p.Facts.Place].InCustody ? 0
                    : 0.05
                )
                * (p.Can.Contains(shift.Kind) ? 12 : 1)
                * (p.Gives + 0.2)
        );

    private void Hold(DemoShift shift, IReadOnlyList<DemoPerson> hands, DateOnly day)
    {
        var text = dice.Pick(shift.Text.Split('|'));
        foreach (var person in dice.PickSeveral([.. hands.Where(p => IsAround(p, day))], shift.Hands, _ => 1))
            Log(person, null, shift.Kind, text, shift.Minutes, day);
    }

    /// <summary>Something done for the organisation outside the rota.</summary>
    private void LendAHand(DateOnly day)
    {
        var kind = dice.Chance(0.5) ? Together.Desk : Together.HavingASay;
        if (dice.Pick([.. people.Where(p => p.Can.Contains(kind) && IsAround(p, day))], p => p.Gives) is not { } giver)
            return;
        var done = dice.Pick([.. kind.Done.Skip(2)]);
        Log(giver, null, kind, done.Text, dice.Quarters(done.From, done.To), day);
    }

    private void Meet(DemoPair pair, DateOnly day)
    {
        if (!IsAround(pair.Giver, day) || !IsAround(pair.Receiver, day) || dice.Chance(0.12) || !dice.Chance(Season(day)))
            return;
        var done = dice.Chance(0.85) ? pair.Usual : dice.Pick(pair.Kind.Done);
        Log(pair.Giver, pair.Receiver, pair.Kind, done.Text, dice.Chance(0.8) ? done.From : dice.Quarters(done.From, done.To), day);
    }

    private void HelpByChance(DateOnly day)
    {
        var askers = people.Where(p => p.Receives > 0 && IsAround(p, day) && balances.Room(p.Facts.Number) >= 30).ToList();
        if (dice.Pick(askers, p => p.Receives * (balances.Of(p.Facts.Number) < 0 ? 0.5 : 1) * Steer(p, 2.5)) is not { } receiver)
            return;
        var kind = dice.Pick(receiver.Needs, k => k.Outdoors && day.Month is 11 or 12 or 1 or 2 ? 0.25 : 1);
        if (kind is null || dice.Pick([.. able[kind].Where(p => CanHelp(p, receiver, day))], p => Likely(p, receiver)) is not { } giver)
            return;
        if (board.Ask(receiver, kind, day) is { } asked)
        {
            if (Log(giver, receiver, kind, asked.Done ?? asked.Title, asked.Minutes, day) is { } answered)
                board.Met(answered);
            return;
        }
        var done = dice.Pick(kind.Done);
        Log(giver, receiver, kind, done.Text, dice.Quarters(done.From, done.To), day);
    }

    private bool CanHelp(DemoPerson giver, DemoPerson receiver, DateOnly day) =>
        giver != receiver
        && IsAround(giver, day)
        && plan.Places[giver.Facts.Place].InCustody == plan.Places[receiver.Facts.Place].InCustody;

    /// <summary>More likely for those who give much, live near, have met before, or have received more than they gave.</summary>
    private double Likely(DemoPerson giver, DemoPerson receiver) =>
        giver.Gives
        * (giver.Facts.Place == receiver.Facts.Place ? 1 : 0.06)
        * (1 + 2 * Math.Min(3, met.GetValueOrDefault((giver.Facts.Number, receiver.Facts.Number))))
        * (
            balances.Of(giver.Facts.Number) < -90 ? 4
            : balances.Of(giver.Facts.Number) > 40 * 60 ? 0.4
            : 1
        )
        * Steer(giver, 0.3);

    /// <summary>Keeps those whose pages show everything between three and ten hours or so: by how much more, or less, likely it is when they have many.</summary>
    private double Steer(DemoPerson person, double withMany) =>
        person.Facts.Character is not { ShowsEverything: true } ? 1
        : balances.Of(person.Facts.Number) > 10 * 60 ? withMany
        : balances.Of(person.Facts.Number) < 3 * 60 ? 1 / withMany
        : 1;

    private DemoExchange? Log(DemoPerson giver, DemoPerson? receiver, HelpKind kind, string text, int minutes, DateOnly day)
    {
        if (receiver is not null && balances.Room(receiver.Facts.Number) < minutes)
            return null;
        var place = plan.Places[(receiver ?? giver).Facts.Place];
        var help = new DemoExchange(
            giver.Facts.Number,
            receiver?.Facts.Number,
            kind,
            place.Localise(text),
            minutes,
            day,
            default,
            null,
            Door.Screen,
            new DemoFate(ExchangeStatus.Unconfirmed)
        );
        if (fates.Follow(giver, receiver, help) is not { } exchange)
            return null;
        exchanges.Add(exchange);
        balances.Count(exchange);
        if (receiver is not null)
            met[(giver.Facts.Number, receiver.Facts.Number)] = met.GetValueOrDefault((giver.Facts.Number, receiver.Facts.Number)) + 1;
        return exchange;
    }

    /// <summary>Those with many hours give some of them away now and then, to the pot or to somebody nearby who has few.</summary>
    private void GiveAway(DateOnly day)
    {
        if (!dice.Chance(plan.PerDay / 45))
            return;
        var rich = people
            .Where(p =>
                balances.Of(p.Facts.Number) > 15 * 60
                && IsAround(p, day)
                && !(lastGift.TryGetValue(p.Facts.Number, out var last) && day < last.AddDays(90))
            )
            .ToList();
        if (dice.Pick(rich, p => balances.Of(p.Facts.Number)) is not { } giver)
            return;
        var poor = people
            .Where(p => p != giver && p.Facts.Place == giver.Facts.Place && IsAround(p, day) && balances.Of(p.Facts.Number) < 0)
            .ToList();
        lastGift[giver.Facts.Number] = day;
        Give(giver, dice.Chance(0.5) ? null : dice.Pick(poor, p => p.Receives), 60 * dice.Between(1, 5), day);
    }

    private void Give(DemoPerson giver, DemoPerson? to, int minutes, DateOnly day)
    {
        var gift = new DemoGift(giver.Facts.Number, to?.Facts.Number, minutes, DemoLife.At(day, dice.Between(10 * 60, 16 * 60)));
        gifts.Add(gift);
        balances.Count(gift);
    }
}
