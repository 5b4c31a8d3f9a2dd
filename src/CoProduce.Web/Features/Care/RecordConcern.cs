using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Care;

/// <summary>A coordinator records a worry about somebody's safety and says who sees to it by when. Every coordinator can; reading is for fewer.</summary>
public sealed class RecordConcern(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Recorded,
        NotFound,

        /// <summary>It is said to have been seen on a day that has not come yet.</summary>
        InTheFuture,

        /// <summary>Whoever should see to it does not coordinate here.</summary>
        UnknownOwner,

        /// <summary>Nobody sees to a concern about themself.</summary>
        OwnerIsConcerned,

        /// <summary>The day by which is over.</summary>
        DueIsOver,
    }

    public Task<Outcome> HandleAsync(ConcernForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => RecordAsync(db, form, ct), ct);

    private async Task<Outcome> RecordAsync(TenantDb db, ConcernForm form, CancellationToken ct)
    {
        var (now, member) = (clock.GetUtcNow(), new MemberId(form.Member));
        var (today, seenOn, due) = (organisation.Profile.DateOf(now), form.SeenOn.ToDate()!.Value, form.Due.ToDate()!.Value);
        if (!await db.Members.AnyAsync(m => m.Id == member, ct))
            return Outcome.NotFound;
        if (seenOn > today)
            return Outcome.InTheFuture;
        if ((await db.CoordinatorsAsync(ct)).Find(h => h.Id.Value == form.Owner) is not { } owner)
            return Outcome.UnknownOwner;
        if (owner.MemberId == member)
            return Outcome.OwnerIsConcerned;
        if (due < today)
            return Outcome.DueIsOver;
        db.Concerns.Add(
            new()
            {
                Id = new(form.RequestKey),
                MemberId = member,
                Seen = form.Seen!.ReplaceLineEndings("\n").Trim(),
                SeenBy = form.SeenBy!.Trim(),
                SeenOn = seenOn,
                DoneAtOnce = (form.DoneAtOnce ?? "").ReplaceLineEndings("\n").Trim(),
                RecordedBy = me.Id,
                RecordedAt = now,
                Door = form.Door,
                OwnerId = owner.Id,
                DueOn = due,
            }
        );
        db.AuditLines.Add(me.Line(nameof(RecordConcern), form.RequestKey, now, form.Door));
        await db.PlanCareRoundAsync(now, ct);
        db.Keep();
        return Outcome.Recorded;
    }
}

/// <summary>A concern as it is recorded.</summary>
public sealed class ConcernForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Member { get; set; }

    public string? Seen { get; set; }

    public string? SeenBy { get; set; }

    public DateBoxes SeenOn
    {
        get => field ??= new();
        set;
    }

    public string? DoneAtOnce { get; set; }

    public Guid Owner { get; set; }

    public DateBoxes Due
    {
        get => field ??= new();
        set;
    }

    public Door Door { get; set; } = Door.Phone;
}

/// <summary>The shape of <see cref="ConcernForm"/>.</summary>
public sealed class ConcernRules : AbstractValidator<ConcernForm>
{
    public ConcernRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Seen).IsSaid(texts, "Write what was seen or heard.", Concern.TextLength);
        RuleFor(f => f.SeenBy).IsSaid(texts, "Write who saw or heard it.", Concern.SeenByLength);
        RuleFor(f => f.SeenOn).IsADate(texts);
        RuleFor(f => f.DoneAtOnce).IsSaidOrEmpty(texts, Concern.TextLength);
        RuleFor(f => f.Owner).NotEmpty().WithMessage(_ => texts["Say who sees to it."]);
        RuleFor(f => f.Due).IsADate(texts);
    }
}

/// <summary>Why a concern was not recorded, in a sentence that is a key of the texts; null when it was.</summary>
public static class RecordConcernRefusals
{
    public static string? Of(RecordConcern.Outcome outcome) =>
        outcome switch
        {
            RecordConcern.Outcome.Recorded => null,
            RecordConcern.Outcome.NotFound => "There is no such member here any more. Look for them again.",
            RecordConcern.Outcome.InTheFuture => "That day has not come yet. Write the day on which it was seen.",
            RecordConcern.Outcome.UnknownOwner => "Choose somebody who coordinates here now.",
            RecordConcern.Outcome.OwnerIsConcerned => "Nobody sees to a concern about themself. Choose somebody else.",
            RecordConcern.Outcome.DueIsOver => "That day is over. Choose a later one.",
        };
}
