using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Cards;

/// <summary>Cards to print, and whose card a code belongs to. For coordinators' eyes.</summary>
public sealed class CardsQuery(UnitOfWork work)
{
    /// <summary>The cards of a hub, by name; of those who have left none.</summary>
    public Task<IReadOnlyList<CardFace>> OfHubAsync(HubId hub, CancellationToken ct = default) =>
        work.ReadAsync(db => FacesAsync(db, db.Members.Where(m => m.HubId == hub), ct), ct);

    /// <summary>The cards of members by their numbers, by name; of those who have none yet or have left none.</summary>
    public Task<IReadOnlyList<CardFace>> OfNumbersAsync(IReadOnlyList<int> numbers, CancellationToken ct = default) =>
        work.ReadAsync(db => FacesAsync(db, db.Members.Where(m => numbers.Contains(m.Number)), ct), ct);

    /// <summary>The cards of one member, the one that counts first; empty for none.</summary>
    public Task<IReadOnlyList<MemberCard>> OfMemberAsync(MemberId member, CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<MemberCard>>(
            async db =>
                await db
                    .MemberCards.Where(c => c.MemberId == member)
                    .OrderBy(c => c.ReplacedAt != null)
                    .ThenByDescending(c => c.MadeAt)
                    .ToListAsync(ct),
            ct
        );

    /// <summary>What a code stands for; null for one that is nobody's.</summary>
    public Task<CardFound?> FindAsync(string code, CancellationToken ct = default) =>
        work.ReadAsync(
            db =>
                (
                    from c in db.MemberCards
                    where c.Code == code
                    join m in db.Members on c.MemberId equals m.Id
                    select new CardFound(m.Id, (m.FirstName + " " + m.LastName).Trim(), c.ReplacedAt)
                ).SingleOrDefaultAsync(ct),
            ct
        );

    private static async Task<IReadOnlyList<CardFace>> FacesAsync(TenantDb db, IQueryable<Member> members, CancellationToken ct) =>
        await (
            from m in members
            where m.Status != MemberStatus.Left
            join c in db.MemberCards on m.Id equals c.MemberId
            where c.ReplacedAt == null
            join h in db.Hubs on m.HubId equals h.Id
            orderby m.SearchText
            select new CardFace(c.Code, m.Number, (m.FirstName + " " + m.LastName).Trim(), h.Kind == HubKind.Custody ? "" : h.Name)
        ).ToListAsync(ct);
}

/// <summary>What stands on a card.</summary>
/// <param name="Hub">Empty for a place of custody, which nobody need read when the card is carried outside.</param>
public sealed record CardFace(string Code, int Number, string Name, string Hub);

/// <summary>Whose card it is.</summary>
/// <param name="ReplacedAt">When another took its place; null while it counts.</param>
public sealed record CardFound(MemberId Member, string Name, DateTimeOffset? ReplacedAt);
