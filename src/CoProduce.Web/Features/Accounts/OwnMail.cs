using CoProduce.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Accounts;

/// <summary>Finds the address with which the current person signs in, for what they send to themself.</summary>
public sealed class OwnMail(DirectoryDb directory, CurrentPerson me)
{
    /// <summary>The address. Throws for a stranger.</summary>
    public async Task<string> AddressAsync(CancellationToken ct = default) =>
        (await directory.Users.Where(u => u.Id == me.SignInId).Select(u => u.Email).SingleAsync(ct))!;
}
