using CoProduce.Web.Features.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Data.Demo;

/// <summary>The demo's sign-ins: a password for the people whom a visitor may play, none for the rest.</summary>
internal sealed class DemoSignIns(Dictionary<string, SignIn> known, IPasswordHasher<SignIn> passwords, ILookupNormalizer normalizer)
{
    private readonly List<SignIn> added = [];

    /// <summary>Those that were not there before.</summary>
    public IReadOnlyList<SignIn> Added => added;

    /// <summary>Knows those whom an earlier organisation brought, so that one person may belong to two.</summary>
    public static async Task<DemoSignIns> ReadAsync(
        DirectoryDb directory,
        IPasswordHasher<SignIn> passwords,
        ILookupNormalizer normalizer,
        CancellationToken ct
    )
    {
        var played = DemoData.SignIns.Select(e => normalizer.NormalizeEmail(e)).ToList();
        var known = await directory.Users.Where(u => played.Contains(u.NormalizedEmail!)).ToDictionaryAsync(u => u.Email!, ct);
        return new(known, passwords, normalizer);
    }

    /// <summary>The sign-in of that address.</summary>
    public SignIn Of(string email, string name)
    {
        if (known.TryGetValue(email, out var signIn))
            return signIn;
        signIn = new SignIn
        {
            Id = Guid.CreateVersion7(),
            Name = name,
            UserName = email,
            NormalizedUserName = normalizer.NormalizeName(email),
            Email = email,
            NormalizedEmail = normalizer.NormalizeEmail(email),
            EmailConfirmed = true,
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        if (DemoData.SignIns.Contains(email))
            signIn.PasswordHash = passwords.HashPassword(signIn, DemoData.Password);
        known.Add(email, signIn);
        added.Add(signIn);
        return signIn;
    }
}
