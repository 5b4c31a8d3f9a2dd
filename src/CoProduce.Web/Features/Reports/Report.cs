namespace CoProduce.Web.Features.Reports;

/// <summary>Figures of help given, about five people at least.</summary>
/// <param name="Minutes">Given, as the ledger has it.</param>
/// <param name="Exchanges">How many exchanges.</param>
/// <param name="Members">How many members gave or received.</param>
public sealed record Figures(long Minutes, int Exchanges, int Members);

/// <summary>One line of a breakdown.</summary>
/// <param name="Id">The hub or category; null for a month, or where nobody said.</param>
/// <param name="Month">The month; null in another breakdown.</param>
/// <param name="Name">Empty where nobody said, and for a month.</param>
/// <param name="Figures">Null when they are not shown.</param>
public sealed record ReportLine(Guid? Id, DateOnly? Month, string Name, Figures? Figures);

/// <summary>A breakdown whose lines, with the rest, come to the total.</summary>
/// <param name="Rest">What the lines that are not shown come to together; null when all are shown.</param>
public sealed record Breakdown(IReadOnlyList<ReportLine> Lines, Figures? Rest);

/// <summary>Requests and how long they wait.</summary>
/// <param name="Count">How many requests.</param>
/// <param name="MedianDays">Half of them waited longer; null when there are none.</param>
public sealed record Waiting(int Count, int? MedianDays);

/// <summary>Arranged visits that happened, and how many of them a coordinator had approved before, as insurers want.</summary>
public sealed record Covered(int Visits, int Approved);

/// <summary>What trustees and funders read of a period. Every null is a figure that is not shown because few people stand behind it.</summary>
/// <param name="Total">Null when nothing of the report can be shown.</param>
/// <param name="BothInTen">How many in ten of the active members both gave and received.</param>
/// <param name="NewMembers">How many joined.</param>
/// <param name="Open">Requests that are open at the end of the period.</param>
/// <param name="Met">Requests for which help was found in the period.</param>
/// <param name="Covered">Visits in the period.</param>
/// <param name="Hubs">Null when the report is of one hub.</param>
public sealed record Report(
    ReportPeriod Period,
    Figures? Total,
    int? BothInTen,
    int? NewMembers,
    Waiting? Open,
    Waiting? Met,
    Covered? Covered,
    Breakdown Months,
    Breakdown Categories,
    Breakdown? Hubs
);
