using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Joining.Referrals;

/// <summary>A referrer as coordinators see the list.</summary>
/// <param name="Introduced">How many people came by this link and are not forgotten.</param>
public sealed record ReferrerLine(Referrer Referrer, string? Hub, int Introduced);

/// <summary>A coordinator makes a link for a professional who introduces people, or takes it back.</summary>
public sealed class KeepReferrer(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    /// <summary>Those whose link works, by name, and then those whose link was taken back.</summary>
    public Task<List<ReferrerLine>> ListAsync(CancellationToken ct = default) =>
        work.ReadAsync(
            db =>
                (
                    from r in db.Referrers
                    orderby r.RevokedAt != null, r.Name
                    select new ReferrerLine(
                        r,
                        db.Hubs.Where(h => h.Id == r.HubId).Select(h => h.Name).SingleOrDefault(),
                        db.Referrals.Count(x => x.ReferrerId == r.Id)
                    )
                ).ToListAsync(ct),
            ct
        );

    public Task<JoiningOutcome> MakeAsync(ReferrerForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => MakeAsync(db, form, ct), ct);

    public Task<JoiningOutcome> RevokeAsync(Guid referrer, Guid requestKey, CancellationToken ct = default) =>
        work.OnceAsync(requestKey, new { referrer }, db => RevokeAsync(db, new(referrer), ct), ct);

    private async Task<JoiningOutcome> MakeAsync(TenantDb db, ReferrerForm form, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var hubs = await db.Hubs.Where(h => h.ClosedAt == null).Select(h => h.Id).ToListAsync(ct);
        db.Referrers.Add(
            new()
            {
                Id = new(form.RequestKey),
                Name = form.Name!.Trim(),
                Workplace = form.Workplace?.Trim() ?? "",
                HubId = hubs.Where(h => h.Value.ToString() == form.Place).Select(h => (Organisations.HubId?)h).SingleOrDefault(),
                MadeAt = now,
                MadeBy = me.Id,
            }
        );
        db.AuditLines.Add(me.Line(nameof(KeepReferrer), form.RequestKey, now));
        db.Keep();
        return JoiningOutcome.Done;
    }

    private async Task<JoiningOutcome> RevokeAsync(TenantDb db, ReferrerId id, CancellationToken ct)
    {
        if (await db.Referrers.SingleOrDefaultAsync(r => r.Id == id, ct) is not { } referrer)
            return JoiningOutcome.NotFound;
        var now = clock.GetUtcNow();
        if (referrer.RevokedAt is null)
            (referrer.RevokedAt, referrer.RevokedBy) = (now, me.Id);
        db.AuditLines.Add(me.Line("RevokeReferrer", id.Value, now));
        db.Keep();
        return JoiningOutcome.Done;
    }
}

/// <summary>Who gets a link.</summary>
public sealed class ReferrerForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public string? Name { get; set; }

    public string? Workplace { get; set; }

    /// <summary>The time bank, as the list posts it; empty when they may choose.</summary>
    public string? Place { get; set; }
}

/// <summary>The shape of <see cref="ReferrerForm"/>.</summary>
public sealed class ReferrerRules : AbstractValidator<ReferrerForm>
{
    public ReferrerRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Name).Must(n => !string.IsNullOrWhiteSpace(n)).WithMessage(_ => texts["Write a name."]);
        RuleFor(f => f.Name).AtMost(Referrer.NameLength, texts);
        RuleFor(f => f.Workplace).AtMost(Referrer.NameLength, texts);
    }
}
