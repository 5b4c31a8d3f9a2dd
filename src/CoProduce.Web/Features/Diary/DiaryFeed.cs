using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;

namespace CoProduce.Web.Features.Diary;

/// <summary>The id of a calendar link; the link is this id, sealed.</summary>
public readonly record struct DiaryFeedId(Guid Value);

/// <summary>A private link by which a calendar program reads the visits of a person or of a hub, until it is taken back.</summary>
public sealed class DiaryFeed
{
    public DiaryFeedId Id { get; init; }

    /// <summary>Whose visits; null for a hub's.</summary>
    public MemberId? MemberId { get; init; }

    /// <summary>The visits of which hub; null for a person's.</summary>
    public HubId? HubId { get; init; }

    /// <summary>Who made it. A hub's link works only while they coordinate.</summary>
    public RoleHolderId MadeBy { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    /// <summary>When it was taken back or replaced; null while it works.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>It works no longer.</summary>
    public void Revoke(DateTimeOffset at) => RevokedAt ??= at;
}

/// <summary>What somebody chose for their reminders; without a row the day before is enough.</summary>
public sealed class DiaryChoice
{
    public MemberId MemberId { get; init; }

    /// <summary>True for a reminder on the morning as well.</summary>
    public bool OnTheMorning { get; set; }
}
