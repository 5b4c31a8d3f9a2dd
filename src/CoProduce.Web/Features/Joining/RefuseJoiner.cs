using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Joining.Steps;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Joining;

/// <summary>A coordinator says no, with kind words for the person and a reason that stays in the office.</summary>
public sealed class RefuseJoiner(UnitOfWork work, CurrentPerson me, JoinerLetters letters, TimeProvider clock)
{
    public Task<JoiningOutcome> HandleAsync(RefuseForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => RefuseAsync(db, form, ct), ct);

    private async Task<JoiningOutcome> RefuseAsync(TenantDb db, RefuseForm form, CancellationToken ct)
    {
        if (await db.LockJoinerAsync(new(form.Joiner), ct) is not { } joiner)
            return JoiningOutcome.NotFound;
        if (joiner.State != JoinerState.Waiting)
            return JoiningOutcome.NoLongerOpen;
        var now = clock.GetUtcNow();
        var details = await db.JoinerDetails.SingleAsync(d => d.JoinerId == joiner.Id, ct);
        joiner.Refuse(me.Id, now);
        (details.KindWords, details.PrivateReason) = (form.KindWords!.Trim(), form.Reason!.Trim());
        await letters.RefuseAsync(db, joiner, details, ct);
        db.Outbox.Add(ForgetJoiner.Promise(joiner.Id, now.AddDays((await db.JoiningRulesAsync(ct)).Settings.KeptDays)));
        db.AuditLines.Add(me.Line(nameof(RefuseJoiner), form.Joiner, now)); // the reason stands in the file, which is deleted; this line stays
        db.Keep();
        return JoiningOutcome.Done;
    }
}

/// <summary>That somebody does not join, and why.</summary>
public sealed class RefuseForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Joiner { get; set; }

    /// <summary>True when they changed their mind, false when the organisation says no.</summary>
    public bool TheirWish { get; set; }

    /// <summary>What they read; not asked when it is their wish.</summary>
    public string? KindWords { get; set; }

    /// <summary>What they never read; not asked when it is their wish.</summary>
    public string? Reason { get; set; }

    /// <summary>By which door they said that they changed their mind.</summary>
    public Door Door { get; set; } = Door.Phone;
}

/// <summary>The shape of <see cref="RefuseForm"/>.</summary>
public sealed class RefuseRules : AbstractValidator<RefuseForm>
{
    public RefuseRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.KindWords)
            .Must(w => !string.IsNullOrWhiteSpace(w))
            .When(f => !f.TheirWish)
            .WithMessage(_ => texts["Write a few kind words. They are what the person reads."]);
        RuleFor(f => f.Reason)
            .Must(w => !string.IsNullOrWhiteSpace(w))
            .When(f => !f.TheirWish)
            .WithMessage(_ => texts["Write the reason, for the office alone."]);
        RuleFor(f => f.KindWords).AtMost(JoinerDetails.TextLength, texts);
        RuleFor(f => f.Reason).AtMost(JoinerDetails.TextLength, texts);
    }
}
