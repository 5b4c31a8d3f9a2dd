using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Offers;

/// <summary>Could you help, or would you like this? Yes or no, by a text.</summary>
internal sealed class ProposalByText(AnswerProposal answers) : IAnsweredByText
{
    public TextAsk What => TextAsk.Proposal;

    public async Task<TextWaits?> WaitsAsync(TenantDb db, MemberId member, Guid subject, CancellationToken ct) =>
        await db.Proposals.SingleOrDefaultAsync(p => p.Id == new ProposalId(subject) && p.MemberId == member, ct)
            is { IsOpen: true } proposal
            ? new(await db.Offers.Where(o => o.Id == proposal.OfferId).Select(o => o.Title).SingleAsync(ct), [TextSays.Yes, TextSays.No])
            : null;

    public async Task<TextTaken> TakeAsync(TextAnswer answer, CancellationToken ct)
    {
        var form = new AnswerProposalForm { Say = answer.Says == TextSays.Yes ? "yes" : "no" };
        return await answers.ByTextAsync(new(answer.Subject), answer.Member, form, ct) switch
        {
            AnswerProposal.Outcome.Said => TextTaken.Taken,
            AnswerProposal.Outcome.NotNeeded => TextTaken.NotNeeded,
            AnswerProposal.Outcome.NotFound or AnswerProposal.Outcome.SaidMeanwhile or AnswerProposal.Outcome.TakenBack =>
                TextTaken.Refused,
        };
    }
}
