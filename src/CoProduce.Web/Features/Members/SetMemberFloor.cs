using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Members;

/// <summary>A coordinator agrees with one member on another limit than everybody has, with a reason, or takes it back. Who is further below already may stay there, and rise.</summary>
public sealed class SetMemberFloor(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Set,
        NotFound,
        HasLeft,
    }

    public Task<Outcome> HandleAsync(MemberFloorForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => SetAsync(db, form, ct), ct);

    private async Task<Outcome> SetAsync(TenantDb db, MemberFloorForm form, CancellationToken ct)
    {
        await db.LockSettingsAsync(ct); // so that a change for everybody comes wholly before this one or wholly after it
        if (await db.Members.SingleOrDefaultAsync(m => m.Id == new MemberId(form.Member), ct) is not { } member)
            return Outcome.NotFound;
        if (member.Status == MemberStatus.Left)
            return Outcome.HasLeft;
        var reason = form.Reason!.Trim();
        member.OwnFloorMinutes = form.IsOwn ? -HoursTyped.ToMinutes(form.Hours)!.Value : null;
        member.OwnFloorReason = form.IsOwn ? reason : "";
        db.AuditLines.Add(me.Line(nameof(SetMemberFloor), form.Member, clock.GetUtcNow(), form.Door, member.Id, reason));
        var everybodys = await db.Settings.AsNoTracking().Select(s => s.FloorMinutes).SingleAsync(ct);
        await db.SaveChangesAsync(ct);
        await db.SetFloorAsync(member.Id.Account, member.OwnFloorMinutes ?? everybodys, ct);
        db.Keep();
        return Outcome.Set;
    }
}

/// <summary>How far below zero one member may go.</summary>
public sealed class MemberFloorForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Member { get; set; }

    /// <summary>False for as far as everybody.</summary>
    public bool IsOwn { get; set; }

    /// <summary>How far, in hours; not asked for otherwise.</summary>
    public string? Hours { get; set; }

    public string? Reason { get; set; }

    /// <summary>By which door the word came.</summary>
    public Door Door { get; set; } = Door.Phone;
}

/// <summary>The shape of <see cref="MemberFloorForm"/>.</summary>
public sealed class MemberFloorRules : AbstractValidator<MemberFloorForm>
{
    private const int MostHours = 1000;

    public MemberFloorRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Hours)
            .Must(h => HoursTyped.ToMinutes(h) is >= 0 and <= MostHours * 60)
            .When(f => f.IsOwn)
            .WithMessage(_ => texts["Write a number of hours from 0 to {0}, for example 5 or 1.5.", MostHours]);
        RuleFor(f => f.Reason)
            .Must(r => !string.IsNullOrWhiteSpace(r))
            .WithMessage(_ => texts["Say why, in a few words. It is kept with the record."])
            .MaximumLength(AuditLine.ReasonLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", AuditLine.ReasonLength]);
    }
}
