using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Organisations;

/// <summary>A manager says which roles somebody holds; none at all ends their place here. There is always a manager left.</summary>
public sealed class ChangeRoles(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    MyOrganisations mine,
    DbContextOptions<DirectoryDb> directoryOptions,
    TimeProvider clock
)
{
    public enum Outcome
    {
        Changed,

        /// <summary>The person has no role left and therefore no place here.</summary>
        Ended,
        NotFound,

        /// <summary>Nobody else could manage the organisation.</summary>
        LastManager,

        /// <summary>Only somebody who is a member can hold a member's role.</summary>
        NotAMember,

        /// <summary>Only a coordinator, who neither governs nor brokers as a member, can be given the right to safeguarding.</summary>
        NotACoordinator,
    }

    public async Task<Outcome> HandleAsync(RolesForm form, CancellationToken ct = default)
    {
        Guid? signIn = null;
        var outcome = await work.OnceAsync(
            form.RequestKey,
            form,
            async db =>
            {
                await db.LockSettingsAsync(ct); // two managers who end one another at once must leave one of them
                var holders = await db.RoleHolders.Where(h => h.EndedAt == null).ToListAsync(ct);
                if (holders.Find(h => h.Id.Value == form.Holder) is not { } holder)
                    return Outcome.NotFound;
                signIn = holder.SignInId;
                return await ChangeAsync(db, holders, holder, [.. form.Chosen().Distinct().Order()], ct);
            },
            ct
        );
        if (outcome == Outcome.Ended && signIn is { } gone)
            mine.Forget(gone);
        return outcome;
    }

    private async Task<Outcome> ChangeAsync(
        TenantDb db,
        List<RoleHolder> holders,
        RoleHolder holder,
        List<Role> roles,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        if (!roles.Contains(Role.Manager) && !holders.Exists(h => h.Id != holder.Id && h.Roles.Contains(Role.Manager)))
            return Outcome.LastManager;
        if (holder.MemberId is null && roles.Exists(r => r is Role.Member or Role.PeerBroker))
            return Outcome.NotAMember;
        if (
            roles.Contains(Role.Safeguarding)
            && (!roles.Contains(Role.Coordinator) || roles.Exists(r => r is Role.Trustee or Role.PeerBroker))
        )
            return Outcome.NotACoordinator;
        holder.Roles = roles;
        db.AuditLines.Add(me.Line(nameof(ChangeRoles), holder.Id.Value, now));
        if (roles.Count > 0)
        {
            db.Keep();
            return Outcome.Changed;
        }
        holder.EndedAt = now;
        await using var directory = await directoryOptions.InTransactionOfAsync(db, ct);
        await directory.Belongings.Where(b => b.SignInId == holder.SignInId && b.OrganisationId == organisation.Id).ExecuteDeleteAsync(ct);
        db.Keep();
        return Outcome.Ended;
    }
}

/// <summary>The roles that somebody shall hold from now on.</summary>
public sealed class RolesForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Holder { get; set; }

    /// <summary>Names of <see cref="Role"/>.</summary>
    public List<string>? Roles { get; set; }

    /// <summary>What was ticked, as roles.</summary>
    public IEnumerable<Role> Chosen() => (Roles ?? []).Where(IsRole).Select(Enum.Parse<Role>);

    /// <summary>True for the name of a role, and not for its number.</summary>
    public static bool IsRole(string name) => Enum.GetNames<Role>().Contains(name, StringComparer.Ordinal);
}

/// <summary>The shape of <see cref="RolesForm"/>.</summary>
public sealed class RolesRules : AbstractValidator<RolesForm>
{
    public RolesRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Roles)
            .Must(roles => (roles ?? []).TrueForAll(RolesForm.IsRole))
            .WithMessage(_ => texts["Choose among the roles in the list."]);
    }
}

/// <summary>Why roles were not changed, in a sentence that is a key of the texts; null when they were.</summary>
public static class ChangeRolesRefusals
{
    public static string? Of(ChangeRoles.Outcome outcome) =>
        outcome switch
        {
            ChangeRoles.Outcome.Changed or ChangeRoles.Outcome.Ended => null,
            ChangeRoles.Outcome.NotFound => "This person has no place here any more. Go back to the list.",
            ChangeRoles.Outcome.LastManager => "Nobody else is a manager. Make somebody else a manager first.",
            ChangeRoles.Outcome.NotAMember => "Only a member can have a member’s roles. Add the person as a member first.",
            ChangeRoles.Outcome.NotACoordinator =>
                "Safeguarding is for coordinators who are not also trustees or peer brokers. Change that first, or leave safeguarding out.",
        };
}
