using System.Buffers.Text;
using System.Security.Cryptography;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.AspNetCore.DataProtection;

namespace CoProduce.Web.Features.Offers;

/// <summary>Links in mails by which one member may answer one question about the board without signing in. They hold no personal data and run out.</summary>
public sealed class OfferLinks(IDataProtectionProvider protection, CurrentOrganisation organisation)
{
    private const string Wanted = "CoProduce.OfferLinks.Wanted";
    private const string Answers = "CoProduce.OfferLinks.Answers";
    private const string Proposals = "CoProduce.OfferLinks.Proposals";
    private const string Searches = "CoProduce.OfferLinks.Searches";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    /// <summary>Where "is this still wanted?" is answered, beginning with a slash.</summary>
    public string PathForWanted(OfferId offer, MemberId owner) => Path("still-wanted", Wanted, offer.Value, owner);

    /// <summary>Where the owner says yes or no to an answer.</summary>
    public string PathForAnswer(OfferAnswerId answer, MemberId owner) => Path("offer-answer", Answers, answer.Value, owner);

    /// <summary>Where somebody who is asked says yes or no.</summary>
    public string PathForProposal(ProposalId proposal, MemberId asked) => Path("asked", Proposals, proposal.Value, asked);

    /// <summary>Where mails about what is new are stopped.</summary>
    public string PathForStopping(Guid search, MemberId member) => Path("stop-telling", Searches, search, member);

    /// <summary>What such a link says; null when it is not ours, has run out, or belongs to another organisation.</summary>
    public (OfferId Offer, MemberId Owner)? ReadWanted(string secret) =>
        Open(Wanted, secret) is var (id, member) ? (new(id), member) : null;

    /// <summary>The same for an answer.</summary>
    public (OfferAnswerId Answer, MemberId Owner)? ReadAnswer(string secret) =>
        Open(Answers, secret) is var (id, member) ? (new(id), member) : null;

    /// <summary>The same for being asked.</summary>
    public (ProposalId Proposal, MemberId Asked)? ReadProposal(string secret) =>
        Open(Proposals, secret) is var (id, member) ? (new(id), member) : null;

    /// <summary>The same for a kept search.</summary>
    public (Guid Search, MemberId Member)? ReadStopping(string secret) => Open(Searches, secret);

    private ITimeLimitedDataProtector Protector(string purpose) =>
        protection.CreateProtector(purpose, organisation.Id.Value.ToString()).ToTimeLimitedDataProtector();

    private string Path(string page, string purpose, Guid subject, MemberId member)
    {
        byte[] said = [.. subject.ToByteArray(), .. member.Value.ToByteArray()];
        return $"/{organisation.Profile.Slug}/{page}/{Base64Url.EncodeToString(Protector(purpose).Protect(said, Lifetime))}";
    }

    private (Guid Subject, MemberId Member)? Open(string purpose, string secret)
    {
        try
        {
            var said = Protector(purpose).Unprotect(Base64Url.DecodeFromChars(secret));
            return (new(said.AsSpan(0, 16)), new(new Guid(said.AsSpan(16, 16))));
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
