using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Members;

/// <summary>The one door to a member's contact details for somebody else's eyes: it writes who looked, and custody settings have none to show.</summary>
public sealed class ContactDoor(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    /// <summary>
    /// What helps somebody and nothing else, wherever they are: a cell or a ward needs it as much as a street does. Empty when nothing was said; null when there is no
    /// such member here.
    /// </summary>
    public Task<MemberContact?> OpenNeedsAsync(MemberId member, CancellationToken ct = default) =>
        work.WriteAsync(
            async db =>
            {
                if (!await db.Members.AnyAsync(m => m.Id == member, ct))
                    return null;
                var said = await db
                    .MemberContacts.Where(c => c.MemberId == member)
                    .Select(c => new { c.AccessTicks, c.AccessNeeds })
                    .SingleOrDefaultAsync(ct);
                await db.WriteLookAsync(member, RecordPart.Contact, me, clock.GetUtcNow(), ct);
                db.Keep();
                return new MemberContact
                {
                    MemberId = member,
                    AccessTicks = said?.AccessTicks ?? AccessNeed.None,
                    AccessNeeds = said?.AccessNeeds ?? "",
                };
            },
            ct
        );

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
}
