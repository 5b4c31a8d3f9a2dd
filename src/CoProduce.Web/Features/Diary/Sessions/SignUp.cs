using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Diary;

/// <summary>Somebody would like to come to a session, or cannot after all; whoever waited first then has the place, and is told.</summary>
public sealed class SignUp(UnitOfWork work, CurrentPerson me, TellOfSession tell, TimeProvider clock)
{
    public enum Outcome
    {
        HasPlace,

        /// <summary>Every place is taken, and they are told when one is free.</summary>
        Waits,
        TakenBack,

        /// <summary>There is none for them, they were not on its list, or the call was made.</summary>
        NotFound,
        NotTakingPart,

        /// <summary>It has begun, or was called off.</summary>
        NoLongerOpen,

        /// <summary>They lead it.</summary>
        Leads,
        Already,

        /// <summary>They are in custody, and it is of another hub.</summary>
        InCustody,

        /// <summary>A rule of care speaks; a member is not told which.</summary>
        AskCoordinator,

        /// <summary>A check or a guardian's yes is missing.</summary>
        CheckMissing,

        /// <summary>What to keep to was not read.</summary>
        CareUnread,
    }

    /// <summary>The signed-in member would like to come to a session of their hub.</summary>
    public Task<Outcome> OwnAsync(SignUpForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => JoinAsync(db, form, me.Member, Voice.Own, ct), ct);

    /// <summary>A coordinator writes it down for somebody.</summary>
    public Task<Outcome> ForMemberAsync(SignUpForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => JoinAsync(db, form, new(form.Member!.Value), Voice.Coordinator, ct), ct);

    /// <summary>The signed-in member cannot come after all.</summary>
    public Task<Outcome> TakeBackOwnAsync(SignUpForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => TakeBackAsync(db, form, me.Member, Voice.Own, ct), ct);

    /// <summary>A coordinator takes somebody off the list.</summary>
    public Task<Outcome> TakeBackForMemberAsync(SignUpForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => TakeBackAsync(db, form, new(form.Member!.Value), Voice.Coordinator, ct), ct);

    /// <summary>The member to whom a letter about it was written would like to come, by its link.</summary>
    public Task<Outcome> ByLinkAsync(SignUpForm form, MemberId member, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => JoinAsync(db, form, member, Voice.Link, ct), ct);

    /// <summary>The same who cannot come after all.</summary>
    public Task<Outcome> TakeBackByLinkAsync(SignUpForm form, MemberId member, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => TakeBackAsync(db, form, member, Voice.Link, ct), ct);

