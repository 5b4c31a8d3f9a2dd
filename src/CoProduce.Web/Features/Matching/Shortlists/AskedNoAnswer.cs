using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Matching;

/// <summary>One for which people were asked some days ago of whom nothing was heard since.</summary>
/// <param name="Owner">Whose it is, in full.</param>
/// <param name="Hub">The owner's hub.</param>
/// <param name="Names">Those who have not answered, the longest silent first.</param>
/// <param name="Since">Since when the first of them is silent.</param>
public sealed record AskedLongAgo(Offer Offer, string Owner, HubId Hub, IReadOnlyList<string> Names, DateTimeOffset Since);

/// <summary>Offers and requests for which somebody was asked, or wanted to think, and has been silent for days.</summary>
public sealed class AskedNoAnswer(UnitOfWork work, TimeProvider clock)
{
    /// <summary>After so many days somebody rings.</summary>
    public const int Days = 3;

    private const int Most = 200;

    /// <summary>Since when that person is silent; null when there is nothing to wait for.</summary>
    public static DateTimeOffset? SilentSince(Proposal proposal) =>
        proposal.Answer switch
        {
            ProposalAnswer.Waiting => proposal.MadeAt,
            ProposalAnswer.WillThink => proposal.AnsweredAt,
            _ => null,
        };

    /// <summary>Those that are open or being arranged, the longest silent first.</summary>
    public Task<IReadOnlyList<AskedLongAgo>> LinesAsync(CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<AskedLongAgo>>(
            async db =>
            {
                var until = clock.GetUtcNow().AddDays(-Days);
                var silent = await (
                    from p in db.Proposals.AsNoTracking()
                    where
                        (p.Answer == ProposalAnswer.Waiting && p.MadeAt <= until)
                        || (p.Answer == ProposalAnswer.WillThink && p.AnsweredAt <= until)
                    join o in db.Offers.AsNoTracking() on p.OfferId equals o.Id
                    where o.Status == OfferStatus.Open || o.Status == OfferStatus.Arranged
                    join owner in db.Members on o.MemberId equals owner.Id
                    where owner.Status == MemberStatus.Active
                    join asked in db.Members on p.MemberId equals asked.Id
                    where asked.Status == MemberStatus.Active
                    orderby p.AnsweredAt ?? p.MadeAt, p.Id
                    select new
                    {
                        Offer = o,
                        Owner = (owner.FirstName + " " + owner.LastName).Trim(),
                        owner.HubId,
                        Asked = (asked.FirstName + " " + asked.LastName).Trim(),
                        Since = p.AnsweredAt ?? p.MadeAt,
                    }
                )
                    .Take(Most)
                    .ToListAsync(ct);
                return
                [
                    .. silent
                        .GroupBy(s => s.Offer.Id)
                        .Select(g => new AskedLongAgo(
                            g.First().Offer,
                            g.First().Owner,
                            g.First().HubId,
                            [.. g.Select(s => s.Asked)],
                            g.First().Since
                        )),
                ];
            },
            ct
        );
}
