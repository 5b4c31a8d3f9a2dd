using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using Microsoft.AspNetCore.DataProtection;

namespace CoProduce.Web.Features.Archive;

/// <summary>Lets a manager who has just shown that it is they download the archive: good for two minutes, for that person in that organisation.</summary>
public sealed class ArchiveTicket(IDataProtectionProvider protection, CurrentOrganisation organisation, CurrentPerson me)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(2);

    private ITimeLimitedDataProtector Protector =>
        protection.CreateProtector("archive", $"{organisation.Id.Value}", $"{me.Id.Value}").ToTimeLimitedDataProtector();

    /// <summary>A new one.</summary>
    public string Write() => Protector.Protect("download", GoodFor);

    /// <summary>True when it is this person's, for this organisation, and not too old.</summary>
    public bool IsGood(string? ticket)
    {
        try
        {
            return ticket is not null && Protector.Unprotect(ticket) == "download";
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return false;
        }
    }
}
