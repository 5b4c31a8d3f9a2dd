using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Moving;

/// <summary>
/// A coordinator moves a member to another hub, today or on a day to come. From a prison or a ward this is the release: from that day they can be
/// written to, and nobody is told where they were.
/// </summary>
public sealed class MoveToHub(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    HubMoveLetters letters,
    TimeProvider clock
)
{
    public enum Outcome
    {
        Moved,

        /// <summary>They will move on the day that was said.</summary>
        Planned,

        /// <summary>There is no such member here, or they have left.</summary>
        NotFound,

        /// <summary>The hub is not one of this organisation's, or takes no new members.</summary>
        UnknownHub,

        /// <summary>They belong to it already.</summary>
        ThereAlready,

        /// <summary>The day is over, or too far away.</summary>
        WrongDay,

        /// <summary>Another move is planned; it is called off first.</summary>
        OneIsPlanned,

        /// <summary>How to reach them is not kept where they are now, so it is written down on the day itself.</summary>
        ContactTooEarly,

        /// <summary>Such a place keeps no way to reach anybody.</summary>
        NoContactThere,
    }

    public Task<Outcome> HandleAsync(MoveToHubForm form, CancellationToken ct = default) =>
        work.OnceAsync(
            form.RequestKey,
            form,
            async db =>
            {
                var outcome = await MoveAsync(db, form, ct);
                if (outcome is Outcome.Moved or Outcome.Planned)
                    db.Keep();
                return outcome;
            },
            ct
        );

    /// <summary>Says what it would come to now, by doing it and keeping nothing.</summary>
    public Task<Outcome> TryAsync(MoveToHubForm form, CancellationToken ct = default) => work.WriteAsync(db => MoveAsync(db, form, ct), ct);

    private async Task<Outcome> MoveAsync(TenantDb db, MoveToHubForm form, CancellationToken ct)
    {
        var (id, hub, now) = (new MemberId(form.Member), new HubId(form.Hub!.Value), clock.GetUtcNow());
        var today = organisation.Profile.DateOf(now);
        var day = form.On.ToDate() ?? today;
        await db.LockMemberAsync(id, ct);
        if (await db.Members.SingleOrDefaultAsync(m => m.Id == id && m.Status != MemberStatus.Left, ct) is not { } member)
            return Outcome.NotFound;
        if (await db.Hubs.SingleOrDefaultAsync(h => h.Id == hub && h.ClosedAt == null, ct) is not { } there)
            return Outcome.UnknownHub;
        if (member.HubId == hub)
            return Outcome.ThereAlready;
        if (day < today || day > today.AddDays(HubMove.MostDaysAhead))
            return Outcome.WrongDay;
        if (await db.HubMoves.AnyAsync(m => m.MemberId == id && m.DoneAt == null && m.EndedAt == null, ct))
            return Outcome.OneIsPlanned;
        var isRelease = there.Kind != HubKind.Custody && await db.Hubs.AnyAsync(h => h.Id == member.HubId && h.Kind == HubKind.Custody, ct);
        if (form.SaysHowToReach && !isRelease)
            return Outcome.NoContactThere;
        if (form.SaysHowToReach && day > today)
            return Outcome.ContactTooEarly;
        var to = new NewHub(hub, day, form.Reason!.Trim(), isRelease);
        var acting = me.Acting(form.Door, id);
        db.AuditLines.Add(me.Line(nameof(MoveToHub), form.Member, now, form.Door, id, to.Reason));
        if (day > today)
        {
            var plan = db.HubMoves.Add(HubMoving.Plan(member, to, acting, now)).Entity;
            db.Outbox.Add(
                new()
                {
                    Kind = OutboxKind.MoveToHub,
                    DueAt = organisation.Profile.StartOf(day),
                    SubjectId = plan.Id,
                }
            );
            return Outcome.Planned;
        }
        await db.MoveToHubAsync(member, to, acting, now, ct);
        if (form.SaysHowToReach)
            await KeepContactAsync(db, form, id, ct);
        await db.SaveChangesAsync(ct); // the letter asks where they belong
        await letters.TellAsync(db, member, there.Name, ct);
        return Outcome.Moved;
    }

    private static async Task KeepContactAsync(TenantDb db, MoveToHubForm form, MemberId id, CancellationToken ct)
    {
        var contact = await db.MemberContacts.SingleOrDefaultAsync(c => c.MemberId == id, ct);
        contact ??= db.MemberContacts.Add(new() { MemberId = id }).Entity;
        (contact.Phone, contact.Email) = (form.Phone?.Trim() ?? "", form.Email?.Trim() ?? "");
        contact.Address = form.Address?.Trim() ?? "";
        contact.Prefers =
            contact.Phone.Length > 0 ? ContactWay.Phone
            : contact.Email.Length > 0 ? ContactWay.Email
            : ContactWay.Post;
    }
}
