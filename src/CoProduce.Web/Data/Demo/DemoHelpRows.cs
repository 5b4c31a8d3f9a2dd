using CoProduce.Ledger;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Exchanges.Disputes;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;

namespace CoProduce.Web.Data.Demo;

/// <summary>The offers, exchanges and entries of a demo life as rows, each brought to where it stands by the steps that a real one takes.</summary>
internal sealed class DemoHelpRows(DemoLife life, DemoPeopleRows people, AccountId organisation, AccountId pot, AccountId welcome)
{
    private readonly List<Exchange> exchanges = [];
    private readonly List<Dispute> disputes = [];
    private readonly List<DisputeNote> notes = [];
    private readonly List<EntryToPost> postings = [];
    private readonly List<OutboxItem> promises = [];
    private readonly List<AuditLine> lines = [];

    /// <summary>Exchanges, the earliest first.</summary>
    public IReadOnlyList<Exchange> Exchanges => exchanges;

    /// <summary>What somebody said is not right, and what was said about it.</summary>
    public IReadOnlyList<object> Disputes => [.. disputes, .. notes];

    /// <summary>Who logged what.</summary>
    public IReadOnlyList<AuditLine> AuditLines => lines;

    /// <summary>Silence that is promised to confirm what still waits.</summary>
    public IReadOnlyList<OutboxItem> Promises => promises;

    /// <summary>Entries in the order of posting.</summary>
    public IReadOnlyList<EntryToPost> Postings { get; private set; } = [];

    /// <summary>Offers and requests, the earliest first.</summary>
    public IReadOnlyList<Offer> Offers { get; private set; } = [];

    /// <summary>Makes the rows.</summary>
    public DemoHelpRows Make()
    {
        foreach (var member in life.Members)
            Welcome(member);
        foreach (var exchange in life.Exchanges)
            Make(exchange);
        foreach (var gift in life.Gifts)
            Make(gift);
        Postings = [.. postings.OrderBy(p => p.At)];
        Offers = [.. life.Notices.Select(Make)];
        return this;
    }

    private void Welcome(DemoMember member)
    {
        var id = people.Id(member.Number);
        var at = DemoLife.At(member.JoinedOn, 0);
        var entry = Entry.Welcome(welcome, id.Account, new Minutes(life.Organisation.Welcome), member.JoinedOn);
        postings.Add(new(entry, new(people.Coordinator.Value, id.Value, Door.Phone), id.Value, LedgerSubject.Member, id.Value, at));
    }

    private void Make(DemoExchange facts)
    {
        var (giver, fate) = (people.Id(facts.Giver), facts.Fate);
        var exchange = new Exchange
        {
            Id = new(Guid.CreateVersion7(facts.LoggedAt)),
            Shape = facts.Receiver is null ? ExchangeShape.ForTheOrganisation : ExchangeShape.OneToOne,
            GiverId = giver,
            ReceiverId = facts.Receiver is { } number ? people.Id(number) : null,
            Minutes = facts.Minutes,
            ServiceDate = facts.ServiceDate,
            Description = facts.Description,
            CategoryId = people.CategoryOf(facts.Help),
            HubId = people.HubOf(facts.Giver),
            LoggedBy = facts.LoggedFor is { } logger ? people.HolderOf(logger) : people.Coordinator,
            LoggedFor = facts.LoggedFor is { } one ? people.Id(one) : null,
            Door = facts.Door,
            LoggedAt = facts.LoggedAt,
        };
        if (exchange.Asked is not null)
            exchange.WithSilenceFrom(facts.LoggedAt.AddDays(life.Organisation.ConfirmDays));
        exchanges.Add(exchange);
        lines.Add(Line(exchange));
        var dispute = fate.DisputedAt is { } disputed ? Dispute(exchange, fate, disputed) : null;
        if (fate.ConfirmedAt is { } confirmed)
        {
            dispute?.Decide(DisputeDecision.Kept, people.Coordinator, confirmed);
            Confirm(exchange, facts, confirmed);
        }
        else if (fate.Status == ExchangeStatus.Withdrawn)
        {
            dispute?.Decide(DisputeDecision.Undone, people.Coordinator, fate.EndedAt!.Value);
            exchange.Withdraw(fate.DisputedAt is null ? exchange.LoggedBy : people.Coordinator, fate.EndReason, fate.EndedAt!.Value);
        }
        else if (exchange.SilenceConfirmsAt is { } silence)
            promises.Add(
                new OutboxItem
                {
                    Kind = OutboxKind.ConfirmBySilence,
                    DueAt = silence,
                    SubjectId = exchange.Id.Value,
                }
            );
    }

