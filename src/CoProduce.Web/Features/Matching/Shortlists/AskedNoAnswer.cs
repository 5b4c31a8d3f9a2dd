using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Peers;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Matching;

/// <summary>One for which people were asked some days ago of whom nothing was heard since.</summary>
/// <param name="Owner">Whose it is: in full, or the first name for a peer broker's eyes.</param>
/// <param name="Hub">The owner's hub.</param>
/// <param name="Names">Those who have not answered, the longest silent first.</param>
/// <param name="Since">Since when the first of them is silent.</param>
public sealed record AskedLongAgo(Offer Offer, string Owner, HubId Hub, IReadOnlyList<string> Names, DateTimeOffset Since);

/// <summary>Offers and requests for which somebody was asked, or wanted to think, and has been silent for days.</summary>
public sealed class AskedNoAnswer(UnitOfWork work, CurrentPerson me, TimeProvider clock)
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

    /// <summary>Those of whoever brokers that are open or being arranged, the longest silent first.</summary>
    public Task<IReadOnlyList<AskedLongAgo>> LinesAsync(CancellationToken ct = default) =>
        work.ReadAsync(db => ReadAsync(db, me, clock.GetUtcNow(), ct), ct);

    /// <summary>The same inside a unit of work.</summary>
    internal static async Task<IReadOnlyList<AskedLongAgo>> ReadAsync(
        TenantDb db,
        CurrentPerson me,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var (until, theirs) = (now.AddDays(-Days), db.Members.BrokeredBy(me).Where(m => m.Status == MemberStatus.Active));
        var silent = await (
            from p in db.Proposals.AsNoTracking()
            where
                (p.Answer == ProposalAnswer.Waiting && p.MadeAt <= until) || (p.Answer == ProposalAnswer.WillThink && p.AnsweredAt <= until)
            join o in db.Offers.AsNoTracking() on p.OfferId equals o.Id
            where o.Status == OfferStatus.Open || o.Status == OfferStatus.Arranged
            join owner in theirs on o.MemberId equals owner.Id
            where theirs.Any(m => m.Id == p.MemberId)
            orderby p.AnsweredAt ?? p.MadeAt, p.Id
            select new
            {
                Offer = o,
                owner.HubId,
                Asked = p.MemberId,
                Since = p.AnsweredAt ?? p.MadeAt,
            }
        )
            .Take(Most)
            .ToListAsync(ct);
        var names = await db.NamesForAsync(me, silent.SelectMany(s => new[] { s.Offer.MemberId, s.Asked }), ct);
        return
        [
            .. silent
                .GroupBy(s => s.Offer.Id)
                .Select(g => new AskedLongAgo(
                    g.First().Offer,
                    names[g.First().Offer.MemberId],
                    g.First().HubId,
                    [.. g.Select(s => names[s.Asked]).Distinct()],
                    g.First().Since
                )),
        ];
    }
}
