using CoProduce.Ledger;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>The id of an exchange; it is the request key of the form that logged it.</summary>
public readonly record struct ExchangeId(Guid Value);

/// <summary>The id of several exchanges that were logged in one go; it is the request key of the form that logged them.</summary>
public readonly record struct SeriesId(Guid Value);

/// <summary>Who earns and who spends.</summary>
public enum ExchangeShape : short
{
    /// <summary>One member helped another.</summary>
    OneToOne = 1,

    /// <summary>A member worked for the organisation.</summary>
    ForTheOrganisation = 2,
}

/// <summary>How an exchange stands.</summary>
public enum ExchangeStatus : short
{
    /// <summary>Logged; the other side has not answered and no hours moved.</summary>
    Unconfirmed = 1,

    /// <summary>Agreed; the hours moved.</summary>
    Confirmed = 2,

    /// <summary>One side says it is not right; a coordinator decides.</summary>
    Disputed = 3,

    /// <summary>Taken back before any hours moved.</summary>
    Withdrawn = 4,

    /// <summary>Undone by a coordinator after the hours had moved; both lines stay.</summary>
    Reversed = 5,
}

/// <summary>By what an exchange came to be confirmed.</summary>
public enum Confirmation : short
{
    /// <summary>The other side said yes on screen.</summary>
    Screen = 1,

    /// <summary>The other side said yes by the link in a mail.</summary>
    MailLink = 2,

    /// <summary>Nobody objected within the organisation's period.</summary>
    Silence = 3,

    /// <summary>A coordinator logged or confirmed it for them.</summary>
    Coordinator = 4,

    /// <summary>A peer broker logged it for two people of their hubs.</summary>
    PeerBroker = 5,

    /// <summary>The other side said yes by a text.</summary>
    Text = 6,
}

/// <summary>Help that happened: who gave, who received, how long, when.</summary>
public sealed class Exchange
{
    /// <summary>The longest description.</summary>
    public const int DescriptionLength = 200;

    /// <summary>The longest reason for a dispute or a reversal.</summary>
    public const int ReasonLength = 500;

    /// <summary>The most days that are logged in one go.</summary>
    public const int MostInSeries = 60;

    /// <summary>How far back help may be logged, in days.</summary>
    public const int DaysBack = 366;

    /// <summary>The exchange.</summary>
    public ExchangeId Id { get; init; }

    /// <summary>Who earns and who spends.</summary>
    public ExchangeShape Shape { get; init; } = ExchangeShape.OneToOne;

    /// <summary>Who gave.</summary>
    public MemberId GiverId { get; init; }

    /// <summary>Who received; null when it was for the organisation.</summary>
    public MemberId? ReceiverId { get; init; }

    /// <summary>How long, in minutes.</summary>
    public int Minutes { get; init; }

    /// <summary>The day the help was given.</summary>
    public DateOnly ServiceDate { get; init; }

    /// <summary>What it was.</summary>
    public required string Description { get; init; }

    /// <summary>The kind of help; null when nobody said.</summary>
    public CategoryId? CategoryId { get; init; }

    /// <summary>The giver's hub at the time, by which figures are counted.</summary>
    public HubId HubId { get; init; }

    /// <summary>The others that were logged in one go with it; null when it was logged by itself.</summary>
    public SeriesId? SeriesId { get; init; }

    /// <summary>The exchange in whose place this one stands, because something in that one was wrong; null for none.</summary>
    public ExchangeId? CorrectsId { get; init; }

    /// <summary>The exchange that stands in the place of this one; null unless it was corrected.</summary>
    public ExchangeId? CorrectedById { get; private set; }

    /// <summary>How it stands.</summary>
    public ExchangeStatus Status { get; private set; } = ExchangeStatus.Unconfirmed;

    /// <summary>Who logged it; null for an import or demonstration data without a sign-in.</summary>
    public RoleHolderId? LoggedBy { get; init; }

    /// <summary>The member for whom it was logged, or who logged it; null when a coordinator logged it for both.</summary>
    public MemberId? LoggedFor { get; init; }

    /// <summary>By which door it came in.</summary>
    public Door Door { get; init; } = Door.Screen;

    /// <summary>When it was logged.</summary>
    public DateTimeOffset LoggedAt { get; init; }

    /// <summary>When silence confirms it; null when only a coordinator can, because it was for the organisation or a coordinator logged it.</summary>
    public DateTimeOffset? SilenceConfirmsAt { get; private set; }

    /// <summary>When it was confirmed; null while it is not.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>By what; null while it is not.</summary>
    public Confirmation? ConfirmedBy { get; private set; }

    /// <summary>Who said yes on screen on behalf of the side that was asked; null when that side did so itself, or it is not confirmed.</summary>
    public RoleHolderId? AnsweredFor { get; private set; }