    private Dispute Dispute(Exchange exchange, DemoFate fate, DateTimeOffset at)
    {
        var side = people.Id(fate.DisputedBy!.Value);
        exchange.Dispute(side, fate.DisputeReason, at);
        var dispute = new Dispute
        {
            Id = new(Guid.CreateVersion7(at)),
            ExchangeId = exchange.Id,
            RaisedBy = side,
            RaisedAt = at,
            DueAt = at.AddDays(OrganisationSettings.UsualDisputeDays),
        };
        disputes.Add(dispute);
        notes.Add(
            new()
            {
                DisputeId = dispute.Id,
                At = at,
                SaidBy = side,
                Door = Door.Mail,
                Text = fate.DisputeReason,
            }
        );
        return dispute;
    }

    private static AuditLine Line(Exchange exchange) =>
        new()
        {
            At = exchange.LoggedAt,
            By = exchange.LoggedBy,
            Door = exchange.Door,
            Deed = exchange.LoggedFor is null ? nameof(LogForMembers) : nameof(LogExchange),
            SubjectId = exchange.Id.Value,
        };

    private void Confirm(Exchange exchange, DemoExchange facts, DateTimeOffset at)
    {
        var amount = new Minutes(exchange.Minutes);
        var entry = exchange.ReceiverId is { } receiver
            ? Entry.OneToOne(receiver.Account, exchange.GiverId.Account, amount, exchange.ServiceDate)
            : Entry.ForTheOrganisation(organisation, exchange.GiverId.Account, amount, exchange.ServiceDate);
        var by = facts.Fate.ConfirmedBy!.Value;
        exchange.Confirm(by, entry.Id, at);
        Post(entry, exchange.Id.Value, Acting(exchange, facts, by), exchange, at);
        if (facts.Fate.Status != ExchangeStatus.Reversed)
            return;
        var (reason, ended) = (facts.Fate.EndReason, facts.Fate.EndedAt!.Value);
        var reversal = entry.Reverse(reason, DateOnly.FromDateTime(ended.UtcDateTime));
        exchange.Reverse(people.Coordinator, reason, reversal.Id, ended);
        Post(reversal, Guid.CreateVersion7(ended), new(people.Coordinator.Value, null, Door.Screen), exchange, ended);
    }

    private void Post(Entry entry, Guid key, Authorship by, Exchange exchange, DateTimeOffset at) =>
        postings.Add(new(entry, by, key, LedgerSubject.Exchange, exchange.Id.Value, at));

    private Authorship Acting(Exchange exchange, DemoExchange facts, Confirmation by)
    {
        var asked =
            exchange.Asked is not { } id ? (int?)null
            : id == exchange.GiverId ? facts.Giver
            : facts.Receiver;
        return by switch
        {
            Confirmation.Screen => new(people.HolderOf(asked!.Value)!.Value.Value, null, Door.Screen),
            Confirmation.MailLink => new(people.HolderOf(asked!.Value)!.Value.Value, null, Door.Mail),
            Confirmation.Text => new(null, people.Id(asked!.Value).Value, Door.Text),
            Confirmation.Silence => new(null, null, Door.Job),
            Confirmation.Coordinator or Confirmation.PeerBroker => new(
                people.Coordinator.Value,
                exchange.Asked?.Value,
                exchange.Asked is null ? facts.Door : Door.Phone
            ),
        };
    }

    private void Make(DemoGift gift)
    {
        var giver = people.Id(gift.From);
        var to = gift.To is { } number ? people.Id(number).Account : pot;
        var day = DateOnly.FromDateTime(gift.At.UtcDateTime);
        var by = people.HolderOf(gift.From) is { } holder
            ? new Authorship(holder.Value, null, Door.Screen)
            : new Authorship(people.Coordinator.Value, giver.Value, Door.Phone);
        var id = Guid.CreateVersion7(gift.At);
        postings.Add(new(Entry.Gift(giver.Account, to, new Minutes(gift.Minutes), day), by, id, LedgerSubject.Gift, id, gift.At));
    }

    private Offer Make(DemoNotice notice)
    {
        var offer = new Offer
        {
            Id = new(Guid.CreateVersion7(notice.MadeAt)),
            Kind = notice.Kind,
            MemberId = people.Id(notice.Member),
            Title = notice.Title,
            Details = notice.Details,
            CategoryId = people.CategoryOf(notice.Help),
            NeededBy = notice.NeededBy,
            MadeAt = notice.MadeAt,
            MadeBy = notice.Door == Door.Screen ? people.HolderOf(notice.Member) : people.Coordinator,
            Door = notice.Door,
        };
        if (notice.ClosedAt is { } closed)
            offer.Close(notice.Status, closed);
        return offer;
    }
}
