using System.Linq.Expressions;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Peers;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Organisations;

/// <summary>A manager says which roles somebody holds, and of which hubs a peer broker is one; none at all ends their place here. There is always a manager left.</summary>
public sealed class ChangeRoles(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    MyOrganisations mine,
    DbContextOptions<DirectoryDb> directoryOptions,
    PeerLetters letters,
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

        /// <summary>A peer broker brokers for the people of open hubs of this organisation, and of one at least.</summary>
        UnknownHub,

        /// <summary>The last day is over.</summary>
        UntilIsOver,
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
                return await ChangeAsync(db, holders, holder, form, ct);
            },
            ct
        );
        if (outcome == Outcome.Ended && signIn is { } gone)
            mine.Forget(gone);
        return outcome;
    }

    private async Task<Outcome> ChangeAsync(TenantDb db, List<RoleHolder> holders, RoleHolder holder, RolesForm form, CancellationToken ct)
    {
        var (now, roles) = (clock.GetUtcNow(), form.Chosen().Distinct().Order().ToList());
        if (!roles.Contains(Role.Manager) && !holders.Exists(h => h.Id != holder.Id && h.Roles.Contains(Role.Manager)))
            return Outcome.LastManager;
        if (holder.MemberId is null && roles.Exists(r => r is Role.Member or Role.PeerBroker))
            return Outcome.NotAMember;
        if (
            roles.Contains(Role.Safeguarding)
            && (!roles.Contains(Role.Coordinator) || roles.Exists(r => r is Role.Trustee or Role.PeerBroker))
        )
            return Outcome.NotACoordinator;
        var (hubs, until) = roles.Contains(Role.PeerBroker) ? (form.HubsChosen(), form.Until.ToDate()) : ([], null);
        if (
            roles.Contains(Role.PeerBroker)
            && (hubs.Count == 0 || await db.Hubs.CountAsync(h => hubs.Contains(h.Id) && h.ClosedAt == null, ct) < hubs.Count)
        )
            return Outcome.UnknownHub;
        if (until < organisation.Profile.DateOf(now))
            return Outcome.UntilIsOver;
        holder.Roles = roles;
        var (given, ended) = await db.SetPeerHubsAsync(holder.Id, hubs, until, me.Id, now, ct);
        if (holder.MemberId is { } member)
            await letters.TellAsync(db, member, given, ended, ct);
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

    /// <summary>The hubs whose peer broker they shall be, as ids; only asked for with that role.</summary>
    public List<string>? Hubs { get; set; }

    /// <summary>The last day as peer broker; empty for no end.</summary>
    public DateBoxes Until
    {
        get => field ??= new();
        set;
    }

    /// <summary>The hubs that were ticked.</summary>
    public IReadOnlyList<HubId> HubsChosen() =>
        [.. (Hubs ?? []).Where(h => Guid.TryParse(h, out _)).Select(h => new HubId(Guid.Parse(h))).Distinct()];

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
        When(
            f => f.Chosen().Contains(Role.PeerBroker),
            () =>
            {
                RuleFor(f => f.Hubs)
                    .Must((f, _) => f.HubsChosen().Count > 0)
                    .WithMessage(_ => texts["Choose at least one time bank whose people they bring together."]);
                RuleFor(f => f.Until)
                    .Must(d => d.IsEmpty || d.ToDate() is not null)
                    .WithMessage(_ => texts["Write the last day as day, month and year, or leave it empty."]);
            }
        );
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
            ChangeRoles.Outcome.UnknownHub => "One of these time banks is closed or gone. Choose among those that are open.",
            ChangeRoles.Outcome.UntilIsOver => "That day is over. Choose a later one, or leave it empty.",
        };

    /// <summary>The field that the refusal concerns.</summary>
    public static Expression<Func<object?>> Field(RolesForm form, ChangeRoles.Outcome outcome) =>
        outcome switch
        {
            ChangeRoles.Outcome.UnknownHub => () => form.Hubs,
            ChangeRoles.Outcome.UntilIsOver => () => form.Until,
            ChangeRoles.Outcome.Changed
            or ChangeRoles.Outcome.Ended
            or ChangeRoles.Outcome.NotFound
            or ChangeRoles.Outcome.LastManager
            or ChangeRoles.Outcome.NotAMember
            or ChangeRoles.Outcome.NotACoordinator => () => form.Roles,
        };
}
