using CoProduce.Web.Features.Calls;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Matching;
using CoProduce.Web.Features.Offers;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Peers;

/// <summary>What peer brokers do, in plain words.</summary>
public static class PeerDeedWords
{
    /// <summary>The deed of putting in an offer or a request.</summary>
    public const string Put = nameof(PutInForMember);

    /// <summary>The deed of logging an exchange.</summary>
    public const string Logged = nameof(LogForMembers);

    /// <summary>The deed of noting a call.</summary>
    public const string Noted = nameof(NoteCall);

    /// <summary>A sentence without its end, such as "Pia asked Nora whether something is for them".</summary>
    public static string Told(IStringLocalizer texts, PeerDeed deed) =>
        deed.Deed switch
        {
            nameof(ProposeMatch) => texts["{0} asked {1} whether it is for them", deed.Peer, deed.About],
            nameof(AnswerProposal) => texts["{0} wrote down what {1} answered", deed.Peer, deed.About],
            Put => texts["{0} put in an offer or a request for {1}", deed.Peer, deed.About],
            Logged => texts["{0} logged that {1} helped {2}", deed.Peer, deed.About, deed.And],
            Noted => texts["{0} noted a call with {1}", deed.Peer, deed.About],
            PeerHubs.Given => texts["{0} was made a peer broker by {1}", deed.Peer, deed.By ?? ""],
            PeerHubs.Ended => deed.By is { } by
                ? texts["{0} is no longer a peer broker; {1} ended it", deed.Peer, by]
                : texts["{0} is no longer a peer broker", deed.Peer],
            _ => texts["{0} did something as a peer broker", deed.Peer],
        };
}
