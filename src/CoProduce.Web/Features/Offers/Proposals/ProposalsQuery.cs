using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Offers;

/// <summary>What somebody is asked, as they read it.</summary>
/// <param name="Owner">The first name of whose it is.</param>
/// <param name="Hub">Where that is.</param>
public sealed record Asked(Proposal Proposal, Offer Offer, string Owner, string Hub);

/// <summary>What a member is asked: on their first page, on a page of its own, and by the link in a mail.</summary>
public sealed class ProposalsQuery(UnitOfWork work, CurrentPerson me, OfferLinks links)
{
    /// <summary>What waits for the signed-in member's answer, the longest first.</summary>
    public Task<List<Asked>> MineAsync(CancellationToken ct = default) =>
        work.ReadAsync(
            db =>
            {
                var mine = me.Member;
                return Of(
                        db,
                        db.Proposals.Where(p =>
                            p.MemberId == mine
                            && (p.Answer == ProposalAnswer.Waiting || p.Answer == ProposalAnswer.WillThink)
                            && db.Offers.Any(o => o.Id == p.OfferId && (o.Status == OfferStatus.Open || o.Status == OfferStatus.Arranged))
                        )
                    )
                    .ToListAsync(ct);
            },
            ct
        );

    /// <summary>One of the signed-in member's own; null for any other.</summary>
    public Task<Asked?> FindAsync(ProposalId id, CancellationToken ct = default) => FindAsync(id, me.Member, ct);

    /// <summary>The one of a link; null when the link is not ours or has run out.</summary>
    public async Task<Asked?> ByLinkAsync(string secret, CancellationToken ct = default) =>
        links.ReadProposal(secret) is var (id, asked) ? await FindAsync(id, asked, ct) : null;

    private Task<Asked?> FindAsync(ProposalId id, MemberId asked, CancellationToken ct) =>
        work.ReadAsync(db => Of(db, db.Proposals.Where(p => p.Id == id && p.MemberId == asked)).SingleOrDefaultAsync(ct), ct);

    private static IQueryable<Asked> Of(TenantDb db, IQueryable<Proposal> proposals) =>
        from p in proposals.AsNoTracking()
        join o in db.Offers.AsNoTracking() on p.OfferId equals o.Id
        join m in db.Members on o.MemberId equals m.Id
        join h in db.Hubs on m.HubId equals h.Id
        orderby p.MadeAt
        select new Asked(p, o, m.FirstName, h.Name);
}
