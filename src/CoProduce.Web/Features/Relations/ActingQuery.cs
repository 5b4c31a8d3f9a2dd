using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Relations;

/// <summary>Something that was done on a member's behalf by somebody who acts for them.</summary>
/// <param name="Deed">The use case, as the audit has it.</param>
public sealed record DoneForThem(DateTimeOffset At, string Name, string Deed);

/// <summary>Who acts for a member, the newest first, and what they did.</summary>
public sealed record ActingShown(Member Member, IReadOnlyList<ActingFor> Acting, IReadOnlyList<DoneForThem> Done, DateOnly Today)
{
    /// <summary>Those that count now or will.</summary>
    public IEnumerable<ActingFor> Open => Acting.Where(a => a.EndedAt is null && (a.Until is null || a.Until >= Today));

    /// <summary>Those that are over.</summary>
    public IEnumerable<ActingFor> Over => Acting.Except(Open);
}

/// <summary>Reads who acts for whom.</summary>
public sealed class ActingQuery(UnitOfWork work, CurrentPerson me, CurrentOrganisation organisation, TimeProvider clock)
{
    /// <summary>How many of the last deeds are shown.</summary>
    public const int Shown = 50;

    /// <summary>Who acts for that member; null when there is none here, or it is not this person's to know.</summary>
    public Task<ActingShown?> OfAsync(MemberId id, CancellationToken ct = default) =>
        work.ReadAsync<ActingShown?>(
            async db =>
            {
                var isMine = me.ActsFor is null && me.MemberId == id;
                if (
                    (!isMine && !me.Holds(Role.Coordinator)) || await db.Members.SingleOrDefaultAsync(m => m.Id == id, ct) is not { } member
                )
                    return null;
                var acting = await db.ActingFor.Where(a => a.MemberId == id).OrderByDescending(a => a.SetAt).ToListAsync(ct);
                return new(member, acting, await DoneAsync(db, id, acting, ct), organisation.Profile.DateOf(clock.GetUtcNow()));
            },
            ct
        );

    /// <summary>The members for whom the signed-in person may act today, by name.</summary>
    public Task<IReadOnlyList<ActedFor>> MineAsync(CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<ActedFor>>(
            async db => await db.ActedForBy(me.Id, null, organisation.Profile.DateOf(clock.GetUtcNow())).ToListAsync(ct),
            ct
        );

    // What is confirmed stands in the ledger with who did it; everything else in the audit.
    private static async Task<IReadOnlyList<DoneForThem>> DoneAsync(TenantDb db, MemberId id, List<ActingFor> acting, CancellationToken ct)
    {
        var holders = acting.Select(a => a.HolderId).OfType<RoleHolderId>().Distinct().ToList();
        if (holders.Count == 0)
            return [];
        var guids = holders.ConvertAll(h => (Guid?)h.Value);
        var lines = await (
            from line in db.AuditLines
            where line.OnBehalfOf == id && line.Door == Door.Screen && line.By != null && holders.Contains(line.By.Value)
            join holder in db.RoleHolders on line.By equals holder.Id
            orderby line.At descending
            select new DoneForThem(line.At, holder.Name, line.Deed)
        )
            .Take(Shown)
            .ToListAsync(ct);
        var entries = await db
            .Entries.Where(e => e.OnBehalfOf == id.Value && e.Door == Door.Screen && guids.Contains(e.ActedBy) && e.Reverses == null)
            .OrderByDescending(e => e.PostedAt)
            .Take(Shown)
            .ToListAsync(ct);
        var names = await db.RoleHolders.Where(r => holders.Contains(r.Id)).ToDictionaryAsync(r => r.Id.Value, r => r.Name, ct);
        return
        [
            .. lines
                .Concat(
                    entries.Select(e => new DoneForThem(
                        e.PostedAt,
                        names[e.ActedBy!.Value],
                        nameof(CoProduce.Web.Features.Exchanges.AnswerExchange)
                    ))
                )
                .OrderByDescending(d => d.At)
                .Take(Shown),
        ];
    }
}
