using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Drafts;

/// <summary>The form that was begun.</summary>
public enum DraftForm : short
{
    Call = 1,
    Request = 2,
    Offer = 3,
    Exchange = 4,
    Visit = 5,
    Announcement = 6,
}

/// <summary>A form of the desk that was begun and not sent, for its author alone. Its id is the form's request key, so that a form that was sent cannot be kept again.</summary>
public sealed class Draft
{
    /// <summary>For so long after the last change it is kept.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(14);

    /// <summary>The most that one person keeps at once.</summary>
    public const int Most = 30;

    /// <summary>The longest text, with the names of its fields.</summary>
    public const int FieldsLength = 20_000;

    public Guid Id { get; init; }

    public RoleHolderId KeptBy { get; init; }

    public DraftForm Form { get; init; }

    /// <summary>The member about whom the form is; null when it asks for people itself.</summary>
    public MemberId? MemberId { get; init; }

    public DateTimeOffset BegunAt { get; init; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>What was typed, as an object of JSON: the names of the fields, each with its values.</summary>
    public required string Fields { get; set; }
}
