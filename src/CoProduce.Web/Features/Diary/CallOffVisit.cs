using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Diary;

/// <summary>One of the two, or whoever brokers for both, calls a visit off; whoever did not do it is told. Who brokers may end the repeat with it.</summary>
public sealed class CallOffVisit(UnitOfWork work, CurrentPerson me, TellOfVisit tell, SignUp places, TimeProvider clock)
{
    public enum Outcome
    {
        CalledOff,
        NotFound,

        /// <summary>It has begun, happened, or was called off.</summary>
        NoLongerOpen,
    }

    /// <summary>A coordinator does, or a peer broker for two people of their hubs.</summary>
    public Task<Outcome> ForMembersAsync(CallOffForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => EndAsync(db, form, null, me.Id, form.Door, ct), ct);

    /// <summary>The signed-in member does.</summary>
    public Task<Outcome> OwnAsync(CallOffForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => EndAsync(db, form, me.Member, me.Id, Door.Screen, ct), ct);

    /// <summary>The member to whom a link was written does.</summary>
    public Task<Outcome> ByLinkAsync(CallOffForm form, MemberId member, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => EndAsync(db, form, member, null, Door.Mail, ct), ct);

    /// <summary>
    /// All that is arranged with a member who leaves is called off in the caller's unit of work. Each of the others is told, once for a repeat, and no repeat
    /// makes another.
    /// </summary>
    public async Task OfLeaverAsync(TenantDb db, MemberId member, DateOnly today, DateTimeOffset now, CancellationToken ct)
    {
        var open = await db
            .Visits.Where(v => (v.GiverId == member || v.ReceiverId == member) && v.StartsAt > now)
            .Where(v => v.Status == VisitStatus.Arranged || v.Status == VisitStatus.Moved)
            .OrderBy(v => v.StartsAt)
            .ToListAsync(ct);
        foreach (var visit in open)
        {
            visit.CallOff("", now);
            await TellOfVisit.DropCallsAsync(db, visit.Id, ct);
        }
        foreach (var first in open.DistinctBy(v => v.RepeatId?.Value ?? v.Id.Value))
            await tell.TellAsync(db, first, VisitNews.CalledOff, [.. first.People.Where(p => p != member)], ct);
        await db
            .VisitRepeats.Where(r => (r.GiverId == member || r.ReceiverId == member) && (r.Until == null || r.Until >= today))
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.Until, today.AddDays(-1)), ct);
        await places.OfLeaverAsync(db, member, now, ct);
    }

    private async Task<Outcome> EndAsync(TenantDb db, CallOffForm form, MemberId? member, RoleHolderId? by, Door door, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.LockVisitAsync(new(form.Visit), ct) is not { } visit || (member is { } one && !visit.Concerns(one)))
            return Outcome.NotFound;
        HubId? hub = null;
        if (member is null && (hub = await db.HubOfBrokeredAsync(me, visit.Id, ct)) is null)
            return Outcome.NotFound;
        if (!visit.IsOpen || visit.StartsAt <= now)
            return Outcome.NoLongerOpen;
        await OffAsync(visit);
        if (form.AndAllAfter && member is null && visit is { RepeatId: { } repeat, MeantFor: { } from })
        {
            var after = await db
                .Visits.Where(v => v.RepeatId == repeat && v.MeantFor > from && v.StartsAt > now)
                .Where(v => v.Status == VisitStatus.Arranged || v.Status == VisitStatus.Moved)
                .ToListAsync(ct);
            foreach (var later in after)
                later.CallOff(form.Why!.Trim(), now); // told once, with the first
            (await db.VisitRepeats.SingleAsync(r => r.Id == repeat, ct)).Until = from;
        }
        db.AuditLines.Add(
            new()
            {
                At = now,
                By = by,
                OnBehalfOf = by is null ? member : null,
                Door = door,
                Deed = nameof(CallOffVisit),
                SubjectId = visit.Id.Value,
                PeerHubId = hub is { } of ? me.AsPeerOf(of) : null,
            }
        );
        db.Keep();
        return Outcome.CalledOff;

        async Task OffAsync(Visit off)
        {
            off.CallOff(form.Why!.Trim(), now);
            await TellOfVisit.DropCallsAsync(db, off.Id, ct);
            await tell.TellAsync(db, off, VisitNews.CalledOff, [.. off.People.Where(p => p != member)], ct);
        }
    }
}
