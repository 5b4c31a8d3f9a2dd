using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Imports;

/// <summary>Brings in help that happened, as exchanges that are agreed. The service date is the day of the help; the posting time is now.</summary>
public sealed class BringHistory(ReverseImported reverse, IStringLocalizer texts)
{
    public async Task HandleAsync(TenantDb db, ImportPart part, CancellationToken ct = default)
    {
        var categories = await ImportCategories.OfAsync(db, ct);
        var own = await db.AccountOfAsync(AccountKind.Organisation, ct);
        var hubs = await HubsAsync(db, part, ct);
        var moves = new List<Move>();
        foreach (var line in part.Lines)
        {
            var said = part.Reading.History(line, out _)!;
            var (key, hash) = (part.KeyOf(line), LineCells.HashOf(said));
            var record = part.Records.Of(key);
            if (record?.ImportId == part.Import.Id || moves.Exists(m => m.Key == key))
                ImportPart.Refuse(line, ImportFault.SameIdTwice);
            else if (
                record is not null
                && !await reverse.HandleAsync(db, part.Import, record, texts["A later file says otherwise"], part.Now, ct)
            )
                ImportPart.Refuse(line, ImportFault.HasLeft);
            else
                moves.Add(Make(part, line, said, key, hash, own, hubs, categories));
        }
        await db.SaveChangesAsync(ct); // what is replaced counts no more before its key is taken again
        await PostAsync(db, part, moves, ct);
        foreach (var move in moves)
        {
            if (move.Exchange is { } exchange)
                db.Exchanges.Add(exchange);
            db.ImportedRecords.Add(part.Record(move.Line, move.Key, move.Hash, move.Target, move.Posting.Entry.Id));
            part.Done(move.Line);
        }
        await db.SaveChangesAsync(ct);
    }

    private Move Make(
        ImportPart part,
        ImportLine line,
        HistoryLine said,
        string key,
        string hash,
        AccountId own,
        Dictionary<MemberId, Organisations.HubId> hubs,
        ImportCategories categories
    )
    {
        var (giver, receiver) = (part.Index.Find(said.Giver), part.Index.Find(said.Receiver));
        var (amount, id) = (new Minutes(said.Minutes), Guid.CreateVersion7());
        var by = new Authorship(part.Import.MadeBy.Value, null, Door.Import);
        if (giver.Is == WhoIs.Organisation)
        {
            // Hours that went to the organisation with no work of a member behind them.
            var gift = Entry.Gift(part.MemberOf(receiver).Account, own, amount, said.Day);
            return new(line, key, hash, null, id, new(gift, by, id, LedgerSubject.Account, own.Value, part.Now));
        }
        var helper = part.MemberOf(giver);
        MemberId? helped = receiver.Is == WhoIs.Organisation ? null : part.MemberOf(receiver);
        var exchange = new Exchange
        {
            Id = new(id),
            Shape = helped is null ? ExchangeShape.ForTheOrganisation : ExchangeShape.OneToOne,
            GiverId = helper,
            ReceiverId = helped,
            Minutes = said.Minutes,
            ServiceDate = said.Day,
            Description = said.What.Length > 0 ? said.What : texts["Help, brought in from {0}", Short(part.Import.FileName)],
            CategoryId = categories.Find(said.Category),
            HubId = hubs.GetValueOrDefault(helper, part.Import.HubId),
            LoggedBy = part.Import.MadeBy,
            Door = Door.Import,
            LoggedAt = part.Now,
        };
        var entry = helped is { } member
            ? Entry.OneToOne(member.Account, helper.Account, amount, said.Day)
            : Entry.ForTheOrganisation(own, helper.Account, amount, said.Day);
        exchange.Confirm(Confirmation.Coordinator, entry.Id, part.Now);
        return new(line, key, hash, exchange, id, new(entry, by, id, LedgerSubject.Exchange, id, part.Now));
    }

    // One refusal refuses all of a call: that line is taken out and the rest tried again. Posted before the exchanges are written,
    // because only what was posted may be written.
    private static async Task PostAsync(TenantDb db, ImportPart part, List<Move> moves, CancellationToken ct)
    {
        while (moves.Count > 0)
        {
            var posted = await db.PostPastFloorsAsync(moves.ConvertAll(m => m.Posting), ct);
            if (posted.Outcome == PostingOutcome.Posted)
                return;
            var refused = moves[posted.Refused!.Value];
            switch (posted.Outcome)
            {
                case PostingOutcome.ClosedAccount or PostingOutcome.UnknownAccount:
                    ImportPart.Refuse(refused.Line, ImportFault.HasLeft);
                    break;
                case PostingOutcome.PeriodClosed:
                    ImportPart.Refuse(refused.Line, ImportFault.PeriodClosed, ImportField.Day);
                    break;
                default:
                    throw new InvalidOperationException($"The ledger answered {posted.Outcome}.");
            }
            moves.Remove(refused);
        }
    }

    private static async Task<Dictionary<MemberId, Organisations.HubId>> HubsAsync(TenantDb db, ImportPart part, CancellationToken ct)
    {
        var members = part
            .Lines.Select(l => part.Index.Find(part.Reading.History(l, out _)!.Giver))
            .Where(w => w.Is == WhoIs.Member)
            .Select(w => w.Member)
            .Distinct()
            .ToArray();
        return await db.Members.Where(m => members.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.HubId, ct);
    }

    private static string Short(string name) => name.Length <= 100 ? name : name[..100];

    private sealed record Move(ImportLine Line, string Key, string Hash, Exchange? Exchange, Guid Id, EntryToPost Posting)
    {
        public Guid Target => Exchange is null ? Id : Exchange.Id.Value;
    }
}
