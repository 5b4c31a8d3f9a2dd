using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Care.Guardians;

/// <summary>What a guardian said.</summary>
public sealed class GuardianConsentForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Member { get; set; }

    /// <summary>True for yes.</summary>
    public bool Gives { get; set; } = true;

    /// <summary>How it came.</summary>
    public Door Door { get; set; } = Door.Paper;

    /// <summary>The day on which they said so.</summary>
    public DateBoxes SaidOn
    {
        get => field ??= new();
        set;
    }

    /// <summary>The last day on which it counts; empty until the member is 18.</summary>
    public DateBoxes Until
    {
        get => field ??= new();
        set;
    }
}

/// <summary>The shape of <see cref="GuardianConsentForm"/>.</summary>
public sealed class GuardianConsentRules : AbstractValidator<GuardianConsentForm>
{
    public GuardianConsentRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.SaidOn).IsADate(texts);
        RuleFor(f => f.Until).IsADateOrEmpty(texts);
    }
}

/// <summary>A coordinator writes down that a guardian said yes or no, with the words that were asked.</summary>
public sealed class NoteGuardianConsent(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    IStringLocalizer texts,
    TimeProvider clock
)
{
    public enum Outcome
    {
        Noted,
        NotFound,

        /// <summary>Nobody is written down who could say it.</summary>
        NoGuardian,

        /// <summary>The day has not come yet.</summary>
        InTheFuture,

        /// <summary>It would be over before it was said.</summary>
        OverBeforeSaid,
    }

    public Task<Outcome> HandleAsync(GuardianConsentForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => NoteAsync(db, form, ct), ct);

    /// <summary>The words that are asked.</summary>
    public static string Wording(IStringLocalizer texts, string name, string organisation) =>
        texts["I look after {0}, and I agree that {0} takes part in {1}, gives help and is given help.", name, organisation];

    private async Task<Outcome> NoteAsync(TenantDb db, GuardianConsentForm form, CancellationToken ct)
    {
        var (now, id) = (clock.GetUtcNow(), new MemberId(form.Member));
        if (await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct) is not { } member)
            return Outcome.NotFound;
        if (await db.Guardians.AsNoTracking().SingleOrDefaultAsync(g => g.MemberId == id, ct) is not { Name.Length: > 0 } guardian)
            return Outcome.NoGuardian;
        var (saidOn, until) = (form.SaidOn.ToDate()!.Value, form.Until.ToDate());
        if (saidOn > organisation.Profile.DateOf(now))
            return Outcome.InTheFuture;
        if (until < saidOn)
            return Outcome.OverBeforeSaid;
        db.GuardianConsents.Add(
            new()
            {
                Id = form.RequestKey,
                MemberId = id,
                IsGiven = form.Gives,
                Wording = Wording(texts, member.Name, organisation.Profile.Name),
                Guardian = guardian.Name,
                Door = form.Door,
                SaidOn = saidOn,
                Until = until,
                RecordedBy = me.Id,
                RecordedAt = now,
            }
        );
        db.AuditLines.Add(me.Line(nameof(NoteGuardianConsent), form.Member, now, form.Door, id));
        db.Keep();
        return Outcome.Noted;
    }
}
