using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Care;

/// <summary>Reads concerns for those who may see them. What is absent and what is for others look the same.</summary>
public sealed class ConcernsQuery(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    /// <summary>Those for this person's eyes: the open ones by the day they are due, then the closed ones.</summary>
    public Task<List<ConcernLine>> AllAsync(CancellationToken ct = default) =>
        work.ReadAsync(
            db =>
                (
                    from c in db.ConcernsFor(me).AsNoTracking()
                    join m in db.Members on c.MemberId equals m.Id
                    join h in db.RoleHolders on c.OwnerId equals h.Id
                    orderby c.Status == ConcernStatus.Closed, c.DueOn, c.Id
                    select new ConcernLine(c.Id, (m.FirstName + " " + m.LastName).Trim(), c.Status, h.Name, c.DueOn, c.RecordedAt)
                ).ToListAsync(ct),
            ct
        );

    /// <summary>One with all its steps, the newest last, and writes who looked; null when there is none for this person.</summary>
    public Task<ConcernShown?> OpenAsync(ConcernId id, CancellationToken ct = default) =>
        work.WriteAsync<ConcernShown?>(
            async db =>
            {
                if (await db.ConcernsFor(me).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } concern)
                    return null;
                await db.WriteLookAsync(concern.MemberId, RecordPart.Concern, me, clock.GetUtcNow(), ct, id);
                db.Keep();
                var names = await db.RoleHolders.ToDictionaryAsync(h => h.Id, h => h.Name, ct);
                var steps = await db
                    .ConcernSteps.AsNoTracking()
                    .Where(s => s.ConcernId == id)
                    .OrderBy(s => s.At)
                    .ThenBy(s => s.Id)
                    .ToListAsync(ct);
                return new(
                    concern,
                    await db.Members.AsNoTracking().SingleAsync(m => m.Id == concern.MemberId, ct),
                    steps,
                    names,
                    await OwnersAsync(db, concern.MemberId, ct)
                );
            },
            ct
        );

    /// <summary>What is needed to record one about that member; null when there is no such member here.</summary>
    public Task<ConcernBegun?> BeginAsync(MemberId id, CancellationToken ct = default) =>
        work.ReadAsync<ConcernBegun?>(
            async db =>
                await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct) is { } member
                    ? new(member, await OwnersAsync(db, id, ct))
                    : null,
            ct
        );

    private static async Task<IReadOnlyList<RoleHolder>> OwnersAsync(TenantDb db, MemberId about, CancellationToken ct) =>
        [.. (await db.CoordinatorsAsync(ct)).Where(h => h.MemberId != about)];
}

/// <summary>A concern in the list: nothing of what was seen.</summary>
public sealed record ConcernLine(ConcernId Id, string Name, ConcernStatus Status, string Owner, DateOnly DueOn, DateTimeOffset RecordedAt);

/// <summary>A concern with its steps.</summary>
/// <param name="Names">Of everybody with a place here, now or once.</param>
/// <param name="Owners">Those who could see to it.</param>
public sealed record ConcernShown(
    Concern Concern,
    Member Member,
    IReadOnlyList<ConcernStep> Steps,
    IReadOnlyDictionary<RoleHolderId, string> Names,
    IReadOnlyList<RoleHolder> Owners
);

/// <summary>About whom a concern is to be recorded, and who could see to it.</summary>
public sealed record ConcernBegun(Member Member, IReadOnlyList<RoleHolder> Owners);
