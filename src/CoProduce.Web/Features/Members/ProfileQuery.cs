using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Members;

/// <summary>What a member sees of themself.</summary>
/// <param name="Contact">How to reach them; null in a place that keeps no contact details.</param>
public sealed record MyProfile(Member Member, string Hub, MemberContact? Contact);

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
                return new MyProfile(member, hub.Name, contact);
            },
            ct
        );
}
