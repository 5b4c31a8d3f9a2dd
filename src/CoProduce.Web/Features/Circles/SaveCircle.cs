using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Circles;

/// <summary>A coordinator begins a household or a network, or changes its name and what was agreed.</summary>
public sealed class SaveCircle(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Saved,

        /// <summary>There is none, or it has ended.</summary>
        NotFound,

        /// <summary>The hub takes no new members.</summary>
        UnknownHub,

        /// <summary>Whoever should lead, or whose contact details should serve, is not in it.</summary>
        NotInIt,
    }

    public Task<Outcome> HandleAsync(CircleForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => SaveAsync(db, form, ct), ct);

    private async Task<Outcome> SaveAsync(TenantDb db, CircleForm form, CancellationToken ct)
    {
        var (id, hub) = (new CircleId(form.Circle ?? form.RequestKey), new HubId(form.Hub ?? Guid.Empty));
        var circle = form.Circle is null ? null : await db.LockCircleAsync(id, ct);
        if (form.Circle is not null && circle is not { EndedAt: null })
            return Outcome.NotFound;
        if (circle is null && !await db.Hubs.AnyAsync(h => h.Id == hub && h.ClosedAt == null, ct))
            return Outcome.UnknownHub;
        MemberId? who = form.Who is { } chosen ? new MemberId(chosen) : null;
        if (who is not null && !await db.CircleMembers.AnyAsync(m => m.CircleId == id && m.MemberId == who && m.Until == null, ct))
            return Outcome.NotInIt;
        if (circle is null)
            db.Circles.Add(
                circle = new()
                {
                    Id = id,
                    Kind = form.Kind,
                    Name = "",
                    HubId = hub,
                }
            );
        var isHousehold = circle.Kind == CircleKind.Household;
        (circle.Name, circle.OneLetter) = (form.Name!.Trim(), isHousehold && form.OneLetter);
        (circle.LeaderId, circle.ContactId) = isHousehold ? ((MemberId?)null, who) : (who, null);
        db.AuditLines.Add(me.Line(nameof(SaveCircle), id.Value, clock.GetUtcNow()));
        db.Keep();
        return Outcome.Saved;
    }
}

/// <summary>A circle as a coordinator types it.</summary>
public sealed class CircleForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>The circle; null for a new one.</summary>
    public Guid? Circle { get; set; }

    /// <summary>For a new one only.</summary>
    public CircleKind Kind { get; set; } = CircleKind.Household;

    public string? Name { get; set; }

    /// <summary>For a new one only.</summary>
    public Guid? Hub { get; set; }

    /// <summary>The same as a list posts it: an empty choice is none.</summary>
    public string? HubChosen
    {
        get => Hub?.ToString();
        set => Hub = Guid.TryParse(value, out var id) ? id : null;
    }

    /// <summary>Who leads a network, or whose contact details serve a household; empty for nobody.</summary>
    public string? WhoChosen { get; set; }

    /// <summary>The same as an id.</summary>
    public Guid? Who => Guid.TryParse(WhoChosen, out var id) ? id : null;

    public bool OneLetter { get; set; }
}

/// <summary>The shape of <see cref="CircleForm"/>.</summary>
public sealed class CircleRules : AbstractValidator<CircleForm>
{
    public CircleRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Kind).IsInEnum();
        RuleFor(f => f.Name).Words(Circle.NameLength, texts, "Write a name by which you know them.");
        RuleFor(f => f.Hub).NotNull().When(f => f.Circle is null).WithMessage(_ => texts["Choose a time bank."]);
    }
}
