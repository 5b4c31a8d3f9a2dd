using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Joining.Steps;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Joining;

/// <summary>A coordinator writes down what was said in the conversation, while it goes on or afterwards.</summary>
public sealed class NoteConversation(UnitOfWork work, CurrentPerson me, CurrentOrganisation organisation, TimeProvider clock)
{
    public Task<JoiningOutcome> HandleAsync(ConversationForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => NoteAsync(db, form, ct), ct);

    private async Task<JoiningOutcome> NoteAsync(TenantDb db, ConversationForm form, CancellationToken ct)
    {
        if (await db.LockJoinerAsync(new(form.Joiner), ct) is not { } joiner)
            return JoiningOutcome.NotFound;
        if (joiner.State is not (JoinerState.Waiting or JoinerState.Approved))
            return JoiningOutcome.NoLongerOpen;
        var now = clock.GetUtcNow();
        var details = await db.JoinerDetails.SingleAsync(d => d.JoinerId == joiner.Id, ct);
        form.WriteTo(details);
        await EndStepsAsync(db, details, form, organisation.Profile.DateOf(now), me.Id, now, ct);
        db.AuditLines.Add(me.Line(nameof(NoteConversation), form.Joiner, now, form.Door));
        db.Keep();
        return JoiningOutcome.Done;
    }

    /// <summary>Ends the conversation when they have talked, and giving and asking when both were said.</summary>
    internal static async Task EndStepsAsync(
        TenantDb db,
        JoinerDetails details,
        ConversationForm form,
        DateOnly today,
        RoleHolderId by,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        await db.EndOfferAndRequestAsync(details, today, by, form.Door, now, ct);
        if (!form.HaveTalked)
            return;
        var step = await db.StepAsync(details.JoinerId, StepKind.Conversation, ct);
        if (step.Result is null)
            step.End(StepResult.Done, today, by, form.Door, "", now);
    }
}
