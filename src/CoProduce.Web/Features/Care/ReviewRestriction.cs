using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Care;

/// <summary>A coordinator has asked whether a restriction is still needed: it is lifted, or stays until the next review. Why is kept in the audit.</summary>
public sealed class ReviewRestriction(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    private const string Lifting = "LiftRestriction";

    public enum Outcome
    {
        Lifted,
        Stays,

        /// <summary>There is none, or it was lifted before.</summary>
        NotStanding,
    }

    public Task<Outcome> HandleAsync(ReviewForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => ReviewAsync(db, form, ct), ct);

    private async Task<Outcome> ReviewAsync(TenantDb db, ReviewForm form, CancellationToken ct)
    {
        var (now, member) = (clock.GetUtcNow(), new MemberId(form.Member));
        await db.LockMemberAsync(member, ct);
        var id = new RestrictionId(form.Restriction);
        if (await db.Restrictions.SingleOrDefaultAsync(r => r.Id == id && r.MemberId == member && r.LiftedAt == null, ct) is not { } found)
            return Outcome.NotStanding;
        if (form.IsLifted)
            found.Lift(me.Id, now);
        else
            found.ReviewOn = form.Next.ToDate();
        var deed = form.IsLifted ? Lifting : nameof(ReviewRestriction);
        db.AuditLines.Add(me.Line(deed, form.Restriction, now, onBehalfOf: member, reason: form.Reason!.Trim()));
        db.Keep();
        return form.IsLifted ? Outcome.Lifted : Outcome.Stays;
    }
}

/// <summary>What came of the question whether a restriction is still needed.</summary>
public sealed class ReviewForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Member { get; set; }

    public Guid Restriction { get; set; }

    public bool IsLifted { get; set; }

    /// <summary>When to ask again, if it stays; empty for never.</summary>
    public DateBoxes Next
    {
        get => field ??= new();
        set;
    }

    public string? Reason { get; set; }
}

/// <summary>The shape of <see cref="ReviewForm"/>.</summary>
public sealed class ReviewRules : AbstractValidator<ReviewForm>
{
    public ReviewRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Next).IsADateOrEmpty(texts);
        RuleFor(f => f.Reason).IsSaid(texts, "Say why, in a few words. It is kept with the record.", AuditLine.ReasonLength);
    }
}
