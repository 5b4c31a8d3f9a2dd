using CoProduce.Ledger;
using CoProduce.Web.Features.Calls;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Matching;
using CoProduce.Web.Features.Matching.Day;
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

    /// <summary>The deed of putting a line of the day off, or giving it to a coordinator.</summary>
    public const string Marked = nameof(MarkLine);

    /// <summary>A sentence without its end, such as "Pia asked Nora whether something is for them".</summary>
    public static string Told(IStringLocalizer texts, PeerDeed deed) =>
        deed.Deed switch
        {
            nameof(ProposeMatch) => texts["{0} asked {1} whether it is for them", deed.Peer, deed.About],
            nameof(AnswerProposal) => texts["{0} wrote down what {1} answered", deed.Peer, deed.About],
            Put => texts["{0} put in an offer or a request for {1}", deed.Peer, deed.About],
            nameof(ArrangeVisit) => texts["{0} arranged a visit: {1} for {2}", deed.Peer, deed.About, deed.And],
            nameof(MoveVisit) => texts["{0} changed a visit: {1} for {2}", deed.Peer, deed.About, deed.And],
            nameof(CallOffVisit) => texts["{0} called a visit off: {1} for {2}", deed.Peer, deed.About, deed.And],
            nameof(AnswerVisit) => texts["{0} wrote down how a visit went: {1} for {2}", deed.Peer, deed.About, deed.And],
            nameof(AnswerOffer) => texts["{0} wrote down that {1} answered {2} on the board", deed.Peer, deed.About, deed.And],
            nameof(SettleAnswer) => texts["{0} settled what {1} answered {2} on the board", deed.Peer, deed.About, deed.And],
            CloseOffer.ForMember => texts["{0} said how an offer or request of {1} stands", deed.Peer, deed.About],
            Marked when deed.About.Length > 0 => texts["{0} put off or gave away a line of the day about {1}", deed.Peer, deed.About],
            Marked => texts["{0} put off or gave away a line of the day", deed.Peer],
            Logged when deed.Door == Door.Paper => texts["{0} logged from a slip that {1} helped {2}", deed.Peer, deed.About, deed.And],
            Logged => texts["{0} logged that {1} helped {2}", deed.Peer, deed.About, deed.And],
            Noted => texts["{0} noted a call with {1}", deed.Peer, deed.About],
            PeerHubs.Given => texts["{0} was made a peer broker by {1}", deed.Peer, deed.By ?? ""],
            PeerHubs.Ended => deed.By is { } by
                ? texts["{0} is no longer a peer broker; {1} ended it", deed.Peer, by]
                : texts["{0} is no longer a peer broker", deed.Peer],
            _ => texts["{0} did something as a peer broker", deed.Peer],
        };
}
