using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Imports;

/// <summary>An import with its counts.</summary>
/// <param name="OpenNames">Names that nobody has decided about.</param>
/// <param name="HasNames">True when any name had to be decided.</param>
/// <param name="Records">How many things came of it.</param>
/// <param name="HasBalances">True when balances were stated that can be compared.</param>
/// <param name="HasStopped">True when the worker gave up and somebody has to let it go on.</param>
/// <param name="BelowFloor">How many members of the organisation are further below zero than anybody may go.</param>
/// <param name="Sibling">What came in the same file and is not brought in yet, the first to be; null when there is nothing.</param>
/// <param name="Stated">What all balances that would be brought in come to, in minutes, while nothing has been; null when none is stated.</param>
public sealed record ImportShown(
    Import Import,
    IReadOnlyDictionary<LineState, int> Counts,
    int OpenNames,
    bool HasNames,
    int Records,
    bool HasBalances,
    bool HasStopped,
    int BelowFloor,
    Import? Sibling,
    long? Stated
)
{
    /// <summary>How many lines stand so.</summary>
    public int Of(LineState state) => Counts.GetValueOrDefault(state);

    /// <summary>How many lines would be brought in.</summary>
    public int ToBring => Of(LineState.Ready) + Of(LineState.Changed);
}

/// <summary>Some lines of an import.</summary>
public sealed record LinesShown(Import Import, IReadOnlyList<ImportLine> Lines, int Count, int Page, int Pages);

/// <summary>Some names of an import.</summary>
public sealed record NamesShown(Import Import, IReadOnlyList<NameShown> Names, int Page, int Pages);

/// <summary>A name with those who could be meant.</summary>
/// <param name="Members">Members here who are alike.</param>
/// <param name="Spellings">Other names of the same file that are alike.</param>
public sealed record NameShown(
    ImportName Name,
    IReadOnlyList<(MemberId Id, string Label)> Members,
    IReadOnlyList<(string Key, string Spelling)> Spellings
);

/// <summary>Stated balances beside what was brought in.</summary>
public sealed record BalancesShown(Import Import, IReadOnlyList<BalanceShown> Rows, int Page, int Pages);

/// <summary>One member's. Minutes.</summary>
/// <param name="History">What the help that was brought in comes to.</param>
/// <param name="Opening">What opening entries put on top.</param>
/// <param name="Stated">What the file says.</param>
public sealed record BalanceShown(string Member, long History, long Opening, long Stated)
{
    /// <summary>True when both together are what was stated.</summary>
    public bool AddsUp => History + Opening == Stated;
}
