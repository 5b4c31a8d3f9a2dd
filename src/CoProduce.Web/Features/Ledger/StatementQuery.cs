using System.Runtime.CompilerServices;
using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Doubles;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Ledger;

/// <summary>A member's account over a period. Amounts are minutes; opening plus all lines of all pages is always the closing.</summary>
/// <param name="Opening">The balance before the first day.</param>
/// <param name="Closing">The balance after the last day.</param>
/// <param name="All">The lines of all pages, by their numbers.</param>
/// <param name="Page">The page that is shown, from 1; null when all are.</param>
public sealed record Statement(
    MemberId Member,
    string Name,
    int Number,
    DateOnly From,
    DateOnly To,
    long Opening,
    IReadOnlyList<StatementLine> Lines,
    long Closing,
    AccountLines All,
    int? Page
)
{
    /// <summary>The balance before the first line that is shown.</summary>
    public long Brought => Lines is [var first, ..] ? first.Balance - first.Amount : Opening;
}

/// <summary>One line of a statement.</summary>
/// <param name="ServiceDate">The day on which the help was given.</param>
/// <param name="PostedOn">The day on which the hours moved.</param>
/// <param name="Amount">Positive for what came in.</param>
/// <param name="Balance">The balance after this line.</param>
/// <param name="Other">Where it came from or went to.</param>
/// <param name="OtherName">The name of the other member, team or partner; null for an account without a name of its own.</param>
/// <param name="Reason">Why it was undone, or the words that went with a gift; null when there are none.</param>
/// <param name="Exchange">The exchange that it belongs to; null when there is none.</param>
public sealed record StatementLine(
    EntryKind Kind,
    DateOnly ServiceDate,
    DateOnly PostedOn,
    long Amount,
    long Balance,
    AccountKind Other,
    string? OtherName,
    string? Reason,
    ExchangeStory? Exchange
)
{
    /// <summary>The words that go with it; empty when there are none.</summary>
    public string Words => Reason ?? "";
}

/// <summary>Reads statements from the ledger's own lines and running balances.</summary>
public sealed class StatementQuery(UnitOfWork work, CurrentOrganisation organisation, OrganisationDirectory organisations)
{
    private const int InOnePiece = 500;

    /// <summary>The statement of that member for those days, both included, with all its lines; null when there is no such member here.</summary>
    public async Task<Statement?> ReadAsync(MemberId member, DateOnly from, DateOnly to, CancellationToken ct = default)
    {
        if (await HeadAsync(member, from, to, ct) is not { } head)
            return null;
        var lines = new List<StatementLine>();
        await foreach (var line in EachAsync(head, ct))
            lines.Add(line);
        return head with { Lines = lines };
    }

    /// <summary>The same with the lines of one page.</summary>
    /// <param name="page">From 1; beyond the last it is the last.</param>
    public async Task<Statement?> ReadAsync(MemberId member, DateOnly from, DateOnly to, int page, CancellationToken ct = default)
    {
        if (await HeadAsync(member, from, to, ct) is not { } head)
            return null;
        var (number, after, last) = head.All.Page(page);
        return head with { Page = number, Lines = await work.ReadAsync(db => LinesAsync(db, member, after, last, ct), ct) };
    }

    /// <summary>The other records of that member, whose lines stayed under the numbers where the hours were earned; mostly none.</summary>
    public Task<IReadOnlyList<(MemberId Record, int Number)>> OtherRecordsAsync(MemberId member, CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<(MemberId, int)>>(
            async db =>
            {
                List<MemberId> others = [.. (await db.RecordsOfAsync([member], ct)).Keys.Where(r => r != member)];
                var numbered = await db
                    .Members.Where(m => others.Contains(m.Id))
                    .OrderBy(m => m.Number)
                    .Select(m => new { m.Id, m.Number })
                    .ToListAsync(ct);
                return numbered.ConvertAll(m => (m.Id, m.Number));
            },
            ct
        );

    /// <summary>The statement without its lines; null when there is no such member here.</summary>
    public Task<Statement?> HeadAsync(MemberId member, DateOnly from, DateOnly to, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var (start, end) = (organisation.Profile.StartOf(from), organisation.Profile.StartOf(to.AddDays(1)));
                if (await db.Members.SingleOrDefaultAsync(m => m.Id == member, ct) is not { } who)
                    return null;
                var all = await AccountLines.OverAsync(db, member.Account, start, end, ct);
                var (opening, closing) = (await all.OpeningAsync(db, ct), await all.ClosingAsync(db, ct));
                return new Statement(member, who.Name, who.Number, from, to, opening, [], closing, all, null);
            },
            ct
        );

    /// <summary>All its lines, read piece by piece, so that a long life's statement is never in memory as a whole.</summary>
    public async IAsyncEnumerable<StatementLine> EachAsync(Statement head, [EnumeratorCancellation] CancellationToken ct = default)
    {
        for (var after = head.All.After; after < head.All.Last; after += InOnePiece)
        {
            var (first, last) = (after, Math.Min(after + InOnePiece, head.All.Last));
            foreach (var line in await work.ReadAsync(db => LinesAsync(db, head.Member, first, last, ct), ct))
                yield return line;
        }
    }

