using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Matching.Day;

/// <summary>Who looks after which time bank, and who is away.</summary>
/// <param name="Hubs">All time banks, by name.</param>
/// <param name="Coordinators">Those who coordinate here, by name.</param>
/// <param name="Loads">Which coordinator looks after which time bank.</param>
/// <param name="Covers">Who is away now or will be.</param>
public sealed record CaseloadsShown(
    IReadOnlyList<Hub> Hubs,
    IReadOnlyList<RoleHolder> Coordinators,
    IReadOnlyList<Caseload> Loads,
    IReadOnlyList<Cover> Covers
);

/// <summary>Reads who looks after what.</summary>
public sealed class CaseloadsQuery(UnitOfWork work, CurrentOrganisation organisation, TimeProvider clock)
{
    public Task<CaseloadsShown> ReadAsync(CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var today = organisation.Profile.DateOf(clock.GetUtcNow());
                return new CaseloadsShown(
                    await db.Hubs.OrderBy(h => h.Name).ToListAsync(ct),
                    await db.CoordinatorsAsync(ct),
                    await db.Caseloads.ToListAsync(ct),
                    await db.Covers.Where(c => c.Until >= today).OrderBy(c => c.From).ToListAsync(ct)
                );
            },
            ct
        );
}

/// <summary>The time banks that one coordinator looks after.</summary>
public sealed class CaseloadForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Coordinator { get; set; }

    /// <summary>The time banks, as ids; null for none, and then their day shows all.</summary>
    public List<string>? Hubs { get; set; }

    /// <summary>The first day away; empty when they are not.</summary>
    public DateBoxes From
    {
        get => field ??= new();
        set;
    }

    /// <summary>The last day away.</summary>
    public DateBoxes Until
    {
        get => field ??= new();
        set;
    }

    /// <summary>Who sees to it meanwhile, as an id.</summary>
    public string? CoveredBy { get; set; }
}

/// <summary>The shape of <see cref="CaseloadForm"/>.</summary>
public sealed class CaseloadRules : AbstractValidator<CaseloadForm>
{
    public CaseloadRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleForEach(f => f.Hubs).Must(id => Guid.TryParse(id, out _)).WithMessage(_ => texts["Choose from the list."]);
        When(
            f => !f.From.IsEmpty || !f.Until.IsEmpty || !string.IsNullOrEmpty(f.CoveredBy),
            () =>
            {
                RuleFor(f => f.From).Must(d => d.ToDate() is not null).WithMessage(_ => texts["Write the first day away."]);
                RuleFor(f => f.Until)
                    .Must((form, d) => d.ToDate() is { } until && !(until < form.From.ToDate()))
                    .WithMessage(_ => texts["Write the last day away, not before the first."]);
                RuleFor(f => f.CoveredBy)
                    .Must((form, id) => Guid.TryParse(id, out var other) && other != form.Coordinator)
                    .WithMessage(_ => texts["Choose a colleague who sees to it meanwhile."]);
            }
        );
    }
}

/// <summary>A coordinator says who looks after which time banks, and who stands in for whom.</summary>
public sealed class ShareCaseload(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Shared,

        /// <summary>Whoever is meant coordinates here no longer, or a time bank is gone.</summary>
        NotFound,
    }

    public Task<Outcome> HandleAsync(CaseloadForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => ShareAsync(db, form, ct), ct);

    private async Task<Outcome> ShareAsync(TenantDb db, CaseloadForm form, CancellationToken ct)
    {
        await db.LockSettingsAsync(ct);
        var holder = new RoleHolderId(form.Coordinator);
        var coordinators = (await db.CoordinatorsAsync(ct)).ConvertAll(c => c.Id);
        var hubs = (form.Hubs ?? []).Select(id => new HubId(Guid.Parse(id))).Distinct().ToList();
        RoleHolderId? colleague = Guid.TryParse(form.CoveredBy, out var id) ? new(id) : null;
        if (
            !coordinators.Contains(holder)
            || (colleague is { } other && !coordinators.Contains(other))
            || await db.Hubs.CountAsync(h => hubs.Contains(h.Id), ct) != hubs.Count
        )
            return Outcome.NotFound;
        await db.Caseloads.Where(c => c.HolderId == holder).ExecuteDeleteAsync(ct);
        await db.Covers.Where(c => c.HolderId == holder).ExecuteDeleteAsync(ct);
        db.Caseloads.AddRange(hubs.Select(hub => new Caseload { HubId = hub, HolderId = holder }));
        if (colleague is { } by)
            db.Covers.Add(
                new()
                {
                    HolderId = holder,
                    CoveredBy = by,
                    From = form.From.ToDate()!.Value,
                    Until = form.Until.ToDate()!.Value,
                }
            );
        db.AuditLines.Add(me.Line(nameof(ShareCaseload), form.Coordinator, clock.GetUtcNow()));
        db.Keep();
        return Outcome.Shared;
    }
}
