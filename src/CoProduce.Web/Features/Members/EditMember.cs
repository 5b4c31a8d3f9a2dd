using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Moving;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Members;

/// <summary>A coordinator changes a member's name, time bank and words about themselves.</summary>
public sealed class EditMember(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Changed,
        NotFound,

        /// <summary>The hub is not one of this organisation's, or takes no new members.</summary>
        UnknownHub,
    }

    /// <summary>The form as things stand; null when there is no such member here.</summary>
    public Task<EditMemberForm?> ReadAsync(MemberId id, CancellationToken ct = default) =>
        work.ReadAsync<EditMemberForm?>(
            async db =>
                await db.Members.SingleOrDefaultAsync(m => m.Id == id, ct) is not { } member
                    ? null
                    : new()
                    {
                        Member = id.Value,
                        FirstName = member.FirstName,
                        LastName = member.LastName,
                        Hub = member.HubId.Value,
                        About = member.About,
                    },
            ct
        );

    public Task<Outcome> HandleAsync(EditMemberForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => EditAsync(db, form, ct), ct);

    private async Task<Outcome> EditAsync(TenantDb db, EditMemberForm form, CancellationToken ct)
    {
        var (id, hub, now) = (new MemberId(form.Member), new HubId(form.Hub!.Value), clock.GetUtcNow());
        if (await db.Members.SingleOrDefaultAsync(m => m.Id == id, ct) is not { } member)
            return Outcome.NotFound;
        if (member.HubId != hub && !await db.Hubs.AnyAsync(h => h.Id == hub && h.ClosedAt == null, ct))
            return Outcome.UnknownHub;
        (member.FirstName, member.LastName) = (form.FirstName!, member.Kind == MemberKind.Organisation ? "" : form.LastName ?? "");
        member.About = form.About?.Trim() ?? "";
        if (member.HubId != hub)
            await db.MoveToHubAsync(member, new(hub, organisation.Profile.DateOf(now)), me.Acting(Door.Screen), now, ct);
        db.AuditLines.Add(me.Line(nameof(EditMember), form.Member, now, onBehalfOf: id));
        db.Keep();
        return Outcome.Changed;
    }
}
