using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Ledger;

/// <summary>An account, or the other side of a movement.</summary>
/// <param name="Name">The member's, team's, partner's, hub's or other organisation's; null for an account without a name of its own.</param>
/// <param name="IsHubs">True for the pot of a hub.</param>
public sealed record AccountNamed(AccountId Id, AccountKind Kind, string? Name, bool IsHubs)
{
    /// <summary>Whether it was opened by a coordinator, who may close it again.</summary>
    public bool MayClose => Kind is AccountKind.Team or AccountKind.Partner || Kind == AccountKind.Pot && Name is not null;
}

/// <summary>An account and how it stands, in minutes.</summary>
public sealed record AccountLine(AccountNamed Account, long Balance, long Held, bool IsClosed);

/// <summary>A movement on an account.</summary>
/// <param name="Amount">Positive for what came in.</param>
/// <param name="Balance">The balance after it.</param>
/// <param name="Others">The other sides.</param>
/// <param name="ForWhom">The member who was acted for; null when nobody was.</param>
/// <param name="Words">Empty when there are none.</param>
public sealed record AccountMove(
    EntryId Entry,
    EntryKind Kind,
    DateOnly ServiceDate,
    DateOnly PostedOn,
    long Amount,
    long Balance,
    IReadOnlyList<AccountNamed> Others,
    string? ForWhom,
    string Words
);

/// <summary>An account over a period: opening plus all moves is always the closing.</summary>
public sealed record AccountSheet(AccountLine Line, long Opening, IReadOnlyList<AccountMove> Moves, long Closing);

/// <summary>An entry with all its sides, who paid first.</summary>
/// <param name="MayUndo">Whether it is one that is undone here.</param>
public sealed record EntrySheet(
    DateOnly ServiceDate,
    DateOnly PostedOn,
    IReadOnlyList<(AccountNamed Account, long Amount)> Sides,
    string Words,
    bool MayUndo,
    bool IsUndone
);

/// <summary>Reads the accounts that are no member's.</summary>
public sealed class AccountsQuery(UnitOfWork work, CurrentOrganisation organisation, AffiliationsQuery affiliations)
{
    /// <summary>All of them, closed ones last.</summary>
    public async Task<IReadOnlyList<AccountLine>> ListAsync(CancellationToken ct = default)
    {
        var there = await ThereAsync(ct);
        var lines = await work.ReadAsync(db => Lines(db).ToListAsync(ct), ct);
        return
        [
            .. lines
                .Select(l => l.Shown(there))
                .OrderBy(l => l.IsClosed)
                .ThenBy(l => l.Account.Kind)
                .ThenBy(l => l.Account.Name is not null)
                .ThenBy(l => l.Account.Name, StringComparer.CurrentCulture),
        ];
    }

    /// <summary>One of them over days, both included; null when there is none, or it is a member's.</summary>
    public async Task<AccountSheet?> ReadAsync(AccountId id, StatementPeriod days, CancellationToken ct = default)
    {
        var there = await ThereAsync(ct);
        var (start, end) = (organisation.Profile.StartOf(days.From), organisation.Profile.StartOf(days.To.AddDays(1)));
        return await work.ReadAsync(
            async db =>
            {
                if (await Lines(db).SingleOrDefaultAsync(l => l.Id == id, ct) is not { } account)
                    return null;
                var all = from p in db.Postings where p.AccountId == id join e in db.Entries on p.EntryId equals e.Id select new { p, e };
                var opening = await all.Where(l => l.e.PostedAt < start)
                    .OrderByDescending(l => l.p.Number)
                    .Select(l => l.p.RunningBalance)
                    .FirstOrDefaultAsync(ct);
                var period = all.Where(l => l.e.PostedAt >= start && l.e.PostedAt < end);
                var rows = await (
                    from l in period
                    join m in db.Members on l.e.OnBehalfOf equals (Guid?)(object)m.Id into members
                    from member in members.DefaultIfEmpty()
                    orderby l.p.Number
                    select new
                    {
                        l.p,
                        l.e,
                        ForWhom = member == null ? null : (member.FirstName + " " + member.LastName).Trim(),
                    }
                ).ToListAsync(ct);
                var sides = await SidesAsync(db, period.Select(l => l.e.Id), there, ct);
                List<AccountMove> moves =
                [
                    .. rows.Select(r => new AccountMove(
                        r.e.Id,
                        r.e.Kind,
                        r.e.ServiceDate,
                        organisation.Profile.DateOf(r.e.PostedAt),
                        r.p.Amount,
                        r.p.RunningBalance,
                        [.. sides[r.e.Id].Select(s => s.Account).Where(a => a.Id != id)],
                        r.ForWhom,
                        r.e.Reason ?? ""
                    )),
                ];
                return new AccountSheet(account.Shown(there), opening, moves, moves.Count == 0 ? opening : moves[^1].Balance);
            },
            ct
        );
    }

