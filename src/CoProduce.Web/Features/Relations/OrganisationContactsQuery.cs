using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Relations;

/// <summary>An organisation-member and the people through whom it is reached, by name.</summary>
public sealed record OrganisationContactsShown(Member Member, IReadOnlyList<OrganisationContact> Contacts);

/// <summary>Reads the contacts of an organisation-member, and writes who looked as the door to contact details does.</summary>
public sealed class OrganisationContactsQuery(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    /// <summary>The contacts; null when there is no such organisation-member here.</summary>
    public Task<OrganisationContactsShown?> OpenAsync(MemberId member, CancellationToken ct = default) =>
        work.WriteAsync<OrganisationContactsShown?>(
            async db =>
            {
                var found = await db.Members.SingleOrDefaultAsync(m => m.Id == member && m.Kind == MemberKind.Organisation, ct);
                if (found is null)
                    return null;
                var contacts = await db.OrganisationContacts.Where(c => c.MemberId == member).OrderBy(c => c.Name).ToListAsync(ct);
                if (contacts.Count > 0)
                    await db.WriteLookAsync(member, RecordPart.Contact, me, clock.GetUtcNow(), ct);
                db.Keep();
                return new(found, contacts);
            },
            ct
        );
}
