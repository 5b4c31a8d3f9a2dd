using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Matching;

/// <summary>One group of members, a page at a time.</summary>
public sealed class MembersQuery(UnitOfWork work, CurrentOrganisation organisation, TimeProvider clock)
{
    /// <summary>How many one page shows.</summary>
    public const int PageSize = 50;

    /// <summary>The members of a page from 1, and how many the group has.</summary>
    public Task<Listed<MemberLine>> PageAsync(MemberGroup group, int page, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var all = db.MembersOf(group, organisation.Profile.Settings, organisation.Profile.DateOf(clock.GetUtcNow()));
                return new Listed<MemberLine>(
                    await all.Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct),
                    await all.CountAsync(ct)
                );
            },
            ct
        );
}
