using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.AspNetCore.DataProtection;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>Links in mails by which one member may answer about one exchange without signing in. They hold no personal data and run out.</summary>
public sealed class AnswerLinks(IDataProtectionProvider protection, CurrentOrganisation organisation)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    private ITimeLimitedDataProtector Protector =>
        protection.CreateProtector("CoProduce.AnswerLinks", organisation.Id.Value.ToString()).ToTimeLimitedDataProtector();

    /// <summary>The path of the answer page for that member, beginning with a slash.</summary>
    public string PathFor(ExchangeId exchange, MemberId member)
    {
        Span<byte> content = stackalloc byte[32];
        exchange.Value.TryWriteBytes(content);
        member.Value.TryWriteBytes(content[16..]);
        var secret = Convert
            .ToBase64String(Protector.Protect(content.ToArray(), Lifetime))
            .TrimEnd('=')
            .Replace('+', '-')
            .Replace('/', '_');
        return $"/{organisation.Profile.Slug}/answer/{secret}";
    }

    /// <summary>What a link says; null when it is not ours, has run out, or belongs to another organisation.</summary>
    public (ExchangeId Exchange, MemberId Member)? Read(string secret)
    {
        try
        {
            var padded = secret.Replace('-', '+').Replace('_', '/').PadRight((secret.Length + 3) / 4 * 4, '=');
            var content = Protector.Unprotect(Convert.FromBase64String(padded));
            return (new(new Guid(content.AsSpan(0, 16))), new(new Guid(content.AsSpan(16, 16))));
        }
        catch (Exception e) when (e is FormatException or System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
