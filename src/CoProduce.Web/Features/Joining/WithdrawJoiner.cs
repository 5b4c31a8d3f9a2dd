using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Joining.Steps;
using CoProduce.Web.Tenancy;

namespace CoProduce.Web.Features.Joining;

/// <summary>Somebody changed their mind, by their own link or by telling a coordinator; what is kept of them goes after the organisation's time.</summary>
public sealed class WithdrawJoiner(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    /// <summary>By their own link.</summary>
    public Task<JoiningOutcome> ByThemselvesAsync(JoinerId id, Guid requestKey, CancellationToken ct = default) =>
        work.OnceAsync(requestKey, new { id }, db => WithdrawAsync(db, id, by: null, ct), ct);

    /// <summary>A coordinator writes it down for them.</summary>
    public Task<JoiningOutcome> ForThemAsync(RefuseForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => ForThemAsync(db, form, ct), ct);

    private async Task<JoiningOutcome> ForThemAsync(TenantDb db, RefuseForm form, CancellationToken ct)
    {
        db.AuditLines.Add(me.Line(nameof(WithdrawJoiner), form.Joiner, clock.GetUtcNow(), form.Door));
        return await WithdrawAsync(db, new(form.Joiner), me.Id, ct);
    }

    private async Task<JoiningOutcome> WithdrawAsync(TenantDb db, JoinerId id, RoleHolderId? by, CancellationToken ct)
    {
        if (await db.LockJoinerAsync(id, ct) is not { } joiner)
            return JoiningOutcome.NotFound;
        if (joiner.State is not (JoinerState.Waiting or JoinerState.Writing))
            return JoiningOutcome.NoLongerOpen;
        var now = clock.GetUtcNow();
        joiner.Withdraw(by, now);
        db.Outbox.Add(ForgetJoiner.Promise(id, now.AddDays((await db.JoiningRulesAsync(ct)).Settings.KeptDays)));
        db.Keep();
        return JoiningOutcome.Done;
    }
}
