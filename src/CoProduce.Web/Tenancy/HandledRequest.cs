namespace CoProduce.Web.Tenancy;

/// <summary>A form that was carried out, kept so that a double click or a resent form does nothing twice (I6).</summary>
public sealed class HandledRequest
{
    /// <summary>The request key that the form carried.</summary>
    public Guid Key { get; init; }

    /// <summary>The full name of the use case's outcome type.</summary>
    public required string UseCase { get; init; }

    /// <summary>SHA-256 of the form's content.</summary>
    public required byte[] BodyHash { get; init; }

    /// <summary>The name of the outcome; empty only inside the transaction that is doing it.</summary>
    public required string Outcome { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset HandledAt { get; init; }
}
