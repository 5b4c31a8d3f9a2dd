using System.Security.Cryptography;
using System.Text;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;

namespace CoProduce.Web.Features.Kiosk;

/// <summary>The id of a kiosk.</summary>
public readonly record struct KioskId(Guid Value);

/// <summary>A touch screen in a time bank's office or a library, at which members of one hub sign in by card or number and PIN.</summary>
public sealed class KioskScreen
{
    /// <summary>The longest name.</summary>
    public const int NameLength = 80;

    /// <summary>How many letters and digits a code has: of 31 kinds they are 49 bits, for half an hour and once.</summary>
    public const int CodeLength = 10;

    /// <summary>How long a code can be typed on the screen.</summary>
    public static readonly TimeSpan CodeLasts = TimeSpan.FromMinutes(30);

    private const string Alphabet = "23456789abcdefghjkmnpqrstuvwxyz";

    public KioskId Id { get; init; }

    /// <summary>Where it stands, in the words of whoever set it up.</summary>
    public required string Name { get; init; }

    /// <summary>Whose members sign in at it; nobody else does.</summary>
    public HubId HubId { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    public RoleHolderId MadeBy { get; init; }

    /// <summary>SHA-256 of the code that is to be typed on the screen; null when none is open.</summary>
    public byte[]? CodeHash { get; private set; }

    /// <summary>Until when the code counts; null when none is open.</summary>
    public DateTimeOffset? CodeEndsAt { get; private set; }

    /// <summary>SHA-256 of the secret that the screen's browser keeps; null while no screen has it.</summary>
    public byte[]? TokenHash { get; private set; }

    /// <summary>When the screen got its secret; null while none has.</summary>
    public DateTimeOffset? PairedAt { get; private set; }

    /// <summary>When somebody signed in at it last; null for never.</summary>
    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>When it was ended; null while it works.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>A new code, which takes the place of an older one; the screen that has the secret keeps it until another types the code.</summary>
    public string NewCode(DateTimeOffset now)
    {
        var code = RandomNumberGenerator.GetString(Alphabet, CodeLength);
        (CodeHash, CodeEndsAt) = (HashOf(code), now + CodeLasts);
        return code;
    }

    /// <summary>A screen typed the code: it alone is the kiosk from now on, and the code is spent.</summary>
    public string Pair(DateTimeOffset now)
    {
        var token = NewSecret();
        (CodeHash, CodeEndsAt, TokenHash, PairedAt) = (null, null, HashOf(token), now);
        return token;
    }

    /// <summary>It is a kiosk no longer.</summary>
    public void End(DateTimeOffset now) => (CodeHash, CodeEndsAt, TokenHash, EndedAt) = (null, null, null, EndedAt ?? now);

    /// <summary>256 random bits for a cookie.</summary>
    internal static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>What is kept of a secret.</summary>
    internal static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}

/// <summary>What a member types at a kiosk besides their number or card. It counts at kiosks alone.</summary>
public sealed class KioskPin
{
    /// <summary>The fewest digits.</summary>
    public const int Shortest = 4;

    /// <summary>The most digits.</summary>
    public const int Longest = 6;

    public MemberId MemberId { get; init; }

    /// <summary>As Identity keeps passwords, so that nobody can read it.</summary>
    public required string PinHash { get; set; }

    public DateTimeOffset SetAt { get; set; }
}

/// <summary>Somebody signed in at a kiosk for some minutes; kept for a while as the record of who did.</summary>
public sealed class KioskVisit
{
    /// <summary>After so long without a touch it is over.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromSeconds(90);

    /// <summary>It never lasts longer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>How long it is known who signed in where.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public Guid Id { get; init; }

    public KioskId KioskId { get; init; }

    public MemberId MemberId { get; init; }

    /// <summary>SHA-256 of the secret that the browser keeps.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>True when the card was scanned, false when the number was typed.</summary>
    public bool ByCard { get; init; }

    public DateTimeOffset BegunAt { get; init; }

    /// <summary>When the last page was asked for.</summary>
    public DateTimeOffset SeenAt { get; init; }

    /// <summary>When somebody said that they were finished, or the next one began; null when it ended by itself.</summary>
    public DateTimeOffset? EndedAt { get; init; }
}

/// <summary>Wrong tries at a number, whether anybody has it or not, on all kiosks together.</summary>
public sealed class KioskTry
{
    /// <summary>So many wrong ones lock the number.</summary>
    public const int Most = 5;

    /// <summary>So long it is locked, and so long wrong tries are remembered.</summary>
    public static readonly TimeSpan Lock = TimeSpan.FromMinutes(15);

    public int Number { get; init; }

    /// <summary>How many, at most one more than <see cref="Most"/>.</summary>
    public int Tries { get; init; }

    /// <summary>When the last that counted was made.</summary>
    public DateTimeOffset At { get; init; }
}
