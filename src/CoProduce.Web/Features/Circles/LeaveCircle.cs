using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Circles;

/// <summary>One time of a member in a circle that shall be over, or shall go on after all.</summary>
public sealed class CircleLineForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Circle { get; set; }

    /// <summary>The line in <see cref="CircleMember"/>.</summary>
    public Guid Line { get; set; }
}

/// <summary>A coordinator takes a member out of a circle, or takes that back.</summary>
public sealed class LeaveCircle(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Done,

        /// <summary>There is no such line, it is over already, or the circle has ended.</summary>
        NotFound,

        /// <summary>They live in another household by now, have moved to another hub, or take no part; they cannot come back just so.</summary>
        CannotComeBack,
    }

    /// <summary>From today they are in it no more.</summary>
    public Task<Outcome> OutAsync(CircleLineForm form, CancellationToken ct = default) =>
        DoAsync(form, "TakeOutOfCircle", TakeOutAsync, ct);

    /// <summary>As if they had never been taken out.</summary>
    public Task<Outcome> BackAsync(CircleLineForm form, CancellationToken ct = default) =>
        DoAsync(form, "PutBackIntoCircle", PutBackAsync, ct);

    private Task<Outcome> DoAsync(
        CircleLineForm form,
        string deed,
        Func<TenantDb, Circle, CircleMember, CancellationToken, Task<Outcome>> act,
        CancellationToken ct
    ) =>
        work.OnceAsync(
            form.RequestKey,
            new { form, deed },
            async db =>
            {
                var id = new CircleId(form.Circle);
                if (
                    await db.LockCircleAsync(id, ct) is not { EndedAt: null } circle
                    || await db.CircleMembers.SingleOrDefaultAsync(m => m.Id == form.Line && m.CircleId == id, ct) is not { } line
                )
                    return Outcome.NotFound;
                var outcome = await act(db, circle, line, ct);
                if (outcome != Outcome.Done)
                    return outcome;
                db.AuditLines.Add(me.Line(deed, line.MemberId.Value, clock.GetUtcNow(), onBehalfOf: line.MemberId));
                db.Keep();
                return outcome;
            },
            ct
        );

    private Task<Outcome> TakeOutAsync(TenantDb db, Circle circle, CircleMember line, CancellationToken ct)
    {
        if (line.Until is not null)
            return Task.FromResult(Outcome.NotFound);
        circle.TakeOut(line, organisation.Profile.DateOf(clock.GetUtcNow()));
        return Task.FromResult(Outcome.Done);
    }

    private static async Task<Outcome> PutBackAsync(TenantDb db, Circle circle, CircleMember line, CancellationToken ct)
    {
        if (line.Until is null)
            return Outcome.NotFound;
        if (await JoinCircle.RefusalAsync(db, circle, line.MemberId, ct) is not null)
            return Outcome.CannotComeBack;
        line.Until = null;
        return Outcome.Done;
    }
}

/// <summary>Going out of circles inside a unit of work.</summary>
internal static class GoingOut
{
    /// <summary>Whoever is out of it neither leads it nor lends it an address.</summary>
    public static void TakeOut(this Circle circle, CircleMember line, DateOnly today)
    {
        line.Until = today;
        if (circle.LeaderId == line.MemberId)
            circle.LeaderId = null;
        if (circle.ContactId == line.MemberId)
            circle.ContactId = null;
    }

    /// <summary>Somebody who leaves the organisation leaves every circle.</summary>
    public static async Task LeaveCirclesAsync(this TenantDb db, MemberId member, DateOnly today, CancellationToken ct)
    {
        foreach (var line in await db.CircleMembers.Where(m => m.MemberId == member && m.Until == null).ToListAsync(ct))
            (await db.Circles.SingleAsync(c => c.Id == line.CircleId, ct)).TakeOut(line, today);
    }

    /// <summary>The circles that somebody is or was in; to be read before they are erased.</summary>
    public static Task<List<CircleId>> CirclesOfAsync(this TenantDb db, MemberId member, CancellationToken ct) =>
        db.CircleMembers.Where(m => m.MemberId == member).Select(m => m.CircleId).Distinct().ToListAsync(ct);

    /// <summary>Takes those of the circles away of which nobody is left: their names may be the names of those who were erased.</summary>
    public static async Task ForgetEmptyAsync(this TenantDb db, IReadOnlyList<CircleId> circles, CancellationToken ct)
    {
        var empty = db.Circles.Where(c => circles.Contains(c.Id) && !db.CircleMembers.Any(m => m.CircleId == c.Id));
        await db.Supporters.Where(s => empty.Any(c => c.Id == s.CircleId)).ExecuteDeleteAsync(ct);
        await empty.ExecuteDeleteAsync(ct);
    }
}
