using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Skills;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Privacy;

/// <summary>The members who chose to be in the directory, for other members: whom they may name, by name.</summary>
public sealed class DirectoryQuery(UnitOfWork work, CurrentPerson me)
{
    /// <summary>How many one page shows.</summary>
    public const int PageSize = 50;

    /// <summary>Those in whose name or skills every word stands; all when nothing was typed.</summary>
    public Task<Listed<DirectoryLine>> PageAsync(string? typed, int page, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var found = db.MembersNamedBy(me)
                    .Where(m => m.Status == MemberStatus.Active && db.WhoAgreed(ConsentPurpose.Directory).Contains(m.Id));
                foreach (var word in MemberSearch.Words(typed))
                {
                    var pattern = Folded.Anywhere(word);
                    var given = await db.GivenAsync([word], ct);
                    found = found.Where(m =>
                        EF.Functions.ILike(m.FirstName + " " + m.LastName, pattern, @"\") || given.Any(s => s.MemberId == m.Id)
                    );
                }
                var people = await (
                    from m in found.OrderBy(m => m.SearchText).Skip((page - 1) * PageSize).Take(PageSize)
                    join h in db.Hubs on m.HubId equals h.Id
                    orderby m.SearchText
                    select new
                    {
                        m.Id,
                        Name = (m.FirstName + " " + m.LastName).Trim(),
                        Hub = h.Name,
                        m.About,
                    }
                ).ToListAsync(ct);
                var gives = (await db.GivingOfAsync([.. people.Select(p => p.Id)], ct)).ToDictionary(
                    f => f.Member,
                    IReadOnlyList<string> (f) => [.. f.Skills.Where(s => s.Side == SkillSide.Gives).Select(s => s.Name.Here)]
                );
                var lines = people.Select(p => new DirectoryLine(p.Id, p.Name, p.Hub, p.About, gives[p.Id])).ToList();
                return new Listed<DirectoryLine>(lines, await found.CountAsync(ct));
            },
            ct
        );

    /// <summary>True when the current member is in it.</summary>
    public Task<bool> AmInAsync(CancellationToken ct = default) =>
        work.ReadAsync(db => db.WhoAgreed(ConsentPurpose.Directory).AnyAsync(id => id == me.Member, ct), ct);
}

/// <summary>A member in the directory: what they agreed to show.</summary>
/// <param name="About">What they say of themselves; empty for nothing.</param>
/// <param name="Skills">What they give, in the language of whoever reads.</param>
public sealed record DirectoryLine(MemberId Id, string Name, string Hub, string About, IReadOnlyList<string> Skills);
