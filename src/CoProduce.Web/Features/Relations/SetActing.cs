using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Relations;

/// <summary>A coordinator writes down that somebody may act for a member. Whoever has no sign-in here yet is invited to make one.</summary>
public sealed class SetActing(UnitOfWork work, Invite invite, HolderByMail holders, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Set,

        /// <summary>There is no such member who takes part.</summary>
        NotFound,

        /// <summary>In a place of custody everything goes through its coordinator.</summary>
        Custody,

        /// <summary>The address is the member's own sign-in.</summary>
        Themself,

        /// <summary>That person acts for the member already, or is invited to.</summary>
        ActsAlready,

        /// <summary>The last day is before the first.</summary>
        OverBeforeItBegins,
    }

    public Task<Outcome> HandleAsync(ActingForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => SetAsync(db, form, ct), ct);

    private async Task<Outcome> SetAsync(TenantDb db, ActingForm form, CancellationToken ct)
    {
        var (now, id, from, until) = (clock.GetUtcNow(), new MemberId(form.Member), form.From.ToDate()!.Value, form.Until.ToDate());
        var member = await db.Members.SingleOrDefaultAsync(m => m.Id == id && m.Status == MemberStatus.Active, ct);
        if (member is null)
            return Outcome.NotFound;
        if (await db.Hubs.AnyAsync(h => h.Id == member.HubId && h.Kind == HubKind.Custody, ct))
            return Outcome.Custody;
        if (until < from)
            return Outcome.OverBeforeItBegins;
        var (holder, email, name) = (await holders.FindAsync(db, form.Email!, ct), form.Email!.Trim(), form.Name!.Trim());
        if (holder is not null && holder.MemberId == id)
            return Outcome.Themself;
        var open = db.ActingFor.Where(a => a.MemberId == id && a.EndedAt == null && (a.Until == null || a.Until >= from));
        if (
            holder is null
                ? await open.AnyAsync(
                    a => a.HolderId == null && db.Invitations.Any(i => i.Id == a.InvitationId && i.Email == email && i.ExpiresAt > now),
                    ct
                )
                : await open.AnyAsync(a => a.HolderId == holder.Id, ct)
        )
            return Outcome.ActsAlready;
        db.ActingFor.Add(
            new()
            {
                Id = new(form.RequestKey),
                MemberId = id,
                HolderId = holder?.Id,
                InvitationId = holder is null ? await invite.HandleAsync(db, email, name, [], null, ct) : null,
                Name = holder?.Name ?? name,
                Relation = form.Relation?.Trim() ?? "",
                AgreedBy = form.AgreedBy!.Trim(),
                Door = form.Door,
                From = from,
                Until = until,
                SetBy = me.Id,
                SetAt = now,
            }
        );
        db.AuditLines.Add(me.Line(nameof(SetActing), id.Value, now, form.Door, id));
        db.Keep();
        return Outcome.Set;
    }
}

/// <summary>Why nobody may act, in a sentence that is a key of the texts; null when somebody may.</summary>
public static class SetActingRefusals
{
    public static string? Of(SetActing.Outcome outcome) =>
        outcome switch
        {
            SetActing.Outcome.Set => null,
            SetActing.Outcome.NotFound => "They do not take part at the moment, so nobody can act for them.",
            SetActing.Outcome.Custody => "In this time bank everything goes through its coordinator, so nobody can act for its members.",
            SetActing.Outcome.Themself => "That is the member's own sign-in. Write the address of the person who acts for them.",
            SetActing.Outcome.ActsAlready => "That person acts for them already. End it first if something shall change.",
            SetActing.Outcome.OverBeforeItBegins => "The last day is before the first. Change one of them.",
        };
}
