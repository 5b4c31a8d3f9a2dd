using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Members;

/// <summary>A member changes what they say of themselves and how they like to be reached. A place of custody keeps no contact details.</summary>
public sealed class ChangeProfile(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Changed,
    }

    public Task<Outcome> HandleAsync(ProfileForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => ChangeAsync(db, form, ct), ct);

    private async Task<Outcome> ChangeAsync(TenantDb db, ProfileForm form, CancellationToken ct)
    {
        var mine = me.Member;
        var member = await db.Members.SingleAsync(m => m.Id == mine, ct);
        member.About = form.About?.Trim() ?? "";
        if (!await db.Hubs.AnyAsync(h => h.Id == member.HubId && h.Kind == HubKind.Custody, ct))
        {
            var contact = await db.MemberContacts.SingleOrDefaultAsync(c => c.MemberId == mine, ct);
            if (contact is null)
                db.MemberContacts.Add(contact = new() { MemberId = mine });
            contact.Prefers = form.Prefers is { } way ? Enum.Parse<ContactWay>(way) : contact.Prefers;
            (contact.WritesIn, contact.WantsDailyMail) = (form.WritesIn ?? "", form.WantsDailyMail);
            contact.Email = form.Email?.Trim() ?? "";
            contact.Phone = form.Phone?.Trim() ?? "";
            contact.Address = form.Address?.Trim() ?? "";
        }
        db.AuditLines.Add(me.Line(nameof(ChangeProfile), mine.Value, clock.GetUtcNow()));
        db.Keep();
        return Outcome.Changed;
    }
}
