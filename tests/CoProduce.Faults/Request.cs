namespace CoProduce.Faults;

/// <summary>By which of the program's ways an hour is asked to move.</summary>
internal enum Way
{
    /// <summary>A coordinator logs an exchange: the whole use case, once for its request key.</summary>
    Exchange,

    /// <summary>One entry posted in a unit of work.</summary>
    Entry,

    /// <summary>Several entries posted in one call, all or none.</summary>
    Batch,
}

/// <summary>Minutes that one member is asked to pay to another; the key is the same for every try.</summary>
internal sealed record Request(Guid Key, Way Way, Guid Payer, Guid Payee, int Minutes);

/// <summary>What a client heard.</summary>
internal enum Reply
{
    /// <summary>Nothing: the connection was lost, so it may or may not have been done.</summary>
    Nothing,

    /// <summary>It is done, now or since an earlier try.</summary>
    Done,

    /// <summary>It was refused, so nothing may have moved.</summary>
    Refused,
}

/// <summary>An answer, and the entry that it named; null when it named none.</summary>
internal sealed record Answer(Reply Reply, Guid? Entry = null);