    private async Task<IReadOnlyList<StatementLine>> LinesAsync(TenantDb db, MemberId member, long after, long last, CancellationToken ct)
    {
        var account = member.Account;
        var rows = await (
            from p in db.Postings
            where p.AccountId == account && p.Number > after && p.Number <= last
            join e in db.Entries on p.EntryId equals e.Id
            orderby p.Number
            select new { p, e }
        ).ToListAsync(ct);
        List<EntryId> entries = [.. rows.Select(l => l.e.Id)];
        var others = await OthersAsync(db, entries, account, ct);
        var stories = await StoriesAsync(db, entries, ct);
        return
        [
            .. rows.Select(l =>
            {
                var (kind, name) = others[l.e.Id];
                return new StatementLine(
                    l.e.Kind,
                    l.e.ServiceDate,
                    organisation.Profile.DateOf(l.e.PostedAt),
                    l.p.Amount,
                    l.p.RunningBalance,
                    kind,
                    name,
                    l.e.Reason,
                    stories.GetValueOrDefault(l.e.Id)
                );
            }),
        ];
    }

    // The other side of each entry; of several, the one with most minutes stands for all.
    private async Task<Dictionary<EntryId, (AccountKind Kind, string? Name)>> OthersAsync(
        TenantDb db,
        IReadOnlyCollection<EntryId> entries,
        AccountId account,
        CancellationToken ct
    )
    {
        var legs = await (
            from p in db.Postings
            where entries.Contains(p.EntryId) && p.AccountId != account
            join a in db.Accounts on p.AccountId equals a.Id
            join m in db.Members on a.MemberId equals m.Id into members
            from member in members.DefaultIfEmpty()
            select new
            {
                p.EntryId,
                p.Amount,
                a.Kind,
                a.Name,
                a.AffiliateId,
                FirstName = member == null ? null : member.FirstName,
                LastName = member == null ? null : member.LastName,
            }
        ).ToListAsync(ct);
        var affiliates = new Dictionary<OrganisationId, string>();
        foreach (var affiliate in legs.Select(l => l.AffiliateId).OfType<OrganisationId>().Distinct())
            affiliates[affiliate] = (await organisations.GetAsync(affiliate, ct)).Name;
        return legs.GroupBy(l => l.EntryId)
            .ToDictionary(
                g => g.Key,
                g =>
                {
                    var leg = g.MaxBy(l => Math.Abs(l.Amount))!;
                    var name = leg.AffiliateId is { } affiliate ? affiliates[affiliate] : leg.Name;
                    return (leg.Kind, (string?)(leg.FirstName is null ? name : $"{leg.FirstName} {leg.LastName}".Trim()));
                }
            );
    }

    // The exchanges of these entries, by the entry that moved their hours and by the one that undid it.
    private static async Task<Dictionary<EntryId, ExchangeStory>> StoriesAsync(
        TenantDb db,
        IReadOnlyCollection<EntryId> entries,
        CancellationToken ct
    )
    {
        // Two index probes; one condition with "or" would read every exchange.
        var moved = db.Exchanges.Where(e => e.EntryId != null && entries.Contains(e.EntryId.Value));
        var undone = db.Exchanges.Where(e => e.ReversalId != null && entries.Contains(e.ReversalId.Value));
        var found = await (
            from e in moved.Union(undone)
            join giver in db.Members on e.GiverId equals giver.Id
            join r in db.Members on e.ReceiverId equals r.Id into receivers
            from receiver in receivers.DefaultIfEmpty()
            join l in db.RoleHolders on e.LoggedBy equals l.Id into loggers
            from logger in loggers.DefaultIfEmpty()
            join x in db.RoleHolders on e.EndedBy equals x.Id into enders
            from ender in enders.DefaultIfEmpty()
            select new ExchangeStory(
                e,
                giver.FirstName + (giver.LastName == "" ? "" : " " + giver.LastName),
                receiver == null ? null : receiver.FirstName + (receiver.LastName == "" ? "" : " " + receiver.LastName),
                null,
                logger == null ? null : logger.Name,
                ender == null ? null : ender.Name
            )
            {
                IsLoggedForAnother = e.Door == Door.Screen && logger != null && e.LoggedFor != null && logger.MemberId != e.LoggedFor,
                AgreedForThemBy = db.RoleHolders.Where(h => h.Id == e.AnsweredFor).Select(h => h.Name).FirstOrDefault(),
            }
        ).ToListAsync(ct);
        var corrections = await db.CorrectionsOfAsync(found.Select(s => s.Exchange), ct);
        var stories = found.ConvertAll(s => s.With(corrections));
        var byEntry = stories.ToDictionary(s => s.Exchange.EntryId!.Value);
        foreach (var story in stories)
        {
            if (story.Exchange.ReversalId is { } reversal)
                byEntry[reversal] = story;
        }
        return byEntry;
    }
}
