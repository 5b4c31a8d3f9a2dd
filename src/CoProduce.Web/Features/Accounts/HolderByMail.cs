using CoProduce.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Accounts;

/// <summary>Finds who has a place in the organisation by the address they sign in with.</summary>
public sealed class HolderByMail(DirectoryDb directory, ILookupNormalizer normalizer)
{
    /// <summary>The role holder; null when nobody with a place here signs in with that address, whatever places it has elsewhere.</summary>
    public async Task<RoleHolder?> FindAsync(TenantDb db, string email, CancellationToken ct)
    {
        var normalized = normalizer.NormalizeEmail(email.Trim());
        var signIn = await directory.Users.Where(u => u.NormalizedEmail == normalized).Select(u => u.Id).SingleOrDefaultAsync(ct);
        return await db.RoleHolders.SingleOrDefaultAsync(r => r.SignInId == signIn && r.EndedAt == null, ct);
    }
}
