using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Ledger;

/// <summary>A coordinator opens an account for a team, a partner, or as the pot of a hub; it never goes below zero.</summary>
public sealed class OpenTeamOrPot(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Opened,

        /// <summary>An open account of this kind has the name.</summary>
        NameTaken,
        UnknownHub,
        HubHasPot,
    }

    /// <summary>Opens it under the request key as its id.</summary>
    public Task<Outcome> HandleAsync(OpenTeamOrPotForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => OpenAsync(db, form, ct), ct);

    private async Task<Outcome> OpenAsync(TenantDb db, OpenTeamOrPotForm form, CancellationToken ct)
    {
        await db.LockOpeningAsync(ct);
        var (now, name) = (clock.GetUtcNow(), form.Name?.Trim());
        HubId? hub = form.IsPot ? new(Guid.Parse(form.Hub!)) : null;
        if (hub is not null && !await db.Hubs.AnyAsync(h => h.Id == hub, ct))
            return Outcome.UnknownHub;
        if (hub is not null && await db.Accounts.AnyAsync(a => a.HubId == hub && a.ClosedAt == null, ct))
            return Outcome.HubHasPot;
        if (hub is null && await db.Accounts.AnyAsync(a => a.Kind == form.Kind && a.Name == name && a.ClosedAt == null, ct))
            return Outcome.NameTaken;
        await db.OpenAccountAsync(new(form.RequestKey), form.Kind, null, 0, now, form.IsPot ? null : name, hub, ct);
        db.AuditLines.Add(me.Line(nameof(OpenTeamOrPot), form.RequestKey, now));
        db.Keep();
        return Outcome.Opened;
    }
}

/// <summary>Which account is to be opened.</summary>
public sealed class OpenTeamOrPotForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public AccountKind Kind { get; set; } = AccountKind.Team;

    /// <summary>What the team or partner is called; not asked for a pot.</summary>
    public string? Name { get; set; }

    /// <summary>The hub's id, for a pot.</summary>
    public string? Hub { get; set; }

    /// <summary>Whether it is a hub's pot.</summary>
    public bool IsPot => Kind == AccountKind.Pot;
}

/// <summary>The shape of <see cref="OpenTeamOrPotForm"/>.</summary>
public sealed class OpenTeamOrPotRules : AbstractValidator<OpenTeamOrPotForm>
{
    public OpenTeamOrPotRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Kind)
            .Must(k => k is AccountKind.Team or AccountKind.Partner or AccountKind.Pot)
            .WithMessage(_ => texts["Choose one from the list."]);
        RuleFor(f => f.Name)
            .Must(n => !string.IsNullOrWhiteSpace(n))
            .When(f => !f.IsPot)
            .WithMessage(_ => texts["Write what it is called."])
            .MaximumLength(KeepAccount.NameLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", KeepAccount.NameLength]);
        RuleFor(f => f.Hub)
            .Must(h => Guid.TryParse(h, out _))
            .When(f => f.IsPot)
            .WithMessage(_ => texts["Choose the time bank whose pot it is."]);
    }
}
