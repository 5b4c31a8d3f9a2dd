using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Diary;

/// <summary>Who of those that take part is told of the diary by mail or text, and who is to be rung.</summary>
internal static class QuickWays
{
    /// <summary>Each of them who takes part, with where to write; null for somebody who is to be rung.</summary>
    public static async Task<IReadOnlyList<(MemberId Member, Addressee? To)>> WaysToAsync(
        this TenantDb db,
        IReadOnlyCollection<MemberId> people,
        CancellationToken ct
    )
    {
        var byMail = await db
            .MemberContacts.Where(c => people.Contains(c.MemberId) && (c.Prefers == ContactWay.Email || c.Prefers == ContactWay.Text))
            .Select(c => c.MemberId)
            .ToListAsync(ct);
        var addressees = (await Letters.AddresseesAsync(db, byMail, ct)).Where(a => a.IsQuick).ToDictionary(a => a.Member);
        var present = await db
            .Members.Where(m => people.Contains(m.Id) && m.Status == MemberStatus.Active)
            .Select(m => m.Id)
            .ToListAsync(ct);
        return present.ConvertAll(m => (m, addressees.GetValueOrDefault(m)));
    }
}
