using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Diary;

/// <summary>The small steps of a visit: approved before it happens, home again, a word seen to.</summary>
public sealed class StepVisit(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Done,
        NotFound,

        /// <summary>It is too late for that, or not yet time.</summary>
        NotNow,
    }

    /// <summary>A coordinator approves it before it happens.</summary>
    public Task<Outcome> CoverAsync(VisitStepForm form, CancellationToken ct = default) =>
        OnceAsync(
            form,
            nameof(CoverAsync),
            (_, visit, now) =>
            {
                if (!me.Holds(Role.Coordinator))
                    return Task.FromResult(Outcome.NotFound);
                if (!visit.IsOpen || visit.CoveredAt is not null || visit.StartsAt <= now)
                    return Task.FromResult(Outcome.NotNow);
                visit.Cover(me.Id, now);
                return Task.FromResult(Outcome.Done);
            },
            ct
        );

    /// <summary>The signed-in member, who gives the help, is home again.</summary>
    public Task<Outcome> HomeAsync(VisitStepForm form, CancellationToken ct = default) =>
        OnceAsync(form, nameof(HomeAsync), (_, visit, now) => Task.FromResult(Home(visit, me.Member, now)), ct);

    /// <summary>The member to whom a link was written is home again.</summary>
    public Task<Outcome> HomeByLinkAsync(VisitStepForm form, MemberId member, CancellationToken ct = default) =>
        OnceAsync(form, nameof(HomeAsync), (_, visit, now) => Task.FromResult(Home(visit, member, now)), ct, member);

    /// <summary>The member texts that they are home again.</summary>
    public Task<Outcome> HomeByTextAsync(VisitStepForm form, MemberId member, CancellationToken ct = default) =>
        OnceAsync(form, nameof(HomeAsync), (_, visit, now) => Task.FromResult(Home(visit, member, now)), ct, member, Door.Text);

    /// <summary>A coordinator heard from whoever went that they are home.</summary>
    public Task<Outcome> HomeHeardAsync(VisitStepForm form, CancellationToken ct = default) =>
        OnceAsync(form, nameof(HomeHeardAsync), (_, visit, now) => Task.FromResult(Home(visit, visit.GiverId, now)), ct);

    /// <summary>A coordinator has seen to what somebody said was not well.</summary>
    public Task<Outcome> SeenAsync(VisitStepForm form, CancellationToken ct = default) =>
        OnceAsync(
            form,
            nameof(SeenAsync),
            async (db, visit, now) =>
            {
                var answer = await db.VisitAnswers.SingleOrDefaultAsync(
                    a => a.VisitId == visit.Id && a.MemberId == new MemberId(form.Of ?? default) && !a.IsAllWell && a.SeenAt == null,
                    ct
                );
                if (answer is null)
                    return Outcome.NotNow;
                answer.See(me.Id, now);
                return Outcome.Done;
            },
            ct
        );

    private static Outcome Home(Visit visit, MemberId member, DateTimeOffset now)
    {
        if (visit.GiverId != member)
            return Outcome.NotFound;
        if (visit.Status == VisitStatus.CalledOff || !visit.AsksIfHome || visit.StartsAt > now)
            return Outcome.NotNow;
        visit.SayHome(now);
        return Outcome.Done;
    }

    private Task<Outcome> OnceAsync(
        VisitStepForm form,
        string deed,
        Func<TenantDb, Visit, DateTimeOffset, Task<Outcome>> step,
        CancellationToken ct,
        MemberId? byLink = null,
        Door door = Door.Mail
    ) =>
        work.OnceAsync(
            form.RequestKey,
            form,
            async db =>
            {
                var now = clock.GetUtcNow();
                if (await db.LockVisitAsync(new(form.Visit), ct) is not { } visit)
                    return Outcome.NotFound;
                var outcome = await step(db, visit, now);
                if (outcome != Outcome.Done)
                    return outcome;
                db.AuditLines.Add(
                    new()
                    {
                        At = now,
                        By = byLink is null ? me.Id : null,
                        OnBehalfOf = byLink,
                        Door = byLink is null ? Door.Screen : door,
                        Deed = $"{nameof(StepVisit)}.{deed}",
                        SubjectId = visit.Id.Value,
                    }
                );
                db.Keep();
                return outcome;
            },
            ct
        );
}
