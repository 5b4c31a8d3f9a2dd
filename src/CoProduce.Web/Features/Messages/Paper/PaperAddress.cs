using CoProduce.Web.Data;
using CoProduce.Web.Features.Circles;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Messages;

/// <summary>Where a member's letters on paper go: to their own address, or to the one envelope of a household that wants it so.</summary>
/// <param name="Envelope">The same for all whose letters go together.</param>
/// <param name="Name">First and last name.</param>
/// <param name="Address">Its lines; empty when there is none, or nobody may be written to there.</param>
/// <param name="IsLarge">True when large print helps them.</param>
/// <param name="Language">The code of their language; empty for the organisation's.</param>
internal sealed record PaperAddress(MemberId Member, Guid Envelope, string Name, string Address, bool IsLarge, string Language);

/// <summary>Reads addresses for paper inside a unit of work.</summary>
internal static class PaperAddresses
{
    /// <summary>Those of the members; nobody who has died is among them.</summary>
    public static async Task<Dictionary<MemberId, PaperAddress>> PaperAddressesAsync(
        this TenantDb db,
        IReadOnlyCollection<MemberId> members,
        CancellationToken ct
    )
    {
        var households = await (
            from inside in db.CircleMembers
            where members.Contains(inside.MemberId) && inside.Until == null
            join c in db.Circles on inside.CircleId equals c.Id
            where c.Kind == CircleKind.Household && c.OneLetter && c.EndedAt == null
            select new
            {
                inside.MemberId,
                c.Id,
                // Whose address serves the household; a place of custody keeps none, so it serves nobody outside.
                Address = db.MemberContacts.Where(k => k.MemberId == c.ContactId).Select(k => k.Address).FirstOrDefault(),
            }
        ).ToDictionaryAsync(h => h.MemberId, ct);
        var people = await (
            from member in db.Members
            where members.Contains(member.Id) && !member.HasDied
            join contact in db.MemberContacts on member.Id equals contact.MemberId
            select new { member, contact }
        )
            .AsNoTracking()
            .ToListAsync(ct);
        return people
            .Select(p =>
            {
                var household = households.GetValueOrDefault(p.member.Id);
                return new PaperAddress(
                    p.member.Id,
                    household?.Id.Value ?? p.member.Id.Value,
                    p.member.Name,
                    (household?.Address is { Length: > 0 } theirs ? theirs : p.contact.Address).Trim(),
                    p.contact.AccessTicks.HasFlag(AccessNeed.LargePrint),
                    p.contact.WritesIn
                );
            })
            .ToDictionary(p => p.Member);
    }
}
