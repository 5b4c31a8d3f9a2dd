using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Care.Guardians;

/// <summary>A member under 18 for whom no guardian's yes is in force.</summary>
public sealed record MissingConsent(MemberId Member, string Name);

/// <summary>Who is under 18, and for whom a guardian has said yes; inside a unit of work.</summary>
internal static class Minors
{
    /// <summary>Of these members those under 18 on the day: by the day of birth, or by what was written down with the guardian.</summary>
    public static IQueryable<Member> MinorsAmong(this TenantDb db, IQueryable<Member> members, DateOnly day)
    {
        var bornAfter = day.AddYears(-Guardian.OfAge);
        return members.Where(m =>
            m.Kind == MemberKind.Person
            && (
                db.MemberContacts.Any(c => c.MemberId == m.Id && c.BornOn > bornAfter)
                || (
                    !db.MemberContacts.Any(c => c.MemberId == m.Id && c.BornOn != null)
                    && db.Guardians.Any(g => g.MemberId == m.Id && (g.TurnsAdultOn == null || g.TurnsAdultOn > day))
                )
            )
        );
    }

    /// <summary>Of these members those under 18 whose guardian has not said yes, or said it no longer.</summary>
    public static IQueryable<Member> WithoutConsent(this TenantDb db, IQueryable<Member> members, DateOnly day) =>
        db.MinorsAmong(members, day)
            .Where(m =>
                !db.GuardianConsents.Any(c =>
                    c.MemberId == m.Id
                    && c.IsGiven
                    && (c.Until == null || c.Until >= day)
                    && !db.GuardianConsents.Any(later => later.MemberId == m.Id && later.RecordedAt > c.RecordedAt)
                )
            );
}
