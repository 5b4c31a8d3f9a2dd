using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Offers;

/// <summary>The id of a proposal; an answer that comes of it bears the same.</summary>
public readonly record struct ProposalId(Guid Value);

/// <summary>How somebody was asked.</summary>
public enum ProposalWay : short
{
    Phone = 1,

    /// <summary>A letter with a link that answers without signing in.</summary>
    Mail = 2,

    /// <summary>On their first page here.</summary>
    Screen = 3,

    /// <summary>A text that a person sent and notes here.</summary>
    Text = 4,
    InPerson = 5,
}

/// <summary>What somebody who was asked said.</summary>
public enum ProposalAnswer : short
{
    /// <summary>Nothing yet.</summary>
    Waiting = 1,
    Yes = 2,
    No = 3,

    /// <summary>They want to think about it.</summary>
    WillThink = 4,

    /// <summary>They were not reached. They may still answer, and may be asked again.</summary>
    NoReply = 5,

    /// <summary>Somebody was found before they answered.</summary>
    NotNeeded = 6,
}

/// <summary>A member was asked whether an offer or request is for them: how, when, by whom, and what they said. Each time is a line of its own.</summary>
public sealed class Proposal
{
    /// <summary>The longest note, or why.</summary>
    public const int WordsLength = 300;

    /// <summary>Who was asked for anything in so many days was asked lately.</summary>
    public const int LatelyDays = 28;

    /// <summary>So many whom a member asked themself may be without an answer at a time, for one request.</summary>
    public const int MostOpen = 5;

    /// <summary>So many a member may ask themself within a day, for all their requests.</summary>
    public const int MostADay = 10;

    public ProposalId Id { get; init; }

    public OfferId OfferId { get; init; }

    /// <summary>Whose that is.</summary>
    public MemberId OwnerId { get; init; }

    /// <summary>Who is asked.</summary>
    public MemberId MemberId { get; init; }

    public ProposalWay Way { get; init; }

    /// <summary>Why they, in the words of whoever asks, for staff; empty when the shortlist said it.</summary>
    public string Why { get; init; } = "";

    /// <summary>What there is to note, for staff; empty for nothing.</summary>
    public string Note { get; private set; } = "";

    /// <summary>Who asked; null for demonstration data.</summary>
    public RoleHolderId? MadeBy { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    /// <summary>True when whose it is asked by themself, and no broker did.</summary>
    public bool ByOwner { get; init; }

    /// <summary>What whose it is agreed to have told to whoever says yes, when they asked by themself.</summary>
    public Sharing OwnerShares { get; init; }

    public ProposalAnswer Answer { get; private set; } = ProposalAnswer.Waiting;

    /// <summary>When that was said; null while nothing was.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Who wrote the answer down; null while there is none, and for a link in a mail.</summary>
    public RoleHolderId? AnsweredBy { get; private set; }

    /// <summary>True while yes or no may still be said.</summary>
    public bool IsOpen => Answer is ProposalAnswer.Waiting or ProposalAnswer.WillThink or ProposalAnswer.NoReply;

    /// <summary>They say something. Does nothing once yes or no was said, or somebody was found.</summary>
    /// <param name="by">Null for a link in a mail.</param>
    public void Say(ProposalAnswer answer, RoleHolderId? by, DateTimeOffset at)
    {
        if (IsOpen && answer != ProposalAnswer.Waiting)
            (Answer, AnsweredBy, AnsweredAt) = (answer, by, at);
    }

    /// <summary>What was written down was not so: they have said nothing yet. Does nothing unless yes or no was said.</summary>
    public void TakeBack()
    {
        if (Answer is ProposalAnswer.Yes or ProposalAnswer.No)
            (Answer, AnsweredBy, AnsweredAt) = (ProposalAnswer.Waiting, null, null);
    }

    /// <summary>Notes something about it in the place of what was noted before.</summary>
    public void Remark(string note) => Note = note;
}
