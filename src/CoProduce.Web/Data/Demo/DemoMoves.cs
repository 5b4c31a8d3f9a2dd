using CoProduce.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Moving;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Data.Demo;

/// <summary>Somebody who waits to move between two demo organisations, and somebody who has moved to another hub.</summary>
internal static class DemoMoves
{
    private const MoveParts Parts = MoveParts.Contact | MoveParts.Skills | MoveParts.Languages | MoveParts.Balance | MoveParts.History;

    /// <summary>Lays a member's move before the other organisation, as a coordinator did some days ago.</summary>
    public static async Task ProposeAsync(
        TenantDb db,
        OrganisationId there,
        string thereName,
        MemberId member,
        Guid by,
        DateOnly day,
        string words,
        CancellationToken ct
    )
    {
        var who = await db.Members.SingleAsync(m => m.Id == member, ct);
        var departure = new Departure
        {
            Id = Guid.CreateVersion7(),
            MemberId = member,
            There = there,
            ThereName = thereName,
            Parts = Parts,
            Wording = "My name, how to reach me, what I can give, my languages, my hours and my history may go along. Nothing else does.",
            AgreedOn = day,
            AgreedBy = Door.Phone,
            Words = words,
            By = new(by),
            MadeAt = DemoLife.At(day, 11 * 60),
        };
        db.Departures.Add(departure);
        await db.SaveChangesAsync(ct);
        var parcel = (await db.PackAsync(who, Parts, ct)) with { Words = words };
        if (
            !await db.OfferMoveAsync(
                departure,
                await db.Settings.Select(s => s.Name).SingleAsync(ct),
                who.Name,
                parcel.Write(),
                departure.MadeAt,
                ct
            )
        )
            throw new InvalidOperationException("The demo's organisations do not exchange.");
    }

    /// <summary>Writes down that the first in the list of members came from another hub.</summary>
    public static async Task MovedAsync(TenantDb db, Guid by, DateOnly day, CancellationToken ct)
    {
        var member = await db.Members.Where(m => m.Status == MemberStatus.Active).OrderBy(m => m.SearchText).FirstAsync(ct);
        var from = await db.Hubs.Where(h => h.Id != member.HubId && h.Kind == HubKind.Place).OrderBy(h => h.Name).FirstAsync(ct);
        db.HubMoves.Add(
            new()
            {
                MemberId = member.Id,
                FromHub = from.Id,
                ToHub = member.HubId,
                On = day,
                Reason = "Nearer to the new flat",
                By = new(by),
                Door = Door.Phone,
                MadeAt = DemoLife.At(day, 10 * 60),
                DoneAt = DemoLife.At(day, 10 * 60),
            }
        );
    }
}
