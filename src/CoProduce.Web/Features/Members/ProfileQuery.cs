using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Members;

/// <summary>What a member sees of themself.</summary>
/// <param name="Contact">How to reach them; null in a place that keeps no contact details.</param>
public sealed record MyProfile(Member Member, string Hub, MemberContact? Contact, IReadOnlyList<MySkill> Skills);

/// <summary>A skill in the member's own words.</summary>
/// <param name="Category">The organisation's kind of help; null when none fits.</param>
public sealed record MySkill(Guid Id, string Words, string? Category);

/// <summary>Reads the signed-in member's own profile.</summary>
public sealed class ProfileQuery(UnitOfWork work, CurrentPerson me)
{
    public Task<MyProfile> ReadAsync(CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var mine = me.Member;
                var member = await db.Members.SingleAsync(m => m.Id == mine, ct);
                var hub = await db.Hubs.SingleAsync(h => h.Id == member.HubId, ct);
                var contact =
                    hub.Kind == HubKind.Custody ? null : await db.MemberContacts.SingleOrDefaultAsync(c => c.MemberId == mine, ct) ?? new();
                var skills = await (
                    from s in db.MemberSkills
                    where s.MemberId == mine
                    join c in db.Categories on s.CategoryId equals c.Id into categories
                    from category in categories.DefaultIfEmpty()
                    orderby s.Words
                    select new MySkill(s.Id, s.Words, category == null ? null : category.Name)
                ).ToListAsync(ct);
                return new MyProfile(member, hub.Name, contact, skills);
            },
            ct
        );
}
