using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Messages;

/// <summary>How something goes out to a member.</summary>
public enum SendingWay : short
{
    /// <summary>By mail.</summary>
    Mail = 1,

    /// <summary>As a text to a telephone.</summary>
    Text = 2,

    /// <summary>As a letter on paper.</summary>
    Letter = 3,

    /// <summary>Told by telephone, by a coordinator.</summary>
    Call = 4,
}

/// <summary>How far something that goes out has come.</summary>
public enum SendingState : short
{
    /// <summary>It is on its way: to be sent, printed, posted or told.</summary>
    Waiting = 1,

    /// <summary>It was sent, posted or told.</summary>
    Gone = 2,

    /// <summary>It could not be delivered, and a person has to decide.</summary>
    NotDelivered = 3,

    /// <summary>A person decided that it is not sent.</summary>
    Dropped = 4,

    /// <summary>It waits to go out together with others.</summary>
    Gathered = 5,
}

/// <summary>One thing that goes out to one member: what, how and when. What it said is kept only until it has gone.</summary>
public sealed class Sending
{
    /// <summary>The longest line that says what it is.</summary>
    public const int SubjectLength = 200;

    /// <summary>The sending.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>To whom.</summary>
    public MemberId MemberId { get; init; }

    /// <summary>How.</summary>
    public SendingWay Way { get; private set; }

    /// <summary>How far it has come.</summary>
    public SendingState State { get; private set; } = SendingState.Waiting;

    /// <summary>What it is, in a line.</summary>
    public required string Subject { get; init; }

    /// <summary>A <see cref="Messages.Letter"/> as JSON while it waits for paper, a call or the mail of the day; empty otherwise. Never handed on: it may hold a link.</summary>
    public string Letter { get; private set; } = "";

    /// <summary>The first day of the statement that it is; null for anything else.</summary>
    public DateOnly? StatementFrom { get; init; }

    /// <summary>The last day of it.</summary>
    public DateOnly? StatementTo { get; init; }

    /// <summary>The announcement that it is of; null for anything else.</summary>
    public Guid? AnnouncementId { get; init; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>When it was sent, posted, told or dropped; null before.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>Who told or dropped it; null when the program sent it or it waits.</summary>
    public RoleHolderId? DoneBy { get; private set; }

    /// <summary>The pages with which it was printed; null for anything but a letter, and while it waits in the tray.</summary>
    public Guid? BatchId { get; private set; }

    /// <summary>The number to which it is texted, as it is dialled, so that an answer finds back; empty for anything else.</summary>
    public string Number { get; private set; } = "";

    /// <summary>What it asks, where a text may answer it; null for nothing.</summary>
    public TextAsk? Asks { get; private set; }

    /// <summary>The proposal, exchange or visit that it asks about; null for nothing.</summary>
    public Guid? AsksOf { get; private set; }

    /// <summary>Something that goes that way. A letter, a call and what is gathered carry what they say; mail and text leave that to the outbox.</summary>
    public static Sending Of(
        MemberId member,
        SendingWay way,
        string subject,
        DateTimeOffset now,
        string letter = "",
        Guid? announcement = null
    ) =>
        new()
        {
            MemberId = member,
            Way = way,
            Subject = subject.Length <= SubjectLength ? subject : subject[..SubjectLength],
            MadeAt = now,
            Letter = letter,
            AnnouncementId = announcement,
        };

    /// <summary>A statement on paper for those days.</summary>
    public static Sending Statement(MemberId member, string subject, DateOnly from, DateOnly to, DateTimeOffset now) =>
        new()
        {
            MemberId = member,
            Way = SendingWay.Letter,
            Subject = subject,
            MadeAt = now,
            StatementFrom = from,
            StatementTo = to,
        };

    /// <summary>It waits for the mail of the day.</summary>
    public Sending Gather()
    {
        State = SendingState.Gathered;
        return this;
    }

    /// <summary>It asks that; null for nothing.</summary>
    public Sending Ask(Asks? asks)
    {
        (Asks, AsksOf) = (asks?.What, asks?.Subject);
        return this;
    }

    /// <summary>It goes to that telephone.</summary>
    public void Dial(string number)
    {
        var dialled = DialledNumber.Of(number);
        Number = dialled.Length <= IncomingText.NumberLength ? dialled : "";
    }

    /// <summary>It was sent or told; what it said is not kept.</summary>
    public void Go(DateTimeOffset now, RoleHolderId? by = null) => (State, DoneAt, DoneBy, Letter) = (SendingState.Gone, now, by, "");

    /// <summary>They were told by telephone; what it said is kept until nobody can take that back.</summary>
    public void Tell(DateTimeOffset now, RoleHolderId by) => (State, DoneAt, DoneBy) = (SendingState.Gone, now, by);

    /// <summary>The program gave up.</summary>
    public void GiveUp() => State = SendingState.NotDelivered;

    /// <summary>It is tried again.</summary>
    public void Wait() => (State, DoneAt, DoneBy) = (SendingState.Waiting, null, null);

    /// <summary>Nobody sends it any more.</summary>
    public void Drop(DateTimeOffset now, RoleHolderId? by) => (State, DoneAt, DoneBy, Letter) = (SendingState.Dropped, now, by, "");

    /// <summary>It goes another way instead.</summary>
    public void Turn(SendingWay way, string letter) => (Way, State, Letter) = (way, SendingState.Waiting, letter);

    /// <summary>It is among those pages; null puts it back into the tray.</summary>
    public void Print(Guid? batch) => BatchId = batch;

    /// <summary>The pages were posted; what it said is kept until nobody can take that back.</summary>
    public void Post(DateTimeOffset now) => (State, DoneAt) = (SendingState.Gone, now);

    /// <summary>What it said is not kept any longer.</summary>
    public void Forget() => Letter = "";
}

/// <summary>Letters that were printed together.</summary>
public sealed class LetterBatch
{
    /// <summary>The batch.</summary>
    public Guid Id { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>Who made it.</summary>
    public RoleHolderId MadeBy { get; init; }

    /// <summary>The day on which it was posted; null before.</summary>
    public DateOnly? PostedOn { get; set; }

    /// <summary>When somebody wrote that down.</summary>
    public DateTimeOffset? NotedAt { get; set; }

    /// <summary>Who did.</summary>
    public RoleHolderId? NotedBy { get; set; }
}
