using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Joining.Steps;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Joining.References;

/// <summary>What a referee reads before they answer: whom it is about, and no more.</summary>
/// <param name="Joiner">The joiner's name.</param>
/// <param name="IsOpen">False when it was answered, or needs no answer any more.</param>
public sealed record ReferenceAsked(string Referee, string Joiner, bool IsOpen);

/// <summary>A referee answers by the link in the mail, once; or a coordinator writes down what they said or wrote.</summary>
public sealed class AnswerReference(UnitOfWork work, CurrentPerson me, CurrentOrganisation organisation, TimeProvider clock)
{
    /// <summary>What is asked; null when it is not there, or not any more.</summary>
    public Task<ReferenceAsked?> FindAsync(ReferenceId id, CancellationToken ct = default) =>
        work.ReadAsync(
            db =>
                (
                    from r in db.JoinerReferences
                    where r.Id == id
                    join j in db.Joiners on r.JoinerId equals j.Id
                    select new ReferenceAsked(
                        r.Name,
                        (j.FirstName + " " + j.LastName).Trim(),
                        r.Answer == null && j.State == JoinerState.Waiting
                    )
                ).SingleOrDefaultAsync(ct),
            ct
        );

    /// <summary>By the link in the mail.</summary>
    public Task<JoiningOutcome> ByMailAsync(ReferenceId id, AnswerReferenceForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, new { id, form }, db => AnswerAsync(db, id, form, writtenBy: null, Door.Mail, ct), ct);

    /// <summary>A coordinator writes it down.</summary>
    public Task<JoiningOutcome> ForThemAsync(ReferenceId id, AnswerReferenceForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, new { id, form }, db => ForThemAsync(db, id, form, ct), ct);

    private Task<JoiningOutcome> ForThemAsync(TenantDb db, ReferenceId id, AnswerReferenceForm form, CancellationToken ct)
    {
        db.AuditLines.Add(me.Line(nameof(AnswerReference), id.Value, clock.GetUtcNow(), form.Door));
        return AnswerAsync(db, id, form, me.Id, form.Door, ct);
    }

    private async Task<JoiningOutcome> AnswerAsync(
        TenantDb db,
        ReferenceId id,
        AnswerReferenceForm form,
        RoleHolderId? writtenBy,
        Door door,
        CancellationToken ct
    )
    {
        var joinerId = await db.JoinerReferences.Where(r => r.Id == id).Select(r => (JoinerId?)r.JoinerId).SingleOrDefaultAsync(ct);
        // The joiner before the reference, as everywhere: two referees at once count each other's answers.
        if (joinerId is not { } whose || await db.LockJoinerAsync(whose, ct) is not { } joiner)
            return JoiningOutcome.NotFound;
        if (joiner.State != JoinerState.Waiting || await db.LockReferenceAsync(id, ct) is not { Answer: null } reference)
            return JoiningOutcome.NoLongerOpen;
        var now = clock.GetUtcNow();
        reference.Say(form.Answer!.Value, form.Words ?? "", writtenBy, door, now);
        await db.EndReferencesAsync(reference, organisation.Profile.DateOf(now), writtenBy, now, ct);
        db.Keep();
        return JoiningOutcome.Done;
    }
}

/// <summary>What a referee says.</summary>
public sealed class AnswerReferenceForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public ReferenceAnswer? Answer { get; set; }

    public string? Words { get; set; }

    /// <summary>By which door it came, when a coordinator writes it down.</summary>
    public Door Door { get; set; } = Door.Phone;
}

/// <summary>The shape of <see cref="AnswerReferenceForm"/>.</summary>
public sealed class AnswerReferenceRules : AbstractValidator<AnswerReferenceForm>
{
    public AnswerReferenceRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Answer).NotNull().WithMessage(_ => texts["Choose one of the answers."]);
        RuleFor(f => f.Words).AtMost(JoinerReference.WordsLength, texts);
    }
}
