using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Kiosk;

/// <summary>A coordinator sets up a kiosk, gets a code for its screen, and ends it.</summary>
public sealed class SetUpKiosk(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Done,

        /// <summary>There is no such hub, or it takes nobody in.</summary>
        UnknownHub,

        /// <summary>Members of a place of custody sign in nowhere.</summary>
        InCustody,
    }

    /// <summary>A kiosk with a name, whose screen does not know of it yet; its id is the request key.</summary>
    public Task<Outcome> HandleAsync(KioskForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => SetUpAsync(db, form, ct), ct);

    /// <summary>A code to be typed on the screen, shown once; null when there is no such kiosk or it was ended.</summary>
    public Task<string?> CodeAsync(KioskId id, CancellationToken ct = default) =>
        work.WriteAsync(
            async db =>
            {
                if (await db.KioskScreens.SingleOrDefaultAsync(k => k.Id == id && k.EndedAt == null, ct) is not { } kiosk)
                    return null;
                db.Keep();
                return kiosk.NewCode(clock.GetUtcNow());
            },
            ct
        );

    /// <summary>It works no longer from this moment on, and whoever is signed in at it is so no more. Does nothing for one that was ended.</summary>
    public Task EndAsync(KioskId id, CancellationToken ct = default) =>
        work.WriteAsync(
            async db =>
            {
                if (await db.KioskScreens.SingleOrDefaultAsync(k => k.Id == id && k.EndedAt == null, ct) is not { } kiosk)
                    return false;
                var now = clock.GetUtcNow();
                kiosk.End(now);
                await db
                    .KioskVisits.Where(v => v.KioskId == id && v.EndedAt == null)
                    .ExecuteUpdateAsync(v => v.SetProperty(x => x.EndedAt, now), ct);
                db.AuditLines.Add(me.Line(nameof(EndAsync), id.Value, now));
                db.Keep();
                return true;
            },
            ct
        );

    private async Task<Outcome> SetUpAsync(TenantDb db, KioskForm form, CancellationToken ct)
    {
        var (hub, now) = (new HubId(form.Hub ?? Guid.Empty), clock.GetUtcNow());
        var kind = await db.Hubs.Where(h => h.Id == hub && h.ClosedAt == null).Select(h => (HubKind?)h.Kind).SingleOrDefaultAsync(ct);
        if (kind is not { } found)
            return Outcome.UnknownHub;
        if (found == HubKind.Custody)
            return Outcome.InCustody;
        db.KioskScreens.Add(
            new()
            {
                Id = new(form.RequestKey),
                Name = form.Name!.Trim(),
                HubId = hub,
                MadeAt = now,
                MadeBy = me.Id,
            }
        );
        db.AuditLines.Add(me.Line(nameof(SetUpKiosk), form.RequestKey, now));
        db.Keep();
        return Outcome.Done;
    }
}

/// <summary>Where the screen stands and for whom.</summary>
public sealed class KioskForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public string? Name { get; set; }

    public Guid? Hub { get; set; }

    /// <summary>The same as a list posts it: an empty choice is none.</summary>
    public string? HubChosen
    {
        get => Hub?.ToString();
        set => Hub = Guid.TryParse(value, out var id) ? id : null;
    }
}

/// <summary>The shape of <see cref="KioskForm"/>.</summary>
public sealed class KioskRules : AbstractValidator<KioskForm>
{
    public KioskRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Name)
            .Must(n => n?.Trim() is { Length: > 0 and <= KioskScreen.NameLength } name && !name.Any(char.IsControl))
            .WithMessage(_ => texts["Say where it stands, in at most {0} characters.", KioskScreen.NameLength]);
        RuleFor(f => f.Hub).NotNull().WithMessage(_ => texts["Choose a time bank."]);
    }
}
