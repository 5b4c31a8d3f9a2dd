using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Care;

/// <summary>Whoever may see a concern adds a step: what was done, how it stands, who sees to it next and by when. Nothing that stood before is changed.</summary>
public sealed class TakeConcernStep(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Taken,
        NotFound,

        /// <summary>Whoever should see to it does not coordinate here.</summary>
        UnknownOwner,

        /// <summary>Nobody sees to a concern about themself.</summary>
        OwnerIsConcerned,
    }

    public Task<Outcome> HandleAsync(ConcernStepForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => TakeAsync(db, form, ct), ct);

    private async Task<Outcome> TakeAsync(TenantDb db, ConcernStepForm form, CancellationToken ct)
    {
        var (now, id) = (clock.GetUtcNow(), new ConcernId(form.Concern));
        if (!await db.ConcernsFor(me).AnyAsync(c => c.Id == id, ct) || await db.LockConcernAsync(id, ct) is not { } concern)
            return Outcome.NotFound;
        if ((await db.CoordinatorsAsync(ct)).Find(h => h.Id.Value == form.Owner) is not { } owner)
            return Outcome.UnknownOwner;
        if (owner.MemberId == concern.MemberId)
            return Outcome.OwnerIsConcerned;
        var step = new ConcernStep
        {
            Id = form.RequestKey,
            ConcernId = id,
            At = now,
            WrittenBy = me.Id,
            Words = form.Words!.ReplaceLineEndings("\n").Trim(),
            Status = form.Status,
            OwnerId = owner.Id,
            DueOn = form.Due.ToDate()!.Value,
            Told = form.Told,
        };
        db.ConcernSteps.Add(step);
        concern.Take(step);
        db.AuditLines.Add(me.Line(nameof(TakeConcernStep), form.Concern, now));
        db.Keep();
        return Outcome.Taken;
    }
}

/// <summary>A step as it is written down.</summary>
public sealed class ConcernStepForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Concern { get; set; }

    public string? Words { get; set; }

    public ConcernStatus Status { get; set; }

    public Guid Owner { get; set; }

    public DateBoxes Due
    {
        get => field ??= new();
        set;
    }

    /// <summary>True when the member now knows of the record.</summary>
    public bool Told { get; set; }
}

/// <summary>The shape of <see cref="ConcernStepForm"/>.</summary>
public sealed class ConcernStepRules : AbstractValidator<ConcernStepForm>
{
    public ConcernStepRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Words).IsSaid(texts, "Say what was done, with whom, or how it ended.", Concern.TextLength);
        RuleFor(f => f.Status).IsInEnum();
        RuleFor(f => f.Owner).NotEmpty().WithMessage(_ => texts["Say who sees to it."]);
        RuleFor(f => f.Due).IsADate(texts);
    }
}
