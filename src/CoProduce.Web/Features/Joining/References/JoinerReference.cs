using CoProduce.Ledger;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Joining.Steps;

namespace CoProduce.Web.Features.Joining.References;

/// <summary>The id of a reference.</summary>
public readonly record struct ReferenceId(Guid Value);

/// <summary>How somebody is asked for a reference.</summary>
public enum ReferenceWay : short
{
    /// <summary>By mail, with a link to answer.</summary>
    Mail = 1,

    /// <summary>By a letter on paper.</summary>
    Letter = 2,

    /// <summary>By telephone.</summary>
    Phone = 3,
}

/// <summary>What somebody answered who was asked for a reference.</summary>
public enum ReferenceAnswer : short
{
    /// <summary>They would be glad to see the person take part.</summary>
    Glad = 1,

    /// <summary>They would like to talk first.</summary>
    LetUsTalk = 2,

    /// <summary>They would rather not say, or do not know the person well enough.</summary>
    RatherNot = 3,

    /// <summary>They never answered, and nobody asks again.</summary>
    Silent = 4,
}

/// <summary>Somebody who was asked what they know of a joiner. What they say is theirs: the joiner never reads it.</summary>
public sealed class JoinerReference
{
    /// <summary>The longest name or line.</summary>
    public const int LineLength = 120;

    /// <summary>The longest answer.</summary>
    public const int WordsLength = 1000;

    /// <summary>The reference.</summary>
    public ReferenceId Id { get; init; }

    /// <summary>About whom.</summary>
    public JoinerId JoinerId { get; init; }

    /// <summary>Who is asked.</summary>
    public required string Name { get; init; }

    /// <summary>How they know the joiner; empty when not said.</summary>
    public string Knows { get; init; } = "";

    /// <summary>How they are asked.</summary>
    public ReferenceWay Way { get; init; }

    /// <summary>E-mail address; empty unless they are asked by mail.</summary>
    public string Email { get; init; } = "";

    /// <summary>Telephone number; empty for none.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Postal address for a letter; empty for none.</summary>
    public string Address { get; init; } = "";

    /// <summary>When they were first asked.</summary>
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>Who asked; null for demonstration data.</summary>
    public RoleHolderId? AskedBy { get; init; }

    /// <summary>How often they were reminded.</summary>
    public int Reminders { get; private set; }

    /// <summary>When last; null when never.</summary>
    public DateTimeOffset? RemindedAt { get; private set; }

    /// <summary>What they answered; null while they have not.</summary>
    public ReferenceAnswer? Answer { get; private set; }

    /// <summary>In their words, or those of whoever spoke with them; empty for nothing.</summary>
    public string Words { get; private set; } = "";

    /// <summary>When; null while they have not answered.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Who wrote the answer down; null when they did so themselves.</summary>
    public RoleHolderId? WrittenBy { get; private set; }

    /// <summary>By which door the answer came.</summary>
    public Door Door { get; private set; } = Door.Mail;

    /// <summary>True when a person is to ask once more, because they were asked on paper or by telephone and have been silent for as long as a mail waits.</summary>
    public bool IsToBeAskedAgain(JoiningSettings settings, DateTimeOffset now) =>
        Answer is null
        && Way != ReferenceWay.Mail
        && Reminders < settings.Reminders
        && (RemindedAt ?? AskedAt).AddDays(settings.ReminderDays) <= now;

    /// <summary>They are reminded.</summary>
    public void Remind(DateTimeOffset at) => (Reminders, RemindedAt) = (Reminders + 1, at);

    /// <summary>They answer. An answer stands: whoever wants to say more rings.</summary>
    public void Say(ReferenceAnswer answer, string words, RoleHolderId? writtenBy, Door door, DateTimeOffset at)
    {
        if (Answer is not null)
            throw new InvalidOperationException("This reference was answered.");
        (Answer, Words, WrittenBy, Door, AnsweredAt) = (answer, words.Trim(), writtenBy, door, at);
    }
}
