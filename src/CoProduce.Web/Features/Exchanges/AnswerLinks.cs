using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.AspNetCore.DataProtection;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>Links in mails by which one member may answer about one exchange, or about several days that were logged in one go, without signing in. They hold no personal data and run out.</summary>
public sealed class AnswerLinks(IDataProtectionProvider protection, CurrentOrganisation organisation)
{
    private const string ForExchanges = "CoProduce.AnswerLinks";
    private const string ForSeries = "CoProduce.AnswerLinks.Series";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    /// <summary>The path of the answer page for that member, beginning with a slash.</summary>
    public string PathFor(ExchangeId exchange, MemberId member) =>
        $"/{organisation.Profile.Slug}/answer/{Seal(ForExchanges, exchange.Value, member)}";

    /// <summary>The same for several days that were logged in one go.</summary>
    public string PathForSeries(SeriesId series, MemberId member) =>
        $"/{organisation.Profile.Slug}/answer/series/{Seal(ForSeries, series.Value, member)}";

    /// <summary>What a link says; null when it is not ours, has run out, or belongs to another organisation.</summary>
    public (ExchangeId Exchange, MemberId Member)? Read(string secret) =>
        Open(ForExchanges, secret) is var (id, member) ? (new(id), member) : null;

    /// <summary>The same for several days.</summary>
    public (SeriesId Series, MemberId Member)? ReadSeries(string secret) =>
        Open(ForSeries, secret) is var (id, member) ? (new(id), member) : null;

    private ITimeLimitedDataProtector Protector(string purpose) =>
        protection.CreateProtector(purpose, organisation.Id.Value.ToString()).ToTimeLimitedDataProtector();

    private string Seal(string purpose, Guid subject, MemberId member)
    {
        Span<byte> content = stackalloc byte[32];
        subject.TryWriteBytes(content);
        member.Value.TryWriteBytes(content[16..]);
        return Convert
            .ToBase64String(Protector(purpose).Protect(content.ToArray(), Lifetime))
            .TrimEnd('=')
            .Replace('+', '-')
            .Replace('/', '_');
    }

    private (Guid Subject, MemberId Member)? Open(string purpose, string secret)
    {
        try
        {
            var padded = secret.Replace('-', '+').Replace('_', '/').PadRight((secret.Length + 3) / 4 * 4, '=');
            var content = Protector(purpose).Unprotect(Convert.FromBase64String(padded));
            return (new Guid(content.AsSpan(0, 16)), new(new Guid(content.AsSpan(16, 16))));
        }
        catch (Exception e) when (e is FormatException or System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
