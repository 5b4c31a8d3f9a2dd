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

    /// <summary>Tells whose it is that somebody was found, where nothing was agreed to be told.</summary>
    public async Task TellAskerAsync(TenantDb db, Offer offer, OfferAnswer answer, CancellationToken ct)
    {
        var (name, phone) = (await NameAsync(db, answer.MemberId, ct), organisation.Profile.Settings.HelpPhone);
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
                            t["{0} said yes. Your coordinator puts the two of you in touch.", name],
                            .. phone.Length == 0 ? Array.Empty<string>() : [t["If you cannot wait, ring us on {0}.", phone]],
                        ]
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

    /// <summary>Tells both what both agreed to have told. True when both have it in writing, so that nobody need put them in touch.</summary>
    public async Task<bool> IntroduceAsync(TenantDb db, Offer offer, OfferAnswer answer, CancellationToken ct)
    {
        if (answer.Agreed == Sharing.Nothing)
            return false;
        var contacts = await (
            from c in db.MemberContacts
            where c.MemberId == answer.OwnerId || c.MemberId == answer.MemberId
            join m in db.Members on c.MemberId equals m.Id
            select new
            {
                c.MemberId,
                m.FirstName,
                c.Phone,
                c.Email,
                IsReached = db.Hubs.Any(h => h.Id == m.HubId && h.Kind == Organisations.HubKind.Place),
            }
        ).ToListAsync(ct);
        var to = await Letters.AddresseesAsync(db, [answer.OwnerId, answer.MemberId], ct);
        foreach (var reader in to)
        {
            var other = contacts.Find(c => c.MemberId != reader.Member);
            string[] told = other is not { IsReached: true }
                ? []
                :
                [
                    .. answer.Agreed.HasFlag(Sharing.Phone) && other.Phone.Length > 0 ? new[] { other.Phone } : [],
                    .. answer.Agreed.HasFlag(Sharing.Email) && other.Email.Length > 0 ? new[] { other.Email } : [],
                ];
            letters.Write(
                db,
                reader,
                t =>
                    new(
                        t["You are introduced: {0}", offer.Title],
                        [
                            t[
                                "{0} and you are brought together for this. You both agreed to be reached by the other.",
                                other?.FirstName ?? ""
                            ],
                            .. told.Length == 0 ? new string[] { t["Your coordinator puts the two of you in touch."] } : told,
                        ]
                    )
            );
        }
        return to.Count == 2 && contacts.Count == 2 && contacts.TrueForAll(c => c.IsReached);
    }

    private static Task<string> NameAsync(TenantDb db, MemberId member, CancellationToken ct) =>
        db.Members.Where(m => m.Id == member).Select(m => m.FirstName).SingleAsync(ct);
}
