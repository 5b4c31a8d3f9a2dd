using System.Text.Json.Serialization;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Circles;

/// <summary>A coordinator puts a member into a household or a network.</summary>
public sealed class JoinCircle(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Joined,

        /// <summary>There is none, or it has ended.</summary>
        NotFound,
        UnknownMember,

        /// <summary>They are suspended or have left.</summary>
        NotTakingPart,
        IsInIt,

        /// <summary>They live in another household; they are taken out of it first.</summary>
        OtherHousehold,

        /// <summary>A network lies inside one hub.</summary>
        OtherHub,

        /// <summary>Only persons live in a household.</summary>
        NoPerson,

        /// <summary>It has as many as a circle can have.</summary>
        Full,
    }

    public Task<Outcome> HandleAsync(JoinCircleForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => JoinAsync(db, form, ct), ct);

    private async Task<Outcome> JoinAsync(TenantDb db, JoinCircleForm form, CancellationToken ct)
    {
        var (id, member, now) = (new CircleId(form.Circle), new MemberId(form.Member!.Value), clock.GetUtcNow());
        if (await db.LockCircleAsync(id, ct) is not { EndedAt: null } circle)
            return Outcome.NotFound;
        if (await RefusalAsync(db, circle, member, ct) is { } refusal)
            return refusal;
        db.CircleMembers.Add(
            new()
            {
                Id = form.RequestKey,
                CircleId = id,
                Kind = circle.Kind,
                MemberId = member,
                Since = organisation.Profile.DateOf(now),
                Place = form.Place?.Trim() ?? "",
            }
        );
        db.AuditLines.Add(me.Line(nameof(JoinCircle), member.Value, now, onBehalfOf: member));
        db.Keep();
        return Outcome.Joined;
    }

    /// <summary>Why that member cannot be in it now; null when they can. Their row is locked, so that two households cannot take them at once.</summary>
    internal static async Task<Outcome?> RefusalAsync(TenantDb db, Circle circle, MemberId id, CancellationToken ct)
    {
        await db.LockMemberAsync(id, ct);
        var member = await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct);
        if (member is null)
            return Outcome.UnknownMember;
        if (member.Status != MemberStatus.Active)
            return Outcome.NotTakingPart;
        if (circle.Kind == CircleKind.Household && member.Kind != MemberKind.Person)
            return Outcome.NoPerson;
        if (circle.Kind == CircleKind.Network && member.HubId != circle.HubId)
            return Outcome.OtherHub;
        var now = db.CircleMembers.Where(m => m.Until == null);
        if (await now.AnyAsync(m => m.CircleId == circle.Id && m.MemberId == id, ct))
            return Outcome.IsInIt;
        if (circle.Kind == CircleKind.Household && await now.AnyAsync(m => m.MemberId == id && m.Kind == CircleKind.Household, ct))
            return Outcome.OtherHousehold;
        return await now.CountAsync(m => m.CircleId == circle.Id, ct) >= Circle.Most ? Outcome.Full : null;
    }
}

/// <summary>Who comes into a circle.</summary>
public sealed class JoinCircleForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Circle { get; set; }

    public Guid? Member { get; set; }

    /// <summary>Street or block in a few words; empty for not said.</summary>
    public string? Place { get; set; }

    [JsonIgnore]
    public string? MemberTyped { get; set; }
}

/// <summary>The shape of <see cref="JoinCircleForm"/>.</summary>
public sealed class JoinCircleRules : AbstractValidator<JoinCircleForm>
{
    public JoinCircleRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Member).NotEmpty().WithMessage(_ => texts["Choose the member: type a number or a part of the name."]);
        RuleFor(f => f.Place)
            .MaximumLength(CircleMember.PlaceLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", CircleMember.PlaceLength]);
    }
}
