namespace CoProduce.EmbeddedPostgres;

/// <summary>Tells a person, in one sentence, why the private cluster cannot run and what to do about it.</summary>
public sealed class PrivateClusterException : Exception
{
    /// <summary>An exception without a sentence of its own.</summary>
    public PrivateClusterException() { }

    /// <summary>An exception with the sentence that a person reads.</summary>
    public PrivateClusterException(string message)
        : base(message) { }

    /// <summary>An exception with the sentence that a person reads and what led to it.</summary>
    public PrivateClusterException(string message, Exception innerException)
        : base(message, innerException) { }
}
