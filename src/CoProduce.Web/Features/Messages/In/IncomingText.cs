using System.Security.Cryptography;
using System.Text;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Messages;

/// <summary>What became of a text that came in.</summary>
public enum IncomingState : short
{
    /// <summary>It came, and was not read through.</summary>
    Came = 1,

    /// <summary>It answered something, and that is done.</summary>
    Understood = 2,

    /// <summary>A coordinator is to read it.</summary>
    NotUnderstood = 3,

    /// <summary>It could answer several things, and they were asked which.</summary>
    AskedWhich = 4,

    /// <summary>They want no more texts.</summary>
    Stopped = 5,
}

/// <summary>A text that somebody sent to the organisation.</summary>
public sealed class IncomingText
{
    /// <summary>The longest that is kept: ten texts put together.</summary>
    public const int WordsLength = 1600;

    /// <summary>The length of <see cref="Key"/>.</summary>
    public const int KeyLength = 64;

    /// <summary>The longest number.</summary>
    public const int NumberLength = 20;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>A digest of the gateway's own name for it, by which a second delivery is known.</summary>
    public required string Key { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Who sent it; null when nobody, or more than one, has the number.</summary>
    public MemberId? MemberId { get; init; }

    /// <summary>The number, only where nobody knows whom it is from and until somebody has seen to it; empty otherwise.</summary>
    public string Number { get; private set; } = "";

    /// <summary>What it says.</summary>
    public string Words { get; private set; } = "";

    public IncomingState State { get; private set; } = IncomingState.Came;

    /// <summary>What was sent to which it could be an answer, as they were numbered in the question; empty when none was asked.</summary>
    public List<Guid> Choices { get; private set; } = [];

    /// <summary>True when it was answered that a coordinator will read it, which is said once a day.</summary>
    public bool WasThanked { get; private set; }

    /// <summary>When a coordinator saw to it; null until then.</summary>
    public DateTimeOffset? SeenAt { get; private set; }

    /// <summary>Who.</summary>
    public RoleHolderId? SeenBy { get; private set; }

    /// <summary>What came.</summary>
    /// <param name="member">Who sent it; null when nobody can be told.</param>
    public static IncomingText Of(string key, string number, string words, MemberId? member, DateTimeOffset now) =>
        new()
        {
            Key = key,
            At = now,
            MemberId = member,
            Number =
                member is not null ? ""
                : number.Length <= NumberLength ? number
                : number[..NumberLength],
            Words = words.Length <= WordsLength ? words : words[..WordsLength],
        };

    /// <summary>The digest of a gateway's name for a text.</summary>
    public static string KeyOf(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    /// <summary>It answered something.</summary>
    public void Understand() => State = IncomingState.Understood;

    /// <summary>A coordinator is to read it.</summary>
    public void LeaveToPerson(bool isThanked) => (State, WasThanked) = (IncomingState.NotUnderstood, isThanked);

    /// <summary>They were asked which of those they mean.</summary>
    public void AskWhich(IEnumerable<Guid> choices) => (State, Choices) = (IncomingState.AskedWhich, [.. choices]);

    /// <summary>They want no more texts.</summary>
    public void Stop() => State = IncomingState.Stopped;

    /// <summary>A coordinator has seen to it. What a stranger wrote, and from where, is not kept any longer.</summary>
    public void See(RoleHolderId by, DateTimeOffset now)
    {
        (SeenBy, SeenAt) = (by, now);
        if (MemberId is null)
            (Number, Words) = ("", "");
    }
}

internal sealed class IncomingTextTenantMapping : IEntityTypeConfiguration<IncomingText>
{
    public void Configure(EntityTypeBuilder<IncomingText> builder)
    {
        builder.ToTable("incoming_texts");
        builder.HasTenantKey(nameof(IncomingText.Id));
        builder.Property(t => t.Key).HasMaxLength(IncomingText.KeyLength);
        builder.Property(t => t.Number).HasMaxLength(IncomingText.NumberLength);
        builder.Property(t => t.Words).HasMaxLength(IncomingText.WordsLength);
        builder.HasTenantIndex(nameof(IncomingText.Key)).IsUnique(); // a second delivery is the same text
        builder.HasTenantIndex(nameof(IncomingText.MemberId), nameof(IncomingText.At));
        builder.HasTenantIndex(nameof(IncomingText.At)).HasFilter("seen_at is null and state <> 2"); // what waits on the day
        builder.RefersTo<IncomingText, Member>(nameof(IncomingText.MemberId));
        builder.RefersTo<IncomingText, RoleHolder>(nameof(IncomingText.SeenBy));
    }
}
