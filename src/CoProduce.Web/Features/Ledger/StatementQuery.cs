using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Ledger;

/// <summary>A member's account over a period. Amounts are minutes; opening plus all lines is always the closing.</summary>
/// <param name="Opening">The balance before the first day.</param>
/// <param name="Closing">The balance after the last day.</param>
public sealed record Statement(
    MemberId Member,
    string Name,
    int Number,
    DateOnly From,
    DateOnly To,
    long Opening,
    IReadOnlyList<StatementLine> Lines,
    long Closing
);

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
public sealed class StatementQuery(UnitOfWork work, CurrentOrganisation organisation)
{
    /// <summary>The statement of that member for those days, both included; null when there is no such member here.</summary>
    public Task<Statement?> ReadAsync(MemberId member, DateOnly from, DateOnly to, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var (start, end) = (organisation.Profile.StartOf(from), organisation.Profile.StartOf(to.AddDays(1)));
                var who = await db.Members.SingleOrDefaultAsync(m => m.Id == member, ct);
                if (who is null)
                    return null;
                var account = member.Account;
                var mine =
                    from p in db.Postings
                    where p.AccountId == account
                    join e in db.Entries on p.EntryId equals e.Id
                    select new { p, e };
                var opening = await mine.Where(l => l.e.PostedAt < start)
                    .OrderByDescending(l => l.p.Number)
                    .Select(l => l.p.RunningBalance)
                    .FirstOrDefaultAsync(ct);
                var period = mine.Where(l => l.e.PostedAt >= start && l.e.PostedAt < end);
                var rows = await period.OrderBy(l => l.p.Number).ToListAsync(ct);
                var others = await OthersAsync(db, period.Select(l => l.e.Id), account, ct);
                var stories = await StoriesAsync(db, who, ct);
                List<StatementLine> lines =
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
                return new Statement(
                    member,
                    who.Name,
                    who.Number,
                    from,
                    to,
                    opening,
                    lines,
                    lines.Count == 0 ? opening : lines[^1].Balance
                );
            },
            ct
        );

    // The other side of each entry; of several, the one with most minutes stands for all.
    private static async Task<Dictionary<EntryId, (AccountKind Kind, string? Name)>> OthersAsync(
        TenantDb db,
        IQueryable<EntryId> entries,
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
                FirstName = member == null ? null : member.FirstName,
                LastName = member == null ? null : member.LastName,
            }
        ).ToListAsync(ct);
        return legs.GroupBy(l => l.EntryId)
            .ToDictionary(
                g => g.Key,
                g =>
                {
                    var leg = g.MaxBy(l => Math.Abs(l.Amount))!;
                    return (leg.Kind, (string?)(leg.FirstName is null ? leg.Name : $"{leg.FirstName} {leg.LastName}".Trim()));
                }
            );
    }

    // The member's exchanges by the entry that moved their hours and by the one that undid it.
    private static async Task<Dictionary<EntryId, ExchangeStory>> StoriesAsync(TenantDb db, Member who, CancellationToken ct)
    {
        var member = who.Id;
        var found = await (
            from e in db.Exchanges
            where (e.GiverId == member || e.ReceiverId == member) && e.EntryId != null
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
