using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.MemberLists;

/// <summary>A member in a list.</summary>
/// <param name="Last">The day of the last exchange; null when there was none.</param>
/// <param name="Balance">In minutes.</param>
/// <param name="Skills">In their own words, in no order.</param>
public sealed record MemberRow(
    MemberId Id,
    int Number,
    string Name,
    MemberKind Kind,
    MemberStatus Status,
    string Hub,
    DateOnly Joined,
    DateOnly? Last,
    long Balance,
    bool SignsIn,
    IReadOnlyList<string> Skills
);

/// <summary>Reads lines inside a unit of work.</summary>
internal static class MemberRows
{
    /// <summary>So many after skipping so many, in their order.</summary>
    public static async Task<IReadOnlyList<MemberRow>> LinesAsync(
        this TenantDb db,
        IQueryable<Member> inOrder,
        int skip,
        int take,
        CancellationToken ct
    )
    {
        // First who, then what is said of them: the database would look up the last exchange of everybody otherwise.
        var ids = await inOrder.Skip(skip).Take(take).Select(m => m.Id).ToListAsync(ct);
        var lines = await db.LinesOf(db.Members.Where(m => ids.Contains(m.Id))).ToDictionaryAsync(l => l.Id, ct);
        return [.. ids.Select(id => lines[id])];
    }

    /// <summary>Lines of these members, in no order.</summary>
    public static IQueryable<MemberRow> LinesOf(this TenantDb db, IQueryable<Member> members) =>
        from m in members
        join a in db.Accounts on m.Id equals a.MemberId
        join h in db.Hubs on m.HubId equals h.Id
        let lastGiven = db.Exchanges.Where(e => e.GiverId == m.Id).Max(e => (DateOnly?)e.ServiceDate)
        let lastReceived = db.Exchanges.Where(e => e.ReceiverId == m.Id).Max(e => (DateOnly?)e.ServiceDate)
        select new MemberRow(
            m.Id,
            m.Number,
            (m.FirstName + " " + m.LastName).Trim(),
            m.Kind,
            m.Status,
            h.Name,
            m.JoinedOn,
            lastReceived == null || lastGiven > lastReceived ? lastGiven : lastReceived,
            a.Balance,
            db.RoleHolders.Any(r => r.MemberId == m.Id && r.EndedAt == null),
            db.MemberSkills.Where(s => s.MemberId == m.Id).Select(s => s.Words).ToList()
        );
}
