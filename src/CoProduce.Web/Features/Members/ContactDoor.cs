using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Members;

/// <summary>The one door to a member's contact details for somebody else's eyes: it writes who looked, and custody settings have none to show.</summary>
public sealed class ContactDoor(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    /// <summary>The details; null when there is no such member here, or the hub keeps none.</summary>
    public Task<MemberContact?> OpenAsync(MemberId member, CancellationToken ct = default) =>
        work.WriteAsync(
            async db =>
            {
                var contact = await (
                    from c in db.MemberContacts.AsNoTracking()
                    join m in db.Members on c.MemberId equals m.Id
                    join h in db.Hubs on m.HubId equals h.Id
                    where c.MemberId == member && h.Kind != Organisations.HubKind.Custody
                    select c
                ).SingleOrDefaultAsync(ct);
                if (contact is null)
                    return null;
                await db.WriteLookAsync(member, RecordPart.Contact, me, clock.GetUtcNow(), ct);
                db.Keep();
                return contact;
            },
            ct
        );

    /// <summary>The telephone numbers of those whom the program asks somebody to ring, and nothing else of them; for each it writes that their number was seen for a call.</summary>
    public Task<IReadOnlyDictionary<MemberId, string>> TelephonesAsync(
        IReadOnlyCollection<MemberId> members,
        CancellationToken ct = default
    ) =>
        work.WriteAsync<IReadOnlyDictionary<MemberId, string>>(
            async db =>
            {
                var phones = await (
                    from c in db.MemberContacts
                    join m in db.Members on c.MemberId equals m.Id
                    join h in db.Hubs on m.HubId equals h.Id
                    where members.Contains(c.MemberId) && c.Phone != "" && h.Kind != Organisations.HubKind.Custody
                    select new { c.MemberId, c.Phone }
                ).ToDictionaryAsync(c => c.MemberId, c => c.Phone, ct);
                await db.WriteLooksAsync([.. phones.Keys], RecordPart.Telephone, me, clock.GetUtcNow(), ct);
                db.Keep();
                return phones;
            },
            ct
        );
}
