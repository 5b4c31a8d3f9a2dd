using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Organisations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Data;

/// <summary>The few tables that belong to no organisation: sign-ins, the directory of organisations and their affiliations, who belongs where, letters about sign-ins, keys.</summary>
public sealed class DirectoryDb(DbContextOptions<DirectoryDb> options) : IdentityUserContext<SignIn, Guid>(options)
{
    public DbSet<Organisation> Organisations => Set<Organisation>();
    public DbSet<Belonging> Belongings => Set<Belonging>();
    public DbSet<Affiliation> Affiliations => Set<Affiliation>();
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();
    public DbSet<AccountLetter> AccountLetters => Set<AccountLetter>();

    /// <summary>The Identity schema with passkeys.</summary>
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.StoreIdsAsUuid();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<SignIn>(signIn =>
        {
            signIn.ToTable("sign_ins");
            signIn.Property(s => s.Name).HasMaxLength(RoleHolder.NameLength);
        });
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("sign_in_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("sign_in_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("sign_in_tokens");
        // Written out, because the base class maps passkeys only where it finds Identity's options, which design time lacks.
        builder.Entity<IdentityUserPasskey<Guid>>(passkey =>
        {
            passkey.ToTable("sign_in_passkeys");
            passkey.HasKey(p => p.CredentialId);
            passkey.Property(p => p.CredentialId).HasMaxLength(1024);
            passkey.OwnsOne(p => p.Data).ToJson();
            passkey.HasOne<SignIn>().WithMany().HasForeignKey(p => p.UserId);
        });
        builder.Entity<Organisation>(organisation =>
        {
            organisation.ToTable("organisations");
            organisation.Property(o => o.Id).ValueGeneratedNever();
            organisation.Property(o => o.Slug).HasMaxLength(Organisation.SlugLength);
            organisation.HasIndex(o => o.Slug).IsUnique();
        });
        builder.Entity<Belonging>(belonging =>
        {
            belonging.ToTable("belongings");
            belonging.HasKey(b => new { b.SignInId, b.OrganisationId });
            belonging.HasOne<SignIn>().WithMany().HasForeignKey(b => b.SignInId);
            belonging.HasOne<Organisation>().WithMany().HasForeignKey(b => b.OrganisationId);
        });
        builder.Entity<Affiliation>(affiliation =>
        {
            affiliation.ToTable("affiliations");
            affiliation.Property(a => a.Id).ValueGeneratedNever();
            affiliation.HasOne<Organisation>().WithMany().HasForeignKey(a => a.ProposedBy);
            affiliation.HasOne<Organisation>().WithMany().HasForeignKey(a => a.ProposedTo);
            // One at a time between two, whoever proposed it; the other direction is refused by the use case under lock.
            affiliation.HasIndex(a => new { a.ProposedBy, a.ProposedTo }).IsUnique().HasFilter("ended_at is null");
        });
        builder.Entity<ProtectionKey>().ToTable("protection_keys").HasKey(k => k.Name);
        builder.Entity<AccountLetter>(letter =>
        {
            letter.ToTable("account_letters");
            letter.HasIndex(l => l.DueAt).HasFilter("done_at is null");
        });
        builder.NameInSnakeCase();
    }
}

/// <summary>A data protection key, shared by all nodes.</summary>
public sealed class ProtectionKey
{
    /// <summary>The key's own name.</summary>
    public required string Name { get; init; }

    /// <summary>The key as ASP.NET Core writes it.</summary>
    public required string Xml { get; init; }
}
