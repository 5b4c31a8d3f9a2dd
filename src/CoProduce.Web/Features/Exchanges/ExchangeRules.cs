using CoProduce.Web.Data;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>How logging an exchange can end, whoever logs it.</summary>
public enum LogOutcome
{
    Logged,
    SamePerson,
    UnknownMember,

    /// <summary>One of the two is suspended or has left.</summary>
    NotTakingPart,

    /// <summary>The day has not come yet.</summary>
    InTheFuture,

    /// <summary>More than <see cref="Exchange.DaysBack"/> days ago.</summary>
    TooLongAgo,

    /// <summary>Longer than the organisation allows for one exchange, or not above zero.</summary>
    TooLong,

    /// <summary>Not a multiple of the organisation's step.</summary>
    NotInSteps,
    UnknownCategory,

    /// <summary>The hours would take the receiver below the floor; only where they move at once.</summary>
    BelowFloor,

    /// <summary>The community pot was to pay and has not as much.</summary>
    PotIsShort,

    /// <summary>The books for its day are closed.</summary>
    PeriodClosed,

    /// <summary>The kind of help needs a check that whoever gave it has not; only where a coordinator logs.</summary>
    CheckMissing,

    /// <summary>There is something to keep to that the coordinator has not read yet; only where a coordinator logs.</summary>
    CareUnread,

    /// <summary>A peer broker leaves this one to a coordinator; only where a peer broker logs.</summary>
    NeedsCoordinator,
}

/// <summary>The limits on one exchange, the same for everybody who logs.</summary>
internal static class ExchangeRules
{
    /// <summary>What is wrong with that day, that many minutes or that kind of help; null when nothing is.</summary>
    public static async Task<LogOutcome?> CheckExchangeAsync(
        this TenantDb db,
        OrganisationProfile organisation,
        DateOnly day,
        long minutes,
        CategoryId? category,
        DateOnly today,
        CancellationToken ct
    ) => DayFault(day, today) ?? LengthFault(organisation, minutes) ?? await db.KindOrPeriodFaultAsync(day, category, ct);

    /// <summary>What is wrong with that day; null when nothing is.</summary>
    public static LogOutcome? DayFault(DateOnly day, DateOnly today) =>
        day > today ? LogOutcome.InTheFuture
        : day < today.AddDays(-Exchange.DaysBack) ? LogOutcome.TooLongAgo
        : null;

    /// <summary>What is wrong with that many minutes; null when nothing is.</summary>
    public static LogOutcome? LengthFault(OrganisationProfile organisation, long minutes) =>
        minutes <= 0 || minutes > organisation.Settings.MaximumMinutes ? LogOutcome.TooLong
        : minutes % organisation.Settings.StepMinutes != 0 ? LogOutcome.NotInSteps
        : null;

    /// <summary>Whether the kind of help is none of ours or the books for that day are closed; null when neither.</summary>
    public static async Task<LogOutcome?> KindOrPeriodFaultAsync(
        this TenantDb db,
        DateOnly day,
        CategoryId? category,
        CancellationToken ct
    ) =>
        category is { } kind && !await db.Categories.AnyAsync(c => c.Id == kind, ct) ? LogOutcome.UnknownCategory
        : await db.ClosedPeriods.AnyAsync(p => p.ClosedTo >= day, ct) ? LogOutcome.PeriodClosed
        : null;

    /// <summary>What stands against it by the rules of care; null when nothing does, or the warnings were read.</summary>
    public static LogOutcome? CareFault(CareAnswer care, CareReading reading) =>
        care.Forbids ? LogOutcome.CheckMissing
        : reading.Covers(care) ? null
        : LogOutcome.CareUnread;

    /// <summary>What logging came to by what the ledger said to the posting.</summary>
    /// <param name="receiver">Who was helped; null when it was for the organisation.</param>
    public static LogOutcome OfPosting(PostingResult posting, MemberId? receiver) =>
        posting.Outcome == PostingOutcome.BelowFloor && posting.Account != receiver?.Account
            ? LogOutcome.PotIsShort
            : OfPosting(posting.Outcome);

    /// <summary>What logging came to by what the ledger said to a posting for which whoever was helped pays.</summary>
    public static LogOutcome OfPosting(PostingOutcome outcome) =>
        outcome switch
        {
            PostingOutcome.Posted or PostingOutcome.DoneAlready => LogOutcome.Logged,
            PostingOutcome.BelowFloor => LogOutcome.BelowFloor,
            PostingOutcome.ClosedAccount => LogOutcome.NotTakingPart,
            PostingOutcome.PeriodClosed => LogOutcome.PeriodClosed,
            PostingOutcome.KeyReused or PostingOutcome.UnknownAccount or PostingOutcome.AlreadyReversed or PostingOutcome.NotItsMirror =>
                throw new InvalidOperationException($"The ledger answered {outcome}."),
        };
}
