using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Care.Guardians;

/// <summary>Who looks after a member under 18, and what they said.</summary>
/// <param name="Guardian">Null when nobody is written down.</param>
/// <param name="Consents">The newest first; the first one counts.</param>
/// <param name="IsMinor">Whether the member is under 18 today, as far as anybody knows.</param>
/// <param name="MayTakePart">True for somebody of age, or with a guardian's yes in force.</param>
public sealed record GuardianShown(
    Member Member,
    Guardian? Guardian,
    IReadOnlyList<GuardianConsent> Consents,
    bool IsMinor,
    bool MayTakePart,
    DateOnly Today
);

/// <summary>Reads it for a coordinator's eyes; it writes who looked.</summary>
public sealed class GuardianQuery(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    /// <summary>Null when there is no such person here.</summary>
    public Task<GuardianShown?> ReadAsync(MemberId id, CancellationToken ct = default) =>
        work.WriteAsync(
            async db =>
            {
                var now = clock.GetUtcNow();
                var today = organisation.Profile.DateOf(now);
                var one = db.Members.AsNoTracking().Where(m => m.Id == id && m.Kind == MemberKind.Person);
                if (await one.SingleOrDefaultAsync(ct) is not { } member)
                    return null;
                await db.WriteLookAsync(id, RecordPart.Contact, me, now, ct);
                db.Keep();
                return new GuardianShown(
                    member,
                    await db.Guardians.AsNoTracking().SingleOrDefaultAsync(g => g.MemberId == id, ct),
                    await db
                        .GuardianConsents.AsNoTracking()
                        .Where(c => c.MemberId == id)
                        .OrderByDescending(c => c.RecordedAt)
                        .ToListAsync(ct),
                    await db.MinorsAmong(one, today).AnyAsync(ct),
                    !await db.WithoutConsent(one, today).AnyAsync(ct),
                    today
                );
            },
            ct
        );
}
