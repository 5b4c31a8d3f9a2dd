using System.Security.Cryptography;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Cards;

/// <summary>A card with a member's number. Its code says nothing of anybody and opens nothing by itself: it only finds the member for a coordinator.</summary>
public sealed class MemberCard
{
    /// <summary>How long a code is: 20 letters and digits of 32 kinds are 100 bits, which nobody guesses.</summary>
    public const int CodeLength = 20;

    // Without letters and digits that look alike, should a code ever be read out.
    private const string Alphabet = "23456789abcdefghjkmnpqrstuvwxyz0";

    /// <summary>The code in the picture on the card.</summary>
    public required string Code { get; init; }

    /// <summary>Whose.</summary>
    public MemberId MemberId { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>When another card took its place; null for the card that counts.</summary>
    public DateTimeOffset? ReplacedAt { get; set; }

    /// <summary>A card for that member with a new code.</summary>
    public static MemberCard For(MemberId member, DateTimeOffset now) =>
        new()
        {
            Code = RandomNumberGenerator.GetString(Alphabet, CodeLength),
            MemberId = member,
            MadeAt = now,
        };
}
