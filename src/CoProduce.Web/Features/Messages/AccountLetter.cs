namespace CoProduce.Web.Features.Messages;

/// <summary>A letter about a sign-in, which belongs to no organisation, waiting to be sent.</summary>
public sealed class AccountLetter
{
    /// <summary>The letter.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Not before this moment.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>When it was sent or given up; null while it waits.</summary>
    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>How often sending was tried.</summary>
    public int Tries { get; set; }

    /// <summary>Why the last try failed; empty when none did.</summary>
    public string Failure { get; set; } = "";

    /// <summary>A <see cref="Messages.Letter"/> as JSON; empty once it was sent.</summary>
    public required string Letter { get; set; }

    /// <summary>It is done; what the letter said is not kept.</summary>
    public void Succeed(DateTimeOffset now) => (DoneAt, Tries, Failure, Letter) = (now, Tries + 1, "", "");

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
