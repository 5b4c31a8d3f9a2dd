using System.Buffers.Text;
using System.Security.Cryptography;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.AspNetCore.DataProtection;

namespace CoProduce.Web.Features.Messages;

/// <summary>What somebody stops by a link.</summary>
public enum StopWhat : byte
{
    /// <summary>Notices of what happens to them: nothing is written to them any more.</summary>
    Notices = 1,

    /// <summary>News of the organisation.</summary>
    News = 2,
}

/// <summary>Links in mails by which a member stops them without signing in. They hold no personal data, do nothing else, and do not run out.</summary>
public sealed class StopLinks(IDataProtectionProvider protection, CurrentOrganisation organisation)
{
    private IDataProtector Protector => protection.CreateProtector("CoProduce.StopLinks", organisation.Id.Value.ToString());

    /// <summary>Where those mails are stopped, beginning with a slash.</summary>
    public string PathFor(StopWhat what, MemberId member)
    {
        byte[] said = [(byte)what, .. member.Value.ToByteArray()];
        return $"/{organisation.Profile.Slug}/no-more/{Base64Url.EncodeToString(Protector.Protect(said))}";
    }

    /// <summary>What such a link says; null when it is not ours or belongs to another organisation.</summary>
    public (StopWhat What, MemberId Member)? Read(string secret)
    {
        try
        {
            var said = Protector.Unprotect(Base64Url.DecodeFromChars(secret));
            return ((StopWhat)said[0], new(new Guid(said.AsSpan(1, 16))));
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
