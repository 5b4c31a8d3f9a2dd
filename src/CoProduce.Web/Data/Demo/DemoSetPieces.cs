using CoProduce.Ledger;
using CoProduce.Web.Data.Demo.Help;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Offers;

namespace CoProduce.Web.Data.Demo;

/// <summary>What must be there on the day somebody looks: things to confirm, open questions, a request of the week.</summary>
public sealed class DemoSetPieces(
    DemoOrganisation plan,
    DateOnly start,
    DateOnly today,
    IReadOnlyList<DemoPerson> people,
    DemoBalances balances,
    DemoNoticeboard board,
    DemoDice dice
)
{
    /// <summary>Adds them to what chance brought.</summary>
    public void Play(List<DemoExchange> exchanges, List<DemoGift> gifts)
    {
        foreach (var star in people.Where(p => p.Facts.Character is { ShowsEverything: true }))
        {
            var friends = people
                .Where(p =>
                    p.Facts.IsOnline
                    && !p.Facts.IsGroup
                    && p != star
                    && p.Facts.Place == star.Facts.Place
                    && p.Facts.LeftOn is null
                    && p.QuietSince is null
                    && balances.Room(p.Facts.Number) > 180
                )
                .ToList();
            var (first, second, third) = (friends[0], friends[1], friends[2]);
            Waiting(exchanges, first, star, star.Needs[0], first, 3, 2);
            Waiting(exchanges, star, second, star.Can[0], second, 2, 1);
            Waiting(exchanges, star, third, star.Can[1], star, 1, 1);
            foreach (var kind in star.Needs)
                board.Open(star, kind, today.AddDays(-5), today.AddDays(9));
            if (balances.Of(star.Facts.Number) > 180)
                gifts.Add(new DemoGift(star.Facts.Number, null, 60, DemoLife.At(today.AddDays(-1), 12 * 60)));
        }
        var asked = exchanges
            .Where(e =>
                e.Fate.Status == ExchangeStatus.Unconfirmed
                && e.Receiver is not null
                && e.LoggedAt < DemoLife.At(today.AddDays(-2), 0)
                && people[e.Giver - 1].Facts.Character is null
                && people[e.Receiver.Value - 1].Facts.Character is null
            )
            .OrderByDescending(e => e.LoggedAt)
            .DistinctBy(e => e.Giver)
            .DistinctBy(e => e.Receiver)
            .Take(4)
            .ToList();
        foreach (var (exchange, reason) in asked.Zip(DemoWords.Disputes.Skip(start.DayNumber % 4)))
        {
            var said = exchange.LoggedAt.AddHours(dice.Between(16, 46));
            exchanges[exchanges.IndexOf(exchange)] = exchange with
            {
                Fate = new DemoFate(ExchangeStatus.Disputed, DisputedAt: said, DisputedBy: Asked(exchange).Number, DisputeReason: reason),
            };
        }
    }

    private DemoMember Asked(DemoExchange exchange) =>
        people[(exchange.LoggedFor == exchange.Giver ? exchange.Receiver!.Value : exchange.Giver) - 1].Facts;

    private void Waiting(
        List<DemoExchange> exchanges,
        DemoPerson giver,
        DemoPerson receiver,
        HelpKind kind,
        DemoPerson logger,
        int served,
        int logged
    )
    {
        var done = dice.Pick(kind.Done);
        var minutes = Math.Min(done.From, 120);
        if (balances.Room(receiver.Facts.Number) < minutes)
            return;
        var exchange = new DemoExchange(
            giver.Facts.Number,
            receiver.Facts.Number,
            kind,
            plan.Places[receiver.Facts.Place].Localise(done.Text),
            minutes,
            today.AddDays(-served),
            DemoLife.At(today.AddDays(-logged), dice.Between(18 * 60, 21 * 60)),
            logger.Facts.Number,
            Door.Screen,
            new DemoFate(ExchangeStatus.Unconfirmed)
        );
        exchanges.Add(exchange);
        balances.Count(exchange);
    }
}
