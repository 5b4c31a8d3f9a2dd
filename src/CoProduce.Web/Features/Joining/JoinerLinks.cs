using System.Security.Cryptography;
using CoProduce.Web.Features.Joining.References;
using CoProduce.Web.Features.Joining.Referrals;
using CoProduce.Web.Tenancy;
using Microsoft.AspNetCore.DataProtection;

namespace CoProduce.Web.Features.Joining;

/// <summary>
/// Links by which people without a sign-in take their part in a joining: whoever would like to join, a referee, a referrer. They hold no
/// personal data, cannot be guessed, and work in one organisation only.
/// </summary>
public sealed class JoinerLinks(IDataProtectionProvider protection, CurrentOrganisation organisation)
{
    private const string ForJoiners = "CoProduce.Joining";
    private const string ForReferences = "CoProduce.Joining.References";
    private const string ForReferrers = "CoProduce.Joining.Referrers";

    private static readonly TimeSpan JoinersHave = TimeSpan.FromDays(365);
    private static readonly TimeSpan RefereesHave = TimeSpan.FromDays(120);

    /// <summary>The path where somebody goes on with their joining, beginning with a slash.</summary>
    /// <param name="code">Their short code, so that the page can show it again; null when it is not known.</param>
    public string PathFor(JoinerId joiner, string? code) =>
        At("join-us", Seal(ForJoiners, [.. joiner.Value.ToByteArray(), .. System.Text.Encoding.ASCII.GetBytes(code ?? "")], JoinersHave));

    /// <summary>The path where a referee answers.</summary>
    public string PathFor(ReferenceId reference) => At("reference", Seal(ForReferences, reference.Value.ToByteArray(), RefereesHave));

    /// <summary>The path where a referrer introduces people. It works until it is taken back.</summary>
    public string PathFor(ReferrerId referrer) => At("refer", Seal(ForReferrers, referrer.Value.ToByteArray(), lasts: null));

    /// <summary>What a joiner's link says; null when it is not ours, has run out, or belongs to another organisation.</summary>
    public (JoinerId Joiner, string? Code)? ReadJoiner(string secret) =>
        Open(ForJoiners, secret, isTimed: true) is { Length: >= 16 } content
            ? (new(new Guid(content.AsSpan(0, 16))), content.Length == 16 ? null : System.Text.Encoding.ASCII.GetString(content.AsSpan(16)))
            : null;

    /// <summary>The same of a referee's link.</summary>
    public ReferenceId? ReadReference(string secret) =>
        Open(ForReferences, secret, isTimed: true) is { Length: 16 } content ? new(new Guid(content)) : null;

    /// <summary>The same of a referrer's link; it may have been taken back.</summary>
    public ReferrerId? ReadReferrer(string secret) =>
        Open(ForReferrers, secret, isTimed: false) is { Length: 16 } content ? new(new Guid(content)) : null;

    private string At(string page, string secret) => $"/{organisation.Profile.Slug}/{page}/{secret}";

    private IDataProtector Protector(string purpose) => protection.CreateProtector(purpose, organisation.Id.Value.ToString());

    private string Seal(string purpose, byte[] content, TimeSpan? lasts)
    {
        var protector = Protector(purpose);
        var box = lasts is { } time ? protector.ToTimeLimitedDataProtector().Protect(content, time) : protector.Protect(content);
        return System.Buffers.Text.Base64Url.EncodeToString(box);
    }

    private byte[]? Open(string purpose, string secret, bool isTimed)
    {
        try
        {
            var box = System.Buffers.Text.Base64Url.DecodeFromChars(secret);
            var protector = Protector(purpose);
            return isTimed ? protector.ToTimeLimitedDataProtector().Unprotect(box) : protector.Unprotect(box);
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return null;
        }
    }
}

/// <summary>The short code that somebody without e-mail writes down to go on later: eight letters and digits that are not mistaken for one another.</summary>
internal static class JoinCodes
{
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int Length = 8;

    /// <summary>A new one, of 40 random bits.</summary>
    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>As people write it: two groups of four.</summary>
    public static string Shown(string code) => $"{code[..4]} {code[4..]}";

    /// <summary>What is kept of what somebody typed; null when it cannot be a code.</summary>
    public static byte[]? HashOf(string? typed)
    {
        var code = string.Concat((typed ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return code.Length == Length ? SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(code)) : null;
    }
}
