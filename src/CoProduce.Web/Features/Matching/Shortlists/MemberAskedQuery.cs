using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Matching;

/// <summary>What a member was asked, for a coordinator on the member's page.</summary>
public sealed class MemberAskedQuery(UnitOfWork work)
{
    /// <summary>How many are shown.</summary>
    public const int Most = 5;

    /// <summary>The latest, the newest first.</summary>
    public Task<IReadOnlyList<AskedOfMember>> LatestAsync(MemberId member, CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<AskedOfMember>>(
            async db =>
                await (
                    from p in db.Proposals.AsNoTracking()
                    where p.MemberId == member
                    join o in db.Offers on p.OfferId equals o.Id
                    orderby p.MadeAt descending, p.Id
                    select new AskedOfMember(p, o.Title)
                )
                    .Take(Most)
                    .ToListAsync(ct),
            ct
        );
}

/// <summary>Something a member was asked, and what it was about.</summary>
public sealed record AskedOfMember(Proposal Proposal, string Title);
