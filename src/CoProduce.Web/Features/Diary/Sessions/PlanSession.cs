using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Drafts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Diary;

/// <summary>A coordinator plans a session, or one that comes again, and calls sessions off; whoever leads it or would come is told.</summary>
public sealed class PlanSession(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TellOfSession tell, TimeProvider clock)
{
    public enum Outcome
    {
        Done,

        /// <summary>There is none, or no time bank of that id.</summary>
        NotFound,

        /// <summary>One of the leaders does not take part at the moment.</summary>
        NotTakingPart,

        /// <summary>It would have begun already.</summary>
        InThePast,

        /// <summary>More than a year ahead, or it ends before it begins.</summary>
        TooFarAhead,
        UnknownCategory,

        /// <summary>It has begun, or was called off.</summary>
        NoLongerOpen,
    }

    /// <summary>Plans it; the id of the first is the form's request key.</summary>
    public Task<Outcome> HandleAsync(PlanSessionForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => PlanAsync(db, form, ct), ct);

    /// <summary>Calls one off, or it and all after it that were planned with it and have not begun.</summary>
    public Task<Outcome> CallOffAsync(CallOffSessionForm form, CancellationToken ct = default) =>
        work.OnceAsync(
            form.RequestKey,
            form,
            async db =>
            {
                var now = clock.GetUtcNow();
                if (await db.LockSessionAsync(new(form.Session), ct) is not { } session)
                    return Outcome.NotFound;
                if (!session.IsToCome(now))
                    return Outcome.NoLongerOpen;
                List<Session> off = form.AndAllAfter
                    ? await db
                        .Sessions.Where(s => s.PlannedAs == session.PlannedAs && s.StartsAt >= session.StartsAt && s.CalledOffAt == null)
                        .OrderBy(s => s.StartsAt)
                        .ToListAsync(ct)
                    : [session];
                HashSet<MemberId> told = [];
                foreach (var one in off)
                {
                    one.CallOff(form.Why!.Trim(), now);
                    await TellOfSession.DropCallsAsync(db, one.Id, ct);
                    List<MemberId> people = [.. (await db.PeopleOfAsync(one, ct)).Where(told.Add)]; // each once, with the first of theirs
                    await tell.TellAsync(db, one, SessionNews.CalledOff, people, ct, withThoseAfter: off.Count > 1);
                }
                db.AuditLines.Add(me.Line("CallOffSession", session.Id.Value, now));
                db.Keep();
                return Outcome.Done;
            },
            ct
        );

    private async Task<Outcome> PlanAsync(TenantDb db, PlanSessionForm form, CancellationToken ct)
    {
        var (zone, now) = (organisation.Profile.TimeZone, clock.GetUtcNow());
        var today = organisation.Profile.DateOf(now);
        var (hub, first) = (new HubId(Guid.Parse(form.Hub!)), form.Day.ToDate()!.Value);
        var last = form.Every is null ? first : form.Until.ToDate()!.Value;
        var details = form.Details();
        var leaders = details.Leaders;
        if (!await db.Hubs.AnyAsync(h => h.Id == hub, ct))
            return Outcome.NotFound;
        if (await db.Members.CountAsync(m => leaders.Contains(m.Id) && m.Status == MemberStatus.Active, ct) < leaders.Count)
            return Outcome.NotTakingPart;
        if (form.CategoryId is { } kind && !await db.Categories.AnyAsync(c => c.Id == kind, ct))
            return Outcome.UnknownCategory;
        if (last < first || last > today.AddYears(1))
            return Outcome.TooFarAhead;
        IEnumerable<DateOnly> days = form.Every is { } every ? every.Days(first, last) : [first];
        List<Session> sessions =
        [
            .. days.Select(
                (day, i) =>
                    new Session
                    {
                        Id = new(i == 0 ? form.RequestKey : Guid.CreateVersion7()),
                        PlannedAs = form.RequestKey,
                        HubId = hub,
                        Title = details.Title,
                        CategoryId = form.CategoryId,
                        PlannedBy = me.Id,
                        PlannedAt = now,
                    }
                        .Alter(details)
                        .On(day, TypedTime.Read(form.Start)!.Value, zone)
            ),
        ];
        if (sessions[0].StartsAt <= now)
            return Outcome.InThePast;
        db.Sessions.AddRange(sessions);
        sessions.ForEach(s => db.Plan(s, zone, now));
        db.AuditLines.Add(me.Line(nameof(PlanSession), form.RequestKey, now));
        await db.DropDraftAsync(form.RequestKey, ct);
        db.Keep();
        return Outcome.Done;
    }
}
