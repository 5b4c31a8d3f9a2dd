using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Retention;

/// <summary>Until when a member's record is kept whatever the rules say, and why.</summary>
public sealed class KeepLongerForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Member { get; set; }

    /// <summary>Until when; empty for no longer than the rules say.</summary>
    public DateBoxes Until { get; set; } = new();

    /// <summary>Why; not read where no date was given.</summary>
    public string? Why { get; set; }
}

/// <summary>The shape of <see cref="KeepLongerForm"/>.</summary>
public sealed class KeepLongerRules : AbstractValidator<KeepLongerForm>
{
    public KeepLongerRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Until)
            .Must(d => d.IsEmpty || d.ToDate() is not null)
            .WithMessage(_ => texts["Write the date as day, month and year, for example 24 11 2026."]);
        RuleFor(f => f.Why)
            .Must(w => !string.IsNullOrWhiteSpace(w))
            .When(f => !f.Until.IsEmpty)
            .WithMessage(_ => texts["Say why, for whoever reads it in a year."])
            .MaximumLength(RetentionHold.WhyLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", RetentionHold.WhyLength]);
    }
}

/// <summary>A coordinator keeps a member's record for longer than the rules say, or lets it go by them again.</summary>
public sealed class KeepLonger(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Kept,
        LetGo,
        NotFound,
    }

    public Task<Outcome> HandleAsync(KeepLongerForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => KeepAsync(db, form, ct), ct);

    private async Task<Outcome> KeepAsync(TenantDb db, KeepLongerForm form, CancellationToken ct)
    {
        var id = new MemberId(form.Member);
        if (!await db.Members.AnyAsync(m => m.Id == id && m.ErasedOn == null, ct))
            return Outcome.NotFound;
        var hold = await db.RetentionHolds.SingleOrDefaultAsync(h => h.MemberId == id, ct);
        if (form.Until.ToDate() is { } until)
        {
            if (hold is null)
                db.RetentionHolds.Add(hold = new() { MemberId = id, Why = "" });
            (hold.Until, hold.Why, hold.By) = (until, form.Why!.Trim(), me.Id);
        }
        else if (hold is not null)
            db.RetentionHolds.Remove(hold);
        db.AuditLines.Add(me.Line(nameof(KeepLonger), form.Member, clock.GetUtcNow()));
        db.Keep();
        return form.Until.IsEmpty ? Outcome.LetGo : Outcome.Kept;
    }
}
