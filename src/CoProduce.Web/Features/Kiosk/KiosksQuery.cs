using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Kiosk;

/// <summary>A kiosk as coordinators see it.</summary>
/// <param name="SignIns">How many signed in at it in the last thirty days.</param>
public sealed record KioskRow(KioskScreen Kiosk, string Hub, int SignIns);

/// <summary>The kiosks, and whether a member has a PIN. For coordinators' eyes; the second also for the member's own.</summary>
public sealed class KiosksQuery(UnitOfWork work, TimeProvider clock)
{
    /// <summary>All of them, those that work first, by name.</summary>
    public Task<IReadOnlyList<KioskRow>> ListAsync(CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<KioskRow>>(
            async db =>
            {
                var since = clock.GetUtcNow().AddDays(-30);
                return await (
                    from k in db.KioskScreens
                    join h in db.Hubs on k.HubId equals h.Id
                    orderby k.EndedAt != null, k.Name
                    select new KioskRow(k, h.Name, db.KioskVisits.Count(v => v.KioskId == k.Id && v.BegunAt > since))
                ).ToListAsync(ct);
            },
            ct
        );

    /// <summary>That kiosk; null when there is none.</summary>
    public async Task<KioskRow?> FindAsync(KioskId id, CancellationToken ct = default) =>
        (await ListAsync(ct)).SingleOrDefault(k => k.Kiosk.Id == id);

    /// <summary>Since when the member has a PIN; null for none.</summary>
    public Task<DateTimeOffset?> PinSinceAsync(MemberId member, CancellationToken ct = default) =>
        work.ReadAsync(
            db => db.KioskPins.Where(p => p.MemberId == member).Select(p => (DateTimeOffset?)p.SetAt).SingleOrDefaultAsync(ct),
            ct
        );
}
