using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Members;

/// <summary>A coordinator invites a member who has no sign-in to make one; an address that was not known yet is kept with their details.</summary>
public sealed class InviteMember(UnitOfWork work, Invite invite)
{
    public enum Outcome
    {
        Invited,

        /// <summary>There is no such member who takes part, or their hub has no internet.</summary>
        NotFound,
        HasSignIn,

        /// <summary>No address is known and none was given.</summary>
        NoAddress,
    }

    /// <summary>Whether there is something to invite to, before anybody is asked for an address: <see cref="Outcome.Invited"/> when their address is known.</summary>
    public Task<Outcome> TryAsync(MemberId member, CancellationToken ct = default) =>
        work.ReadAsync(async db => (await WhoAsync(db, member, ct)).Outcome, ct);

    public Task<Outcome> HandleAsync(InviteMemberForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => InviteAsync(db, form, ct), ct);

    private async Task<Outcome> InviteAsync(TenantDb db, InviteMemberForm form, CancellationToken ct)
    {
        var (outcome, member, contact) = await WhoAsync(db, new(form.Member), ct);
        if (outcome == Outcome.NoAddress && !string.IsNullOrWhiteSpace(form.Email))
            (outcome, contact!.Email) = (Outcome.Invited, form.Email.Trim());
        if (outcome != Outcome.Invited)
            return outcome;
        await invite.HandleAsync(db, contact!.Email, member!.Name, [Role.Member], member.Id, ct);
        db.Keep();
        return Outcome.Invited;
    }

    private static async Task<(Outcome Outcome, Member? Member, MemberContact? Contact)> WhoAsync(
        TenantDb db,
        MemberId id,
        CancellationToken ct
    )
    {
        var found = await (
            from m in db.Members
            where m.Id == id && m.Status == MemberStatus.Active
            join h in db.Hubs on m.HubId equals h.Id
            where h.Kind != HubKind.Custody
            join c in db.MemberContacts on m.Id equals c.MemberId
            select new { Member = m, Contact = c }
        ).SingleOrDefaultAsync(ct);
        var outcome =
            found is null ? Outcome.NotFound
            : await db.RoleHolders.AnyAsync(r => r.MemberId == id && r.EndedAt == null, ct) ? Outcome.HasSignIn
            : found.Contact.Email.Length == 0 ? Outcome.NoAddress
            : Outcome.Invited;
        return (outcome, found?.Member, found?.Contact);
    }
}