    /// <summary>The ledger's entry; null until hours moved.</summary>
    public EntryId? EntryId { get; private set; }

    /// <summary>When somebody last said that it is not right; null when nobody did.</summary>
    public DateTimeOffset? DisputedAt { get; private set; }

    /// <summary>Who said so.</summary>
    public MemberId? DisputedBy { get; private set; }

    /// <summary>What is not right, in their words; empty when nobody disputed it.</summary>
    public string DisputeReason { get; private set; } = "";

    /// <summary>When a coordinator reversed it, or it was withdrawn; null otherwise.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Who reversed or withdrew it.</summary>
    public RoleHolderId? EndedBy { get; private set; }

    /// <summary>Why it was reversed or withdrawn, which both people see; empty otherwise.</summary>
    public string EndReason { get; private set; } = "";

    /// <summary>The ledger's reversing entry; null unless reversed.</summary>
    public EntryId? ReversalId { get; private set; }

    /// <summary>The side that did not log it and is asked; null when nobody is, because a coordinator logged it or it was for the organisation.</summary>
    public MemberId? Asked =>
        LoggedFor is not { } logger || ReceiverId is not { } receiver ? null
        : logger == GiverId ? receiver
        : GiverId;

    /// <summary>The one or two members whom it concerns.</summary>
    public IReadOnlyList<MemberId> People => ReceiverId is { } receiver ? [GiverId, receiver] : [GiverId];

    /// <summary>True when the member gave or received.</summary>
    public bool Concerns(MemberId member) => GiverId == member || ReceiverId == member;

    /// <summary>From that moment silence confirms it, when nobody answers before.</summary>
    public Exchange WithSilenceFrom(DateTimeOffset moment)
    {
        SilenceConfirmsAt = moment;
        return this;
    }

    /// <summary>The hours moved. Only from unconfirmed or, when a coordinator settles it, from disputed.</summary>
    /// <param name="answeredFor">Who said so on behalf of the side that was asked; null for that side itself.</param>
    public void Confirm(Confirmation by, EntryId entry, DateTimeOffset at, RoleHolderId? answeredFor = null)
    {
        Require(Status is ExchangeStatus.Unconfirmed or ExchangeStatus.Disputed && EntryId is null);
        (Status, ConfirmedBy, EntryId, ConfirmedAt, AnsweredFor) = (ExchangeStatus.Confirmed, by, entry, at, answeredFor);
    }

    /// <summary>A coordinator leaves a disputed exchange whose hours had moved as it was.</summary>
    public void Uphold()
    {
        Require(Status is ExchangeStatus.Disputed && EntryId is not null);
        Status = ExchangeStatus.Confirmed;
    }

    /// <summary>One side says that it is not right, before or after the hours moved.</summary>
    public void Dispute(MemberId by, string reason, DateTimeOffset at)
    {
        Require(Status is ExchangeStatus.Unconfirmed or ExchangeStatus.Confirmed);
        (Status, DisputedBy, DisputeReason, DisputedAt) = (ExchangeStatus.Disputed, by, reason, at);
    }

    /// <summary>Whoever disputed it says that it is right after all: it stands as before, and an answer that was waited for has its whole time again.</summary>
    public void DropDispute(DateTimeOffset silence)
    {
        Require(Status is ExchangeStatus.Disputed);
        Status = EntryId is null ? ExchangeStatus.Unconfirmed : ExchangeStatus.Confirmed;
        if (SilenceConfirmsAt is not null)
            SilenceConfirmsAt = silence;
    }

    /// <summary>Taken back before any hours moved.</summary>
    public void Withdraw(RoleHolderId? by, string reason, DateTimeOffset at)
    {
        Require(Status is ExchangeStatus.Unconfirmed or ExchangeStatus.Disputed && EntryId is null);
        (Status, EndedBy, EndReason, EndedAt) = (ExchangeStatus.Withdrawn, by, reason, at);
    }

    /// <summary>Undone by a coordinator after the hours had moved.</summary>
    public void Reverse(RoleHolderId? by, string reason, EntryId reversal, DateTimeOffset at)
    {
        Require(Status is ExchangeStatus.Confirmed or ExchangeStatus.Disputed && EntryId is not null);
        (Status, EndedBy, EndReason, ReversalId, EndedAt) = (ExchangeStatus.Reversed, by, reason, reversal, at);
    }

    /// <summary>Another one stands in its place. Only once it was withdrawn or reversed.</summary>
    public void GiveWayTo(ExchangeId correction)
    {
        Require(Status is ExchangeStatus.Withdrawn or ExchangeStatus.Reversed && CorrectedById is null);
        CorrectedById = correction;
    }

    private void Require(bool holds)
    {
        if (!holds)
            throw new InvalidOperationException($"An exchange that is {Status} cannot change so.");
    }
}
