using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Offers;

/// <summary>What people who are asked are told by mail, with first names and never with contact details.</summary>
public sealed class ProposalLetters(Letters letters, OfferLinks links, CurrentOrganisation organisation, TimeProvider clock)
{
    /// <summary>Asks, with a link to say yes or no without signing in.</summary>
    public async Task AskAsync(TenantDb db, Offer offer, Proposal proposal, Addressee to, CancellationToken ct)
    {
        var owner = await db.Members.Where(m => m.Id == offer.MemberId).Select(m => m.FirstName).SingleAsync(ct);
        letters.Write(
            db,
            to,
            t =>
                new(
                    offer.Kind == OfferKind.Request ? t["Could you help? {0}", offer.Title] : t["Would you like this? {0}", offer.Title],
                    [
                        proposal.ByOwner
                            ? t["{0} asks for this: {1}. {0} saw in the members’ directory that you could help.", owner, offer.Title]
                        : offer.Kind == OfferKind.Request ? t["{0} asks for this: {1}. We thought of you.", owner, offer.Title]
                        : t["{0} offers this: {1}. We thought of you.", owner, offer.Title],
                        t[
                            "Press the link and say yes or no. No is quite all right. Nothing of your address or telephone number is told to anybody unless you say so."
                        ],
                    ],
                    links.PathForProposal(proposal.Id, proposal.MemberId),
                    t["Look and answer"]
                )
                {
                    Asks = new(TextAsk.Proposal, proposal.Id.Value, t["Answer YES or NO."]),
                }
        );
    }

    /// <summary>Somebody was found: whoever was asked and has not said yes or no is told kindly, once.</summary>
    public async Task TellFoundAsync(TenantDb db, Offer offer, MemberId found, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var open = await db
            .Proposals.Where(p =>
                p.OfferId == offer.Id
                && (p.Answer == ProposalAnswer.Waiting || p.Answer == ProposalAnswer.WillThink || p.Answer == ProposalAnswer.NoReply)
            )
            .ToListAsync(ct);
        // Who was rung and not reached was told of nothing.
        var told = open.Where(p => p.MemberId != found && (p.Answer != ProposalAnswer.NoReply || p.Way == ProposalWay.Mail))
            .Select(p => p.MemberId)
            .Distinct()
            .ToList();
        foreach (var proposal in open)
            proposal.Say(ProposalAnswer.NotNeeded, null, now);
        foreach (var to in await Letters.AddresseesAsync(db, told, ct))
            letters.Write(
                db,
                to,
                t =>
                    new(
                        t["Somebody has been found: {0}", offer.Title],
                        [t["You need not do anything. Thank you for being somebody we can ask."]],
                        $"/{organisation.Profile.Slug}/offers",
                        t["See the whole board"]
                    )
            );
    }
}
