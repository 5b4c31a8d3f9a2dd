using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Organisations;

/// <summary>A manager invites somebody by mail to coordinate, govern or manage.</summary>
public sealed class InvitePerson(UnitOfWork work, Invite invite)
{
    public enum Outcome
    {
        Invited,
    }

    public Task<Outcome> HandleAsync(InvitePersonForm form, CancellationToken ct = default) =>
        work.OnceAsync(
            form.RequestKey,
            form,
            async db =>
            {
                await invite.HandleAsync(db, form.Email!.Trim(), form.Name!.Trim(), [.. form.Chosen().Distinct()], member: null, ct);
                db.Keep();
                return Outcome.Invited;
            },
            ct
        );
}

/// <summary>A manager takes an invitation back; its link then leads nowhere.</summary>
public sealed class WithdrawInvitation(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Withdrawn,

        /// <summary>It was accepted or withdrawn in the meantime.</summary>
        NoLongerOpen,
    }

    public Task<Outcome> HandleAsync(WithdrawForm form, CancellationToken ct = default) =>
        work.OnceAsync(
            form.RequestKey,
            form,
            async db =>
            {
                var now = clock.GetUtcNow();
                var ended = await db
                    .Invitations.Where(i => i.Id == form.Invitation && i.EndedAt == null)
                    .ExecuteUpdateAsync(i => i.SetProperty(x => x.EndedAt, now), ct);
                if (ended == 0)
                    return Outcome.NoLongerOpen;
                db.AuditLines.Add(me.Line(nameof(WithdrawInvitation), form.Invitation, now));
                db.Keep();
                return Outcome.Withdrawn;
            },
            ct
        );
}

/// <summary>Which invitation to take back.</summary>
public sealed class WithdrawForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Invitation { get; set; }
}

/// <summary>Whom to invite, and as what.</summary>
public sealed class InvitePersonForm
{
    /// <summary>The roles of somebody who need not be a member.</summary>
    public static readonly IReadOnlyList<Role> Offered = [Role.Coordinator, Role.Trustee, Role.Manager];

    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public string? Name { get; set; }

    public string? Email { get; set; }

    /// <summary>Names of <see cref="Role"/>.</summary>
    public List<string>? Roles { get; set; }

    /// <summary>What was ticked, as roles.</summary>
    public IEnumerable<Role> Chosen() => Offered.Where(r => (Roles ?? []).Contains(r.ToString()));
}

/// <summary>The shape of <see cref="InvitePersonForm"/>.</summary>
public sealed class InvitePersonRules : AbstractValidator<InvitePersonForm>
{
    public InvitePersonRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Name).Words(RoleHolder.NameLength, texts, "Write the person’s name.");
        RuleFor(f => f.Email)
            .Cascade(CascadeMode.Stop)
            .Must(e => !string.IsNullOrWhiteSpace(e))
            .WithMessage(_ => texts["Write the person’s e-mail address: the invitation goes there."])
            .EmailAddress()
            .WithMessage(_ => texts["Write the e-mail address as name@place."])
            .MaximumLength(MemberContact.EmailLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", MemberContact.EmailLength]);
        RuleFor(f => f.Roles).Must((f, _) => f.Chosen().Any()).WithMessage(_ => texts["Choose at least one role."]);
    }
}
