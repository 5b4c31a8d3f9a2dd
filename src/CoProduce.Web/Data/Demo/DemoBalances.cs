using CoProduce.Web.Features.Exchanges;

namespace CoProduce.Web.Data.Demo;

/// <summary>
/// What each member can be sure of having: a debit counts from the moment it is known, a credit only once it was posted.
/// So whatever the order of confirmations, nobody passes the floor.
/// </summary>
public sealed class DemoBalances(DemoOrganisation plan)
{
    private readonly Dictionary<int, long> sure = [];
    private readonly PriorityQueue<(int Member, long Minutes), DateTimeOffset> coming = new();

    /// <summary>The least that the member has.</summary>
    public long Of(int member) => sure.GetValueOrDefault(member, plan.Welcome);

    /// <summary>How much the member may still spend before reaching the floor.</summary>
    public long Room(int member) => Of(member) - plan.Floor;

    /// <summary>Counts the credits that were posted before that moment.</summary>
    public void Reach(DateTimeOffset moment)
    {
        while (coming.TryPeek(out var credit, out var at) && at < moment)
        {
            coming.Dequeue();
            sure[credit.Member] = Of(credit.Member) + credit.Minutes;
        }
    }

    /// <summary>Takes account of an exchange and what became of it.</summary>
    public void Count(DemoExchange exchange)
    {
        var fate = exchange.Fate;
        if (exchange.Receiver is { } receiver)
        {
            Spend(receiver, exchange.Minutes);
            if (fate.Status is ExchangeStatus.Reversed or ExchangeStatus.Withdrawn)
                coming.Enqueue((receiver, exchange.Minutes), fate.EndedAt!.Value);
        }
        if (fate.ConfirmedAt is { } posted && fate.Status != ExchangeStatus.Reversed)
            coming.Enqueue((exchange.Giver, exchange.Minutes), posted);
    }

    /// <summary>Takes account of a gift.</summary>
    public void Count(DemoGift gift)
    {
        Spend(gift.From, gift.Minutes);
        if (gift.To is { } to)
            coming.Enqueue((to, gift.Minutes), gift.At);
    }

    private void Spend(int member, long minutes) => sure[member] = Of(member) - minutes;
}
