using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Moving;

/// <summary>Welcomes somebody who came from another organisation. Where they were stands in no letter.</summary>
public sealed class ArrivalLetters(Letters letters, CurrentOrganisation organisation)
{
    /// <summary>Writes to them where they can be written to.</summary>
    public async Task WelcomeAsync(TenantDb db, Member member, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        foreach (var to in await Letters.AddresseesAsync(db, [member.Id], ct))
            letters.Write(
                db,
                to,
                t =>
                    new(
                        t["Welcome to {0}", organisation.Profile.Name],
                        [
                            t[
                                "You are a member of {0} now, and we are glad of it. Your number is {1}.",
                                organisation.Profile.Name,
                                member.Number
                            ],
                            t[
                                "What you wanted to bring along has arrived. If anything about it is not right, ring us: {0}.",
                                organisation.Profile.Settings.HelpPhone
                            ],
                        ],
                        $"/{organisation.Profile.Slug}",
                        t["See what is on"]
                    )
            );
    }
}

/// <summary>A job tells the coordinators of the new place that somebody would like to come, and again every two weeks while nobody answers. No name stands in it.</summary>
public sealed class RemindOfArrival(StaffByMail staff, Letters letters, CurrentOrganisation organisation, TimeProvider clock)
{
    /// <summary>So many days between two letters.</summary>
    public const int Days = 14;

    public enum Outcome
    {
        Told,

        /// <summary>It was answered or taken back.</summary>
        NotWaiting,
    }

    /// <summary>Writes in the caller's unit of work and plans the next.</summary>
    public async Task<Outcome> HandleAsync(TenantDb db, Guid move, CancellationToken ct)
    {
        if (await db.Arrivals.SingleOrDefaultAsync(a => a.Id == move, ct) is not { Status: MoveStatus.Waiting } arrival)
            return Outcome.NotWaiting;
        var now = clock.GetUtcNow();
        var days = (int)(now - arrival.MadeAt).TotalDays;
        foreach (var (holder, email) in await staff.CoordinatorsAsync(db, ct))
            letters.Write(
                db,
                email,
                holder.Name.Split(' ')[0],
                Letterhead.Of(organisation.Profile),
                t =>
                    new(
                        t["Somebody would like to move to {0}", organisation.Profile.Name],
                        [
                            days == 0
                                ? t["An organisation that you exchange with asks whether you welcome one of its members."]
                                : t[
                                    "An organisation that you exchange with asked {0} days ago whether you welcome one of its members.",
                                    days
                                ],
                            t["Who it is and what comes along stands on the page and not in this mail."],
                        ],
                        $"/{organisation.Profile.Slug}/moves/{move}",
                        t["Look at it and answer"]
                    )
            );
        db.Outbox.Add(
            new()
            {
                Kind = OutboxKind.RemindOfArrival,
                DueAt = now.AddDays(Days),
                SubjectId = move,
            }
        );
        return Outcome.Told;
    }
}

/// <summary>A job ends what was arranged with somebody who has moved away, and tells the person that they belong to another organisation now, and the coordinators of the old place what came of the move.</summary>
public sealed class TellOfDeparture(
    StaffByMail staff,
    Letters letters,
    EndArrangements arrangements,
    CurrentOrganisation organisation,
    TimeProvider clock
)
{
    public enum Outcome
    {
        Told,
    }

    /// <summary>Writes in the caller's unit of work.</summary>
    public async Task<Outcome> HandleAsync(TenantDb db, Guid move, CancellationToken ct)
    {
        var departure = await db.Departures.SingleAsync(d => d.Id == move, ct);
        var (there, here) = (departure.ThereName, organisation.Profile);
        var arrived = departure.Status == MoveStatus.Arrived;
        if (arrived)
        {
            await arrangements.OfAsync(db, departure.MemberId, null, clock.GetUtcNow(), ct);
            await ThankAsync(db, departure.MemberId, there, ct);
        }
        foreach (var (holder, email) in await staff.CoordinatorsAsync(db, ct))
            letters.Write(
                db,
                email,
                holder.Name.Split(' ')[0],
                Letterhead.Of(here),
                t =>
                    new(
                        arrived ? t["{0} has welcomed somebody from you", there] : t["{0} said no to a move", there],
                        [
                            arrived
                                ? t["The membership here has ended. What happened here stays in your figures."]
                                : t["Nothing has changed here. Their reason stands on the page; please tell the person."],
                        ],
                        $"/{here.Slug}/members/{departure.MemberId.Value}",
                        t["Open their page"]
                    )
            );
        return Outcome.Told;
    }

    // They have left, so the usual way to members does not lead to them any more; who was in custody is reached through the coordinator.
    private async Task ThankAsync(TenantDb db, MemberId member, string there, CancellationToken ct)
    {
        var found = await (
            from m in db.Members
            where m.Id == member && !m.HasDied
            join c in db.MemberContacts on m.Id equals c.MemberId
            where c.Email != "" && db.Hubs.Any(h => h.Id == m.HubId && h.Kind != HubKind.Custody)
            select new { m.FirstName, c.Email }
        ).SingleOrDefaultAsync(ct);
        if (found is null)
            return;
        letters.Write(
            db,
            found.Email,
            found.FirstName,
            Letterhead.Of(organisation.Profile),
            t =>
                new(
                    t["Thank you, and all the best in {0}", there],
                    [
                        t["You belong to {0} now. Thank you for the time you gave here and for letting others help you.", there],
                        t["If you would like to come back one day, ring us. Your number stays yours."],
                    ]
                )
        );
    }
}
