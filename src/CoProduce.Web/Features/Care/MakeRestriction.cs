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

/// <summary>A coordinator writes down something to keep to when a member meets others.</summary>
public sealed class MakeRestriction(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Made,
        NotFound,

        /// <summary>It would be over, or be looked at again, before it begins.</summary>
        OverBeforeItBegins,
    }

    public Task<Outcome> HandleAsync(RestrictionForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => MakeAsync(db, form, ct), ct);

    private async Task<Outcome> MakeAsync(TenantDb db, RestrictionForm form, CancellationToken ct)
    {
        var (now, member, since) = (clock.GetUtcNow(), new MemberId(form.Member), form.Since.ToDate()!.Value);
        if (!await db.Members.AnyAsync(m => m.Id == member, ct))
            return Outcome.NotFound;
        if (form.Until.ToDate() < since || form.ReviewOn.ToDate() < since)
            return Outcome.OverBeforeItBegins;
        db.Restrictions.Add(
            new()
            {
                Id = new(form.RequestKey),
                MemberId = member,
                Kind = form.Kind,
                Words = (form.Words ?? "").Trim(),
                Why = form.Why!.Trim(),
                FromWhom = form.FromWhom!.Trim(),
                Since = since,
                Until = form.Until.ToDate(),
                ReviewOn = form.ReviewOn.ToDate(),
                MadeBy = me.Id,
                MadeAt = now,
                Door = form.Door,
            }
        );
        db.AuditLines.Add(me.Line(nameof(MakeRestriction), form.RequestKey, now, form.Door, member));
        db.Keep();
        return Outcome.Made;
    }
}

/// <summary>A restriction as a coordinator writes it down.</summary>
public sealed class RestrictionForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Member { get; set; }

    public RestrictionKind Kind { get; set; }

    public string? Words { get; set; }

    public string? Why { get; set; }

    public string? FromWhom { get; set; }

    public DateBoxes Since
    {
        get => field ??= new();
        set;
    }

    /// <summary>The last day; empty until somebody lifts it.</summary>
    public DateBoxes Until
    {
        get => field ??= new();
        set;
    }

    /// <summary>When to ask whether it is still needed; empty for never.</summary>
    public DateBoxes ReviewOn
    {
        get => field ??= new();
        set;
    }

    public Door Door { get; set; } = Door.Phone;
}

/// <summary>The shape of <see cref="RestrictionForm"/>.</summary>
public sealed class RestrictionRules : AbstractValidator<RestrictionForm>
{
    public RestrictionRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Kind).IsInEnum().WithMessage(_ => texts["Choose what is to be kept to."]);
        RuleFor(f => f.Words)
            .Must(w => !string.IsNullOrWhiteSpace(w))
            .When(f => f.Kind == RestrictionKind.Other)
            .WithMessage(_ => texts["Say in a few words what is to be kept to."]);
        RuleFor(f => f.Words).IsSaidOrEmpty(texts, Restriction.WordsLength);
        RuleFor(f => f.Why).IsSaid(texts, "Say why, in a few words. It is kept with the record.", Restriction.WhyLength);
        RuleFor(f => f.FromWhom)
            .IsSaid(texts, "Say whom it comes from, for example the member or a probation officer.", Restriction.FromLength);
        RuleFor(f => f.Since).IsADate(texts);
        RuleFor(f => f.Until).IsADateOrEmpty(texts);
        RuleFor(f => f.ReviewOn).IsADateOrEmpty(texts);
    }
}
