using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Care.Guardians;

/// <summary>Who looks after a member under 18, as it is typed.</summary>
public sealed class GuardianForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Member { get; set; }

    public string? Name { get; set; }

    public string? Relation { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    /// <summary>The day on which the member turns 18; empty where the day of birth is kept, or nobody knows.</summary>
    public DateBoxes TurnsAdultOn
    {
        get => field ??= new();
        set;
    }
}

/// <summary>The shape of <see cref="GuardianForm"/>.</summary>
public sealed class GuardianRules : AbstractValidator<GuardianForm>
{
    public GuardianRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Name).IsSaid(texts, "Write the guardian’s name.", Member.NameLength);
        RuleFor(f => f.Relation).IsSaidOrEmpty(texts, Guardian.RelationLength);
        RuleFor(f => f.Phone).IsSaidOrEmpty(texts, MemberContact.PhoneLength);
        RuleFor(f => f.Email).IsSaidOrEmpty(texts, MemberContact.EmailLength);
        RuleFor(f => f.TurnsAdultOn).IsADateOrEmpty(texts);
    }
}

/// <summary>A coordinator writes down who looks after a member under 18.</summary>
public sealed class KeepGuardian(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Kept,
        NotFound,
    }

    public Task<Outcome> HandleAsync(GuardianForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => KeepAsync(db, form, ct), ct);

    private async Task<Outcome> KeepAsync(TenantDb db, GuardianForm form, CancellationToken ct)
    {
        var id = new MemberId(form.Member);
        if (!await db.Members.AnyAsync(m => m.Id == id && m.Kind == MemberKind.Person, ct))
            return Outcome.NotFound;
        await db.LockMemberAsync(id, ct);
        var guardian = await db.Guardians.SingleOrDefaultAsync(g => g.MemberId == id, ct);
        if (guardian is null)
            db.Guardians.Add(guardian = new() { MemberId = id });
        (guardian.Name, guardian.Relation) = (form.Name!.Trim(), (form.Relation ?? "").Trim());
        (guardian.Phone, guardian.Email) = ((form.Phone ?? "").Trim(), (form.Email ?? "").Trim());
        guardian.TurnsAdultOn = form.TurnsAdultOn.ToDate();
        db.AuditLines.Add(me.Line(nameof(KeepGuardian), form.Member, clock.GetUtcNow(), onBehalfOf: id));
        db.Keep();
        return Outcome.Kept;
    }
}
