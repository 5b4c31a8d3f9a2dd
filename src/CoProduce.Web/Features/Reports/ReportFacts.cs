using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;

namespace CoProduce.Web.Features.Reports;

/// <summary>Help given in one month, hub and kind of help, as the ledger's postings sum to it.</summary>
/// <param name="Month">The first day of the month of the help.</param>
/// <param name="Hub">The hub under which the exchange is counted; null for an entry without an exchange.</param>
/// <param name="Category">The kind of help; null when nobody said.</param>
/// <param name="Given">Minutes.</param>
/// <param name="TimesGiven">How often a member gave.</param>
/// <param name="Givers">Who gave.</param>
/// <param name="Receivers">Who received.</param>
public sealed record Activity(
    DateOnly Month,
    HubId? Hub,
    CategoryId? Category,
    long Given,
    int TimesGiven,
    People Givers,
    People Receivers
);

/// <summary>A member who joined in the period.</summary>
/// <param name="Member">The number of the member.</param>
public sealed record Joining(HubId Hub, int Member);

/// <summary>A request that was open at some time in the period.</summary>
/// <param name="Member">The number of the member.</param>
/// <param name="ClosedAt">Null while it is open.</param>
/// <param name="IsMet">False when it is open or was withdrawn.</param>
public sealed record Asking(HubId Hub, int Member, DateTimeOffset MadeAt, DateTimeOffset? ClosedAt, bool IsMet);

/// <summary>An arranged visit that happened in the period.</summary>
/// <param name="Hub">The giver's hub at the time.</param>
/// <param name="People">The numbers of the one or two members who met.</param>
/// <param name="IsCovered">True when it was approved before it happened.</param>
public sealed record Meeting(HubId Hub, IReadOnlyList<int> People, bool IsCovered);

/// <summary>A hub or a category that figures are broken down by.</summary>
/// <param name="Id">Null where nobody said.</param>
/// <param name="Name">Empty where nobody said.</param>
public sealed record Named(Guid? Id, string Name);

/// <summary>Everything that a report is made from, as read in one snapshot.</summary>
/// <param name="Activities">Of the period, and of the months before it that decide whether its beginning may be told apart.</param>
/// <param name="End">The moment at which the period ends, or now.</param>
public sealed record ReportFacts(
    ReportPeriod Period,
    DateTimeOffset Start,
    DateTimeOffset End,
    IReadOnlyList<Activity> Activities,
    IReadOnlyList<Joining> Joinings,
    IReadOnlyList<Asking> Askings,
    IReadOnlyList<Meeting> Visits,
    IReadOnlyList<Named> Hubs,
    IReadOnlyList<Named> Categories
);
