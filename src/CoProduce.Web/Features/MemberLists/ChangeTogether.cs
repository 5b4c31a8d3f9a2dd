using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Cards;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Moving;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Peers;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.MemberLists;

/// <summary>Why somebody of many stays as they are; null in a plan for those who change.</summary>
public enum TogetherSpared
{
    /// <summary>It is so already.</summary>
    IsSo,

    /// <summary>They have left.</summary>
    HasLeft,

    /// <summary>They do not take part now.</summary>
    TakesNoPart,

    /// <summary>No e-mail address is known.</summary>
    NoAddress,

    /// <summary>Their time bank has no internet.</summary>
    InCustody,
}

/// <summary>A coordinator does the same to many members at once, after looking at who changes and who stays. All of it is kept, or nothing.</summary>
public sealed class ChangeTogether(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, Invite invite, TimeProvider clock)
{
    /// <summary>So many at once.</summary>
    public const int Most = 500;

    public enum Outcome
    {
        Done,

        /// <summary>The time bank is not one of this organisation's, or takes no new members.</summary>
        UnknownHub,

        /// <summary>Nobody of them would change.</summary>
        Nobody,
    }

    /// <summary>Who would change and who stays, of those picked or of a whole list. Nothing is changed.</summary>
    public Task<TogetherPlan> PlanAsync(
        TogetherDeed deed,
        IReadOnlyList<MemberId> picked,
        MemberFilter? all,
        HubId? hub,
        CancellationToken ct = default
    ) =>
        work.ReadAsync(
            async db =>
            {
                var (settings, today) = (organisation.Profile.Settings, organisation.Profile.DateOf(clock.GetUtcNow()));
                var members = all is null ? db.Members.Where(m => picked.Contains(m.Id)) : await db.FilteredAsync(all, settings, today, ct);
                var count = await members.CountAsync(ct);
                return new TogetherPlan(count > Most ? [] : await FatesAsync(db, deed, members, hub, ct), count);
            },
            ct
        );

    /// <summary>Does it to those of the form's members who can change; the others stay as they are.</summary>
    public Task<Outcome> HandleAsync(TogetherForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => ChangeAsync(db, form, ct), ct);

    private async Task<Outcome> ChangeAsync(TenantDb db, TogetherForm form, CancellationToken ct)
    {
        var (ids, now) = (Ids(form.Members), clock.GetUtcNow());
        HubId? hub = form.Deed == TogetherDeed.Move ? new HubId(form.Hub!.Value) : null;
        if (hub is not null && !await db.Hubs.AnyAsync(h => h.Id == hub && h.ClosedAt == null, ct))
            return Outcome.UnknownHub;
        var changing = (await FatesAsync(db, form.Deed, db.Members.Where(m => ids.Contains(m.Id)), hub, ct))
            .Where(f => f.Spared is null)
            .ToList();
        if (changing.Count == 0)
            return Outcome.Nobody;
        if (form.Deed == TogetherDeed.PrintCards)
            await db.MakeCardsAsync([.. changing.Select(f => f.Member.Id)], me, now, ct);
        foreach (var (member, email, _) in changing)
        {
            await DoAsync(db, form.Deed, member, email, hub, ct);
            if (form.Deed != TogetherDeed.PrintCards) // who gets a card that had none is written down where it is made
                db.AuditLines.Add(me.Line($"{form.Deed}Together", member.Id.Value, now, Door.Screen, member.Id, form.Reason?.Trim() ?? ""));
        }
        db.Keep();
        return Outcome.Done;
    }

    private async Task DoAsync(TenantDb db, TogetherDeed deed, Member member, string email, HubId? hub, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (deed == TogetherDeed.Move)
            await db.MoveToHubAsync(member, new(hub!.Value, organisation.Profile.DateOf(now)), me.Acting(Door.Screen), now, ct);
        else if (deed == TogetherDeed.Invite)
            await invite.HandleAsync(db, email, member.Name, [Role.Member], member.Id, ct);
        else if (deed != TogetherDeed.PrintCards)
        {
            if (deed == TogetherDeed.Suspend)
                await db.EndPeerHubsOfAsync(member.Id, me.Id, now, ct);
            member.Status = deed == TogetherDeed.Suspend ? MemberStatus.Suspended : MemberStatus.Active;
        }
    }

    private static async Task<IReadOnlyList<TogetherFate>> FatesAsync(
        TenantDb db,
        TogetherDeed deed,
        IQueryable<Member> members,
        HubId? hub,
        CancellationToken ct
    )
    {
        var found = await (
            from m in members
            join h in db.Hubs on m.HubId equals h.Id
            join c in db.MemberContacts on m.Id equals c.MemberId into contacts
            from c in contacts.DefaultIfEmpty()
            orderby m.SearchText
            select new
            {
                Member = m,
                IsCustody = h.Kind == HubKind.Custody,
                Email = c == null ? "" : c.Email,
                SignsIn = db.RoleHolders.Any(r => r.MemberId == m.Id && r.EndedAt == null),
            }
        ).ToListAsync(ct);
        return [.. found.Select(f => new TogetherFate(f.Member, f.Email, Spared(f.Member, f.IsCustody, f.Email, f.SignsIn)))];

        TogetherSpared? Spared(Member m, bool isCustody, string email, bool signsIn) =>
            m.Status == MemberStatus.Left
                ? TogetherSpared.HasLeft
                : deed switch
                {
                    TogetherDeed.Move => m.HubId == hub ? TogetherSpared.IsSo : null,
                    TogetherDeed.Suspend => m.Status == MemberStatus.Suspended ? TogetherSpared.IsSo : null,
                    TogetherDeed.Reinstate => m.Status == MemberStatus.Active ? TogetherSpared.IsSo : null,
                    TogetherDeed.PrintCards => null,
                    TogetherDeed.Invite => signsIn ? TogetherSpared.IsSo
                    : m.Status != MemberStatus.Active ? TogetherSpared.TakesNoPart
                    : isCustody ? TogetherSpared.InCustody
                    : email.Length == 0 ? TogetherSpared.NoAddress
                    : null,
                };
    }

    /// <summary>Reads ids with full stops between them; what is none is left out.</summary>
    public static IReadOnlyList<MemberId> Ids(string text) =>
        [
            .. text.Split('.')
                .Select(t => Guid.TryParse(t, out var id) ? id : Guid.Empty)
                .Where(id => id != Guid.Empty)
                .Distinct()
                .Take(Most)
                .Select(id => new MemberId(id)),
        ];
}

/// <summary>What becomes of one of many.</summary>
/// <param name="Email">Empty when none is known; for inviting only, never shown.</param>
/// <param name="Spared">Why they stay as they are; null when they change.</param>
public sealed record TogetherFate(Member Member, string Email, TogetherSpared? Spared);

/// <summary>What would become of many.</summary>
/// <param name="Fates">By name; empty when there are too many at once.</param>
/// <param name="Count">How many there are.</param>
public sealed record TogetherPlan(IReadOnlyList<TogetherFate> Fates, int Count)
{
    /// <summary>True when there are more than can be changed at once.</summary>
    public bool IsTooMany => Count > ChangeTogether.Most;

    /// <summary>Those who change.</summary>
    public IReadOnlyList<TogetherFate> Changing => [.. Fates.Where(f => f.Spared is null)];

    /// <summary>Those who stay as they are.</summary>
    public IReadOnlyList<TogetherFate> Staying => [.. Fates.Where(f => f.Spared is not null)];
}
