using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Peers;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Members;

/// <summary>A coordinator suspends a member, who then may not sign in or exchange, or lets them take part again; with a reason, kept in the audit.</summary>
public sealed class SuspendMember(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Done,
        NotFound,

        /// <summary>Who has left stays so.</summary>
        HasLeft,
    }

    /// <summary>Suspends.</summary>
    public Task<Outcome> SuspendAsync(StandingForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => SetAsync(db, form, MemberStatus.Suspended, nameof(SuspendMember), ct), ct);

    /// <summary>Ends a suspension.</summary>
    public Task<Outcome> ReinstateAsync(StandingForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => SetAsync(db, form, MemberStatus.Active, "ReinstateMember", ct), ct);

    private async Task<Outcome> SetAsync(TenantDb db, StandingForm form, MemberStatus status, string deed, CancellationToken ct)
    {
        if (await db.Members.SingleOrDefaultAsync(m => m.Id == new MemberId(form.Member), ct) is not { } member)
            return Outcome.NotFound;
        if (member.Status == MemberStatus.Left)
            return Outcome.HasLeft;
        member.Status = status;
        var now = clock.GetUtcNow();
        if (status == MemberStatus.Suspended)
            await db.EndPeerHubsOfAsync(member.Id, me.Id, now, ct);
        db.AuditLines.Add(me.Line(deed, form.Member, now, form.Door, member.Id, form.Reason!.Trim()));
        db.Keep();
        return Outcome.Done;
    }
}
