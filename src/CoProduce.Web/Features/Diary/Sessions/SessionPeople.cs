using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Diary;

/// <summary>Those who would like to come to a session, in their order.</summary>
/// <param name="Coming">Those who have a place.</param>
/// <param name="Waiting">Those for whom there is none yet.</param>
public sealed record PlacesOfSession(IReadOnlyList<MemberId> Coming, IReadOnlyList<MemberId> Waiting)
{
    /// <summary>Both.</summary>
    public IReadOnlyList<MemberId> All => [.. Coming, .. Waiting];
}

/// <summary>Reads who would come to a session, inside a unit of work that holds its lock.</summary>
internal static class SessionPeople
{
    public static async Task<PlacesOfSession> PlacesOfAsync(this TenantDb db, Session session, CancellationToken ct)
    {
        var all = await db
            .SessionPlaces.Where(p => p.SessionId == session.Id)
            .OrderBy(p => p.Number)
            .Select(p => p.MemberId)
            .ToListAsync(ct);
        var places = session.Places ?? int.MaxValue;
        return new([.. all.Take(places)], [.. all.Skip(places)]);
    }

    /// <summary>Everybody whom a change of it concerns: those who lead it, those who come and those who wait.</summary>
    public static async Task<IReadOnlyList<MemberId>> PeopleOfAsync(this TenantDb db, Session session, CancellationToken ct) =>
        [.. session.Leaders.Union((await db.PlacesOfAsync(session, ct)).All)];
}
