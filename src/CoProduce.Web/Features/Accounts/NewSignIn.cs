using CoProduce.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Accounts;

/// <summary>Makes a sign-in inside a transaction of somebody else's.</summary>
public sealed class NewSignIn(IPasswordHasher<SignIn> passwords, ILookupNormalizer normalizer)
{
    /// <summary>A sign-in whose address was proven, with that password; null when the address has one already.</summary>
    public async Task<SignIn?> AddAsync(DirectoryDb directory, string email, string name, string password, CancellationToken ct)
    {
        var normalized = normalizer.NormalizeEmail(email);
        if (await directory.Users.AnyAsync(u => u.NormalizedEmail == normalized, ct))
            return null;
        var signIn = new SignIn
        {
            Id = Guid.CreateVersion7(),
            Name = name.Trim(),
            UserName = email,
            NormalizedUserName = normalizer.NormalizeName(email),
            Email = email,
            NormalizedEmail = normalized,
            EmailConfirmed = true,
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        signIn.PasswordHash = passwords.HashPassword(signIn, password);
        directory.Users.Add(signIn);
        return signIn;
    }
}
