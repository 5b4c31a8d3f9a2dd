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

/// <summary>A coordinator writes down a check that somebody has seen. It takes the place of the last of its kind, which stays in the history.</summary>
public sealed class RecordCheck(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Recorded,
        NotFound,
        UnknownKind,

        /// <summary>It is said to be seen on a day that has not come yet.</summary>
        InTheFuture,

        /// <summary>It would have run out before it was seen.</summary>
        OverBeforeSeen,
    }

    public Task<Outcome> HandleAsync(RecordCheckForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => RecordAsync(db, form, ct), ct);

    private async Task<Outcome> RecordAsync(TenantDb db, RecordCheckForm form, CancellationToken ct)
    {
        var (now, member, seenOn) = (clock.GetUtcNow(), new MemberId(form.Member), form.SeenOn.ToDate()!.Value);
        if (!await db.Members.AnyAsync(m => m.Id == member, ct))
            return Outcome.NotFound;
        if (
            form.KindId is not { } id
            || await db.CheckKinds.SingleOrDefaultAsync(k => k.Id == id && k.HiddenAt == null, ct) is not { } kind
        )
            return Outcome.UnknownKind;
        if (seenOn > organisation.Profile.DateOf(now))
            return Outcome.InTheFuture;
        var until = form.Until.ToDate() ?? kind.Until(seenOn);
        if (until < seenOn)
            return Outcome.OverBeforeSeen;
        var seen = new CheckSeen(kind.Id, form.Decision, form.SeenBy!.Trim(), seenOn, until, (form.Note ?? "").Trim());
        await db.RecordCheckAsync(member, seen, me, form.Door, now, ct);
        db.Keep();
        return Outcome.Recorded;
    }
}

/// <summary>A check as a coordinator writes it down.</summary>
public sealed class RecordCheckForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Member { get; set; }

    /// <summary>The kind, as the list posts it.</summary>
    public string? Kind { get; set; }

    /// <summary>The same as an id; null for none.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public CheckKindId? KindId => Guid.TryParse(Kind, out var id) ? new(id) : null;

    public CheckDecision Decision { get; set; } = CheckDecision.Satisfied;

    public string? SeenBy { get; set; }

    public DateBoxes SeenOn
    {
        get => field ??= new();
        set;
    }

    /// <summary>The last day; empty for as long as the kind lasts.</summary>
    public DateBoxes Until
    {
        get => field ??= new();
        set;
    }

    public string? Note { get; set; }

    public Door Door { get; set; } = Door.Screen;
}

/// <summary>The shape of <see cref="RecordCheckForm"/>.</summary>
public sealed class RecordCheckRules : AbstractValidator<RecordCheckForm>
{
    public RecordCheckRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Kind).NotEmpty().WithMessage(_ => texts["Choose which check it is."]);
        RuleFor(f => f.Decision).IsInEnum();
        RuleFor(f => f.SeenBy).IsSaid(texts, "Write who saw it.", MemberCheck.SeenByLength);
        RuleFor(f => f.SeenOn).IsADate(texts);
        RuleFor(f => f.Until).IsADateOrEmpty(texts);
        RuleFor(f => f.Note).IsSaidOrEmpty(texts, MemberCheck.NoteLength);
        RuleFor(f => f.Note)
            .NotEmpty()
            .When(f => f.Decision == CheckDecision.WithConditions)
            .WithMessage(_ => texts["Say in a few words what the conditions are."]);
    }
}

/// <summary>Why a check was not recorded, in a sentence that is a key of the texts; null when it was.</summary>
public static class RecordCheckRefusals
{
    public static string? Of(RecordCheck.Outcome outcome) =>
        outcome switch
        {
            RecordCheck.Outcome.Recorded => null,
            RecordCheck.Outcome.NotFound => "There is no such member here any more. Look for them again.",
            RecordCheck.Outcome.UnknownKind => "That check is not in the list any more. Choose another.",
            RecordCheck.Outcome.InTheFuture => "That day has not come yet. Write the day on which it was seen.",
            RecordCheck.Outcome.OverBeforeSeen => "It would have run out before it was seen. Look at the two dates again.",
        };
}