    /// <summary>One entry with all its sides; null when there is none.</summary>
    public async Task<EntrySheet?> EntryAsync(EntryId id, CancellationToken ct = default)
    {
        var there = await ThereAsync(ct);
        return await work.ReadAsync(
            async db =>
            {
                if (await db.Entries.SingleOrDefaultAsync(e => e.Id == id, ct) is not { } entry)
                    return null;
                var sides = await SidesAsync(db, db.Entries.Where(e => e.Id == id).Select(e => e.Id), there, ct);
                return new EntrySheet(
                    entry.ServiceDate,
                    organisation.Profile.DateOf(entry.PostedAt),
                    [.. sides[id]],
                    entry.Reason ?? "",
                    entry.Kind != EntryKind.Reversal && UndoMove.Subjects.Contains(entry.SubjectKind),
                    await db.Entries.AnyAsync(e => e.Reverses == id, ct)
                );
            },
            ct
        );
    }

    private async Task<IReadOnlyDictionary<OrganisationId, string>> ThereAsync(CancellationToken ct) =>
        (await affiliations.ListAsync(ct)).ToDictionary(l => l.There, l => l.Name);

    private static IQueryable<Row> Lines(TenantDb db) =>
        from a in db.Accounts
        where a.Kind != AccountKind.Member
        join h in db.Hubs on a.HubId equals (HubId?)h.Id into hubs
        from hub in hubs.DefaultIfEmpty()
        select new Row
        {
            Id = a.Id,
            Kind = a.Kind,
            Name = hub == null ? a.Name : hub.Name,
            IsHubs = hub != null,
            There = a.AffiliateId,
            Balance = a.Balance,
            Held = a.Held,
            IsClosed = a.ClosedAt != null,
        };

    private static async Task<ILookup<EntryId, (AccountNamed Account, long Amount)>> SidesAsync(
        TenantDb db,
        IQueryable<EntryId> entries,
        IReadOnlyDictionary<OrganisationId, string> there,
        CancellationToken ct
    )
    {
        var legs = await (
            from p in db.Postings
            where entries.Contains(p.EntryId)
            join a in db.Accounts on p.AccountId equals a.Id
            join m in db.Members on a.MemberId equals m.Id into members
            from member in members.DefaultIfEmpty()
            join h in db.Hubs on a.HubId equals (HubId?)h.Id into hubs
            from hub in hubs.DefaultIfEmpty()
            orderby p.Amount
            select new
            {
                p.EntryId,
                p.Amount,
                Row = new Row
                {
                    Id = a.Id,
                    Kind = a.Kind,
                    Name =
                        member != null ? (member.FirstName + " " + member.LastName).Trim()
                        : hub != null ? hub.Name
                        : a.Name,
                    IsHubs = hub != null,
                    There = a.AffiliateId,
                },
            }
        ).ToListAsync(ct);
        return legs.ToLookup(l => l.EntryId, l => (l.Row.Shown(there).Account, l.Amount));
    }

    private sealed class Row
    {
        public AccountId Id { get; init; }
        public AccountKind Kind { get; init; }
        public string? Name { get; init; }
        public bool IsHubs { get; init; }
        public OrganisationId? There { get; init; }
        public long Balance { get; init; }
        public long Held { get; init; }
        public bool IsClosed { get; init; }

        public AccountLine Shown(IReadOnlyDictionary<OrganisationId, string> there) =>
            new(new(Id, Kind, There is { } other ? there.GetValueOrDefault(other) : Name, IsHubs), Balance, Held, IsClosed);
    }
}
