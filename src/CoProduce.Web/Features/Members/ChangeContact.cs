using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Members;

/// <summary>A coordinator changes how a member can be reached.</summary>
public sealed class ChangeContact(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Changed,

        /// <summary>There is no such member here, or their hub keeps no contact details.</summary>
        NotFound,
    }

    public Task<Outcome> HandleAsync(ContactForm form, CancellationToken ct = default) =>
        work.OnceAsync(
            form.RequestKey,
            form,
            async db =>
            {
                var contact = await (
                    from c in db.MemberContacts
                    join m in db.Members on c.MemberId equals m.Id
                    join h in db.Hubs on m.HubId equals h.Id
                    where c.MemberId == new MemberId(form.Member) && h.Kind != HubKind.Custody
                    select c
                ).SingleOrDefaultAsync(ct);
                if (contact is null)
                    return Outcome.NotFound;
                (contact.Prefers, contact.BornOn) = (form.Prefers, form.Born.ToDate());
                (contact.Phone, contact.Email) = (form.Phone?.Trim() ?? "", form.Email?.Trim() ?? "");
                (contact.WritesIn, contact.WantsDailyMail) = (form.WritesIn ?? "", form.WantsDailyMail);
                contact.Address = form.Address?.Trim() ?? "";
                db.AuditLines.Add(me.Line(nameof(ChangeContact), form.Member, clock.GetUtcNow(), onBehalfOf: contact.MemberId));
                db.Keep();
                return Outcome.Changed;
            },
            ct
        );
}
