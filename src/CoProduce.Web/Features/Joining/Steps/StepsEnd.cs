using CoProduce.Web.Data;
using CoProduce.Web.Features.Joining.References;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Joining.Steps;

/// <summary>Steps that several use cases end. Each needs the joiner locked, which keeps two at once apart.</summary>
internal static class StepsEnd
{
    /// <summary>What is written of a step; a new line when nothing was.</summary>
    public static async Task<JoinerStep> StepAsync(this TenantDb db, JoinerId joiner, StepKind kind, CancellationToken ct)
    {
        if (await db.JoinerSteps.SingleOrDefaultAsync(s => s.JoinerId == joiner && s.Kind == kind, ct) is { } step)
            return step;
        step = new() { JoinerId = joiner, Kind = kind };
        db.JoinerSteps.Add(step);
        return step;
    }

    /// <summary>A guardian's yes no longer counts: they said no, or somebody else looks after the joiner.</summary>
    public static Task<int> TakeBackGuardianYesAsync(this TenantDb db, JoinerId joiner, CancellationToken ct) =>
        db.JoinerSteps.Where(s => s.JoinerId == joiner && s.Kind == StepKind.GuardianYes).ExecuteDeleteAsync(ct);

    /// <summary>Ends what was left of giving and asking when both were said.</summary>
    public static async Task EndOfferAndRequestAsync(
        this TenantDb db,
        JoinerDetails details,
        DateOnly today,
        Accounts.RoleHolderId? by,
        CoProduce.Ledger.Door door,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (details.OfferWords.Length == 0 || details.RequestWords.Length == 0)
            return;
        var step = await db.StepAsync(details.JoinerId, StepKind.OfferAndRequest, ct);
        if (step.Result is null)
            step.End(StepResult.Done, today, by, door, "", now);
    }

    /// <summary>Ends the references when as many as are enough would be glad; anything else is for a person to weigh.</summary>
    public static async Task EndReferencesAsync(
        this TenantDb db,
        JoinerReference answered,
        DateOnly today,
        Accounts.RoleHolderId? by,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var enough = (await db.JoiningRulesAsync(ct)).Settings.References;
        var answers = await db
            .JoinerReferences.Where(r => r.JoinerId == answered.JoinerId && r.Id != answered.Id && r.Answer != null)
            .Select(r => r.Answer)
            .ToListAsync(ct);
        answers.Add(answered.Answer);
        if (
            answers.Exists(a => a is ReferenceAnswer.LetUsTalk or ReferenceAnswer.RatherNot)
            || answers.Count(a => a == ReferenceAnswer.Glad) < enough
        )
            return;
        var step = await db.StepAsync(answered.JoinerId, StepKind.References, ct);
        if (step.Result is null)
            step.End(StepResult.Done, today, by, answered.Door, "", now);
    }
}