    /// <summary>A member who leaves leads and comes to none of those that are still to be, in the caller's unit of work.</summary>
    public async Task OfLeaverAsync(TenantDb db, MemberId member, DateTimeOffset now, CancellationToken ct)
    {
        var theirs = await db
            .Sessions.Where(s => s.StartsAt > now && s.CalledOffAt == null)
            .Where(s => db.SessionPlaces.Any(p => p.SessionId == s.Id && p.MemberId == member))
            .OrderBy(s => s.Id)
            .Select(s => s.Id)
            .ToListAsync(ct);
        foreach (var id in theirs)
            await LeaveAsync(db, (await db.LockSessionAsync(id, ct))!, member, ct);
        await db
            .Sessions.Where(s => s.LeaderId == member && s.StartsAt > now)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.LeaderId, (MemberId?)null), ct);
        await db
            .Sessions.Where(s => s.SecondLeaderId == member && s.StartsAt > now)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.SecondLeaderId, (MemberId?)null), ct);
    }

    private async Task<Outcome> JoinAsync(TenantDb db, SignUpForm form, MemberId member, Voice voice, CancellationToken ct)
    {
        var (now, isOwn) = (clock.GetUtcNow(), voice is not Voice.Coordinator);
        if (await db.LockSessionAsync(new(form.Session), ct) is not { } session)
            return Outcome.NotFound;
        var hub = await db
            .Members.Where(m => m.Id == member && m.Status == MemberStatus.Active)
            .Select(m => (HubId?)m.HubId)
            .SingleOrDefaultAsync(ct);
        if (hub is null)
            return Outcome.NotTakingPart;
        if (voice is Voice.Own && session.HubId != hub)
            return Outcome.NotFound;
        if (!session.IsToCome(now))
            return Outcome.NoLongerOpen;
        if (session.Leaders.Contains(member))
            return Outcome.Leads;
        var there = await db.PlacesOfAsync(session, ct);
        if (there.All.Contains(member))
            return Outcome.Already;
        if (session.HubId != hub && await db.Hubs.AnyAsync(h => h.Id == hub && h.Kind == HubKind.Custody, ct))
            return Outcome.InCustody;
        var care = await db.CareRulesAsync(session.MeetingWith([.. there.All, member]), ct);
        if (isOwn && (care.Forbids || care.Warnings.Any(w => Concerns(w, member))))
            return Outcome.AskCoordinator;
        if (care.Forbids)
            return Outcome.CheckMissing;
        if (!isOwn && !form.Care.Covers(care))
            return Outcome.CareUnread;
        if (!isOwn)
            db.MarkCare(care, session.Id.Value, now, me.Id);
        var last = await db.SessionPlaces.Where(p => p.SessionId == session.Id).MaxAsync(p => (int?)p.Number, ct) ?? 0;
        db.SessionPlaces.Add(
            new()
            {
                SessionId = session.Id,
                MemberId = member,
                Number = last + 1,
                At = now,
                By = voice is Voice.Link ? null : me.Id,
                Door = DoorOf(voice, form),
            }
        );
        Note(db, nameof(SignUp), form, member, voice);
        db.Keep();
        return session.Places is { } places && there.All.Count >= places ? Outcome.Waits : Outcome.HasPlace;
    }

    private async Task<Outcome> TakeBackAsync(TenantDb db, SignUpForm form, MemberId member, Voice voice, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.LockSessionAsync(new(form.Session), ct) is not { } session)
            return Outcome.NotFound;
        if (!session.IsToCome(now))
            return Outcome.NoLongerOpen;
        if (!await LeaveAsync(db, session, member, ct))
            return Outcome.NotFound;
        Note(db, nameof(SignUp) + "TakenBack", form, member, voice);
        db.Keep();
        return Outcome.TakenBack;
    }

    /// <summary>Takes somebody off the list in the caller's unit of work, which holds the session's lock; false when they were not on it.</summary>
    public async Task<bool> LeaveAsync(TenantDb db, Session session, MemberId member, CancellationToken ct)
    {
        var before = await db.PlacesOfAsync(session, ct);
        if (!before.All.Contains(member))
            return false;
        await db.SessionPlaces.Where(p => p.SessionId == session.Id && p.MemberId == member).ExecuteDeleteAsync(ct);
        // What they were to hear holds no longer; a place that they get once more is told once more.
        await db
            .SessionCalls.Where(c => c.SessionId == session.Id && c.MemberId == member)
            .Where(c => c.DoneAt == null || c.News == SessionNews.HasPlace)
            .ExecuteDeleteAsync(ct);
        var after = await db.PlacesOfAsync(session, ct);
        await tell.TellAsync(db, session, SessionNews.HasPlace, [.. after.Coming.Except(before.Coming)], ct);
        return true;
    }

    private void Note(TenantDb db, string deed, SignUpForm form, MemberId member, Voice voice) =>
        db.AuditLines.Add(
            new()
            {
                At = clock.GetUtcNow(),
                By = voice is Voice.Link ? null : me.Id,
                OnBehalfOf = voice is Voice.Own ? me.ActsFor?.Id : member,
                Door = DoorOf(voice, form),
                Deed = deed,
                SubjectId = form.Session,
            }
        );

    private static Door DoorOf(Voice voice, SignUpForm form) =>
        voice switch
        {
            Voice.Own => Door.Screen,
            Voice.Link => Door.Mail,
            Voice.Coordinator => form.Door,
        };

    // Who says it: the member or whoever acts for them, signed in; a coordinator; whoever has the link of a letter to the member.
    private enum Voice
    {
        Own,
        Coordinator,
        Link,
    }

    // Nobody is visited at home in a session; whom else a rule is about is for coordinators to know.
    private static bool Concerns(CareWarning warning, MemberId member) =>
        warning.Restriction.Kind == RestrictionKind.NoMinors
        || (warning.Member == member && warning.Restriction.Kind != RestrictionKind.NoHomeVisits);
}
