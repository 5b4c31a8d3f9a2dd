namespace CoProduce.Web.Features.Messages;

/// <summary>What is to be done later.</summary>
public enum OutboxKind : short
{
    /// <summary>Send a letter by mail.</summary>
    Mail = 1,

    /// <summary>Confirm an exchange because nobody objected.</summary>
    ConfirmBySilence = 2,

    /// <summary>Let hours go that were kept until then.</summary>
    RunOutHold = 3,

    /// <summary>Write to a member about hours that crossed to or from another organisation.</summary>
    TellOfCrossing = 4,

    /// <summary>Remind coordinators of a dispute that nobody has decided.</summary>
    RemindOfDispute = 5,

    /// <summary>Do the next part of an import.</summary>
    Import = 6,

    /// <summary>Remind somebody who was asked for a reference.</summary>
    RemindReferee = 7,

    /// <summary>Delete what is kept of somebody who did not join.</summary>
    ForgetJoiner = 8,

    /// <summary>Look at what of care runs out or is overdue, and tell those who see to it.</summary>
    CareRound = 9,

    /// <summary>Take away what an organisation's rules for keeping say goes.</summary>
    RetentionRound = 10,

    /// <summary>Remind those who lead a session, or come to it, the day before.</summary>
    RemindOfSession = 11,

    /// <summary>Move a member to another hub, on the day that was planned.</summary>
    MoveToHub = 14,

    /// <summary>Tell coordinators of somebody who would like to move here, and remind them while nobody answers.</summary>
    RemindOfArrival = 15,

    /// <summary>Write to somebody who moved to another organisation, and to the coordinators they leave, what came of it.</summary>
    TellOfDeparture = 16,

    /// <summary>Ask whether what stands on the board for long is still wanted, and take down what nobody answered for.</summary>
    BoardRound = 17,

    /// <summary>Tell members of what is new on the board and fits what they look for.</summary>
    NewOnBoardRound = 18,

    /// <summary>Remind those who meet of a visit, the day before or on the morning.</summary>
    RemindOfVisit = 19,

    /// <summary>Ask those who met how a visit went.</summary>
    AskAfterVisit = 20,

    /// <summary>Make the visits of repeats further ahead.</summary>
    DiaryRound = 21,

    /// <summary>Send a text to a telephone.</summary>
    Text = 24,

    /// <summary>Send what was gathered for a member who wants one mail a day.</summary>
    MailOfTheDay = 25,

    /// <summary>Forget what letters said that were posted, once that cannot be taken back any more.</summary>
    ForgetPosted = 26,

    /// <summary>Write an announcement to the next of those whom it is for.</summary>
    Announce = 27,

    /// <summary>Let go of what was begun at the desk and never finished.</summary>
    UnfinishedRound = 29,

    /// <summary>Tell a member that somebody has written to them.</summary>
    TellOfTalk = 28,
}

/// <summary>Something promised to happen later, written in the transaction that promised it and done at least once.</summary>
public sealed class OutboxItem
{
    /// <summary>The item.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What is to be done.</summary>
    public OutboxKind Kind { get; init; }

    /// <summary>Not before this moment.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>When it was done or given up; null while it is to be done.</summary>
    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Tries { get; set; }

    /// <summary>Why the last try failed; empty when none did.</summary>
    public string Failure { get; set; } = "";

    /// <summary>The subject: an exchange to confirm, hours that are kept, the entry that crossed, a dispute to remind of, an import, a reference to remind of, a joiner to forget, a move, a visit, a session, the sending that it is, a member, a batch of letters, an announcement; null for a letter to somebody who is no member.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>A <see cref="Letter"/> as JSON, or the name of the person on the other side of what crossed; empty once it was done and for anything else.</summary>
    public string Letter { get; set; } = "";

    /// <summary>It is done; what the letter said is not kept.</summary>
    public void Succeed(DateTimeOffset now) => (DoneAt, Tries, Failure, Letter) = (now, Tries + 1, "", "");

    /// <summary>A part is done, and the next is due at once, after what waits longer.</summary>
    public void GoOn(DateTimeOffset now) => (DueAt, Tries, Failure) = (now, 0, "");

    /// <summary>It cannot be done by a job; a person has to.</summary>
    public void Leave(string reason, DateTimeOffset now) => (DoneAt, Tries, Failure) = (now, Tries + 1, Retries.Short(reason));

    /// <summary>A person has it tried at once, and then as often as at first.</summary>
    public void TryAgain(DateTimeOffset now) => (DueAt, DoneAt, Tries) = (now, null, 0);

    /// <summary>A person decided that it is not sent; why it failed stays, what it said does not.</summary>
    public void Drop(DateTimeOffset now) => (DoneAt, Letter) = (now, "");

    /// <summary>It failed: it is tried again later, or given up after enough tries.</summary>
    public void Fail(string reason, DateTimeOffset now)
    {
        (Tries, Failure) = (Tries + 1, Retries.Short(reason));
        if (Retries.After(Tries, now) is { } later)
            DueAt = later;
        else
            DoneAt = now;
    }
}

/// <summary>A mail in plain words: who gets it, what it says, and at most one thing to press.</summary>
/// <param name="To">The address.</param>
/// <param name="Culture">The language it is written in.</param>
/// <param name="Subject">The subject line.</param>
/// <param name="Paragraphs">What it says.</param>
/// <param name="Link">What to press: a path until it is sent, then an absolute address; null for none.</param>
/// <param name="LinkText">What the link is called; null when there is none.</param>
/// <param name="From">The name of the sender: an organisation, or CoProduce.</param>
/// <param name="Stop">Where letters of this kind are stopped without signing in, as <paramref name="Link"/>; null where there is nothing to stop.</param>
/// <param name="StopText">What that link is called; null when there is none.</param>
/// <param name="Parts">Letters of their own that go in the same mail; null for none.</param>
/// <param name="HowTo">How a text answers it; null where none does.</param>
public sealed record Letter(
    string To,
    string Culture,
    string Subject,
    IReadOnlyList<string> Paragraphs,
    string? Link,
    string? LinkText,
    string From,
    string? Stop = null,
    string? StopText = null,
    IReadOnlyList<Letter>? Parts = null,
    string? HowTo = null
);
