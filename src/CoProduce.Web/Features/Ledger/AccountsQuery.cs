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

/// <summary>An account over a period: opening plus all moves of all pages is always the closing.</summary>
/// <param name="Brought">The balance before the first move of this page.</param>
/// <param name="Pages">How many pages the period has.</param>
public sealed record AccountSheet(
    AccountLine Line,
    long Opening,
    IReadOnlyList<AccountMove> Moves,
    long Closing,
    long Brought,
    int Page,
    int Pages
);

/// <summary>An entry with all its sides, who paid first.</summary>
/// <param name="MayUndo">Whether it is one that is undone here.</param>
/// <param name="Crossed">Whether its other half is in another organisation.</param>
/// <param name="Undoes">The entry that it undoes; null when it undoes none.</param>
/// <param name="UndoneBy">The entry that undid it; null while none did.</param>
public sealed record EntrySheet(
    DateOnly ServiceDate,
    DateOnly PostedOn,
    IReadOnlyList<(AccountNamed Account, long Amount)> Sides,
    string Words,
    bool MayUndo,
    bool Crossed,
    EntryId? Undoes,
    EntryId? UndoneBy
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

    /// <summary>One page of one of them over days, both included; null when there is none, or it is a member's.</summary>
    public async Task<AccountSheet?> ReadAsync(AccountId id, StatementPeriod days, int page = 1, CancellationToken ct = default)
    {
        var there = await ThereAsync(ct);
        var (start, end) = (organisation.Profile.StartOf(days.From), organisation.Profile.StartOf(days.To.AddDays(1)));
        return await work.ReadAsync(
            async db =>
            {
                if (await Lines(db).SingleOrDefaultAsync(l => l.Id == id, ct) is not { } account)
                    return null;
                var lines = await AccountLines.OverAsync(db, id, start, end, ct);
                var shown = lines.Page(page);
                var rows = await (
                    from p in db.Postings
                    where p.AccountId == id && p.Number > shown.After && p.Number <= shown.Last
                    join e in db.Entries on p.EntryId equals e.Id
                    select new { p, e } into l
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
                var sides = await SidesAsync(db, [.. rows.Select(r => r.e.Id)], there, ct);
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
                return new AccountSheet(
                    account.Shown(there),
                    await lines.OpeningAsync(db, ct),
                    moves,
                    await lines.ClosingAsync(db, ct),
                    moves.Count == 0 ? 0 : moves[0].Balance - moves[0].Amount,
                    shown.Number,
                    lines.Pages
                );
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
                var sides = await SidesAsync(db, [id], there, ct);
                return new EntrySheet(
                    entry.ServiceDate,
                    organisation.Profile.DateOf(entry.PostedAt),
                    [.. sides[id]],
                    entry.Reason ?? "",
                    entry.Kind == EntryKind.Between || entry.Kind != EntryKind.Reversal && UndoMove.Subjects.Contains(entry.SubjectKind),
                    entry.Kind == EntryKind.Between,
                    entry.Reverses,
                    await db.Entries.Where(e => e.Reverses == id).Select(e => (EntryId?)e.Id).SingleOrDefaultAsync(ct)
                );
            },
            ct
        );
    }

    private async Task<IReadOnlyDictionary<OrganisationId, string>> ThereAsync(CancellationToken ct) =>
        (await affiliations.HistoryAsync(ct)).ToDictionary(l => l.There, l => l.Name);

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
        IReadOnlyCollection<EntryId> entries,
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
