using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Care.Guardians;

/// <summary>Who takes part, is under 18 and has no guardian's yes in force. That it is missing is no secret among coordinators; who the guardian is stays behind its door.</summary>
public sealed class MissingYesQuery(UnitOfWork work, CurrentOrganisation organisation, TimeProvider clock)
{
    private const int Most = 100;

    private DateOnly Today => organisation.Profile.DateOf(clock.GetUtcNow());

    /// <summary>All of them, by number.</summary>
    public Task<IReadOnlyList<MissingConsent>> AllAsync(CancellationToken ct = default) =>
        work.ReadAsync(db => db.UnagreedAsync(Today, null, Most, ct), ct);

    /// <summary>Whether it is missing for that member.</summary>
    public Task<bool> IsMissingAsync(MemberId member, CancellationToken ct = default) =>
        work.ReadAsync(db => db.WithoutConsent(db.Members.Where(m => m.Id == member), Today).AnyAsync(ct), ct);
}

/// <summary>The same inside a unit of work.</summary>
internal static class UnagreedMinors
{
    /// <summary>The first of them by number.</summary>
    /// <param name="hubs">Of which time banks; null for all.</param>
    public static async Task<IReadOnlyList<MissingConsent>> UnagreedAsync(
        this TenantDb db,
        DateOnly day,
        IReadOnlyList<HubId>? hubs,
        int most,
        CancellationToken ct
    )
    {
        // From the few who may be under 18 to the members, so that it is as quick among many.
        var (isAll, shown) = (hubs is null, hubs ?? []);
        var bornAfter = day.AddYears(-Guardian.OfAge);
        var young = db
            .MemberContacts.Where(c => c.BornOn > bornAfter)
            .Select(c => c.MemberId)
            .Union(db.Guardians.Where(g => g.TurnsAdultOn == null || g.TurnsAdultOn > day).Select(g => g.MemberId));
        return await db.WithoutConsent(
                db.Members.Where(m => m.Status == MemberStatus.Active && (isAll || shown.Contains(m.HubId)) && young.Contains(m.Id)),
                day
            )
            .OrderBy(m => m.Number)
            .Take(most)
            .Select(m => new MissingConsent(m.Id, (m.FirstName + " " + m.LastName).Trim()))
            .ToListAsync(ct);
    }
}
