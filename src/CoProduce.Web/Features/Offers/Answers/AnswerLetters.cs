using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Offers;

/// <summary>What people are told by mail about answers, with first names and never with contact details.</summary>
public sealed class AnswerLetters(Letters letters, OfferLinks links, CurrentOrganisation organisation)
{
    /// <summary>Tells whoever put it up, with a link to say yes or no without signing in.</summary>
    public async Task TellOwnerAsync(TenantDb db, Offer offer, OfferAnswer answer, CancellationToken ct)
    {
        var name = await NameAsync(db, answer.MemberId, ct);
        foreach (var owner in await Letters.AddresseesAsync(db, [offer.MemberId], ct))
            letters.Write(
                db,
                owner,
                t =>
                    new(
                        offer.Kind == OfferKind.Request
                            ? t["{0} can help: {1}", name, offer.Title]
                            : t["{0} would like this: {1}", name, offer.Title],
                        [
                            .. answer.Words.Length == 0 ? Array.Empty<string>() : [t["{0} says: “{1}”", name, answer.Words]],
                            t["Press the link and say yes or no. Nothing of your address or telephone number is told to anybody."],
                        ],
                        links.PathForAnswer(answer.Id, owner.Member),
                        t["Look and answer"]
                    )
            );
    }

    /// <summary>Tells whoever answered what became of it.</summary>
    public async Task TellAnswererAsync(TenantDb db, Offer offer, OfferAnswer answer, CancellationToken ct)
    {
        var phone = organisation.Profile.Settings.HelpPhone;
        foreach (var to in await Letters.AddresseesAsync(db, [answer.MemberId], ct))
            letters.Write(
                db,
                to,
                t =>
                    answer.Status == AnswerStatus.Yes
                        ? new(
                            t["Yes to your answer: {0}", offer.Title],
                            [
                                t["They said yes. Your coordinator puts the two of you in touch."],
                                .. phone.Length == 0 ? Array.Empty<string>() : [t["If you cannot wait, ring us on {0}.", phone]],
                            ]
                        )
                        : new(
                            t["Not this time: {0}", offer.Title],
                            [
                                t["Thank you for answering. This time it did not fit; that is no judgement of you."],
                                t["There is more on the board, and somebody will be glad of you."],
                            ],
                            $"/{organisation.Profile.Slug}/offers",
                            t["See the whole board"]
                        )
            );
    }

    private static Task<string> NameAsync(TenantDb db, MemberId member, CancellationToken ct) =>
        db.Members.Where(m => m.Id == member).Select(m => m.FirstName).SingleAsync(ct);
}
