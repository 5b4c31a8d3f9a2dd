using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Skills;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CoProduce.Web.Features.Organisations;

/// <summary>The operator creates an organisation: a line in the directory, settings, a first hub, categories, a list of skills, the credit's name and its own accounts, or nothing.</summary>
public sealed class CreateOrganisation(
    DbContextOptions<TenantDb> options,
    DbContextOptions<DirectoryDb> directoryOptions,
    TimeProvider clock
)
{
    public enum Outcome
    {
        Created,

        /// <summary>Another organisation has this address, or this id.</summary>
        AddressTaken,
    }

    /// <summary>Creates it under that id. What <paramref name="more"/> writes is in the same transaction.</summary>
    public async Task<Outcome> HandleAsync(
        OrganisationId id,
        string slug,
        OrganisationSettings settings,
        IReadOnlyList<CreditWords> creditWords,
        string firstHub,
        IReadOnlyList<string> categories,
        Func<TenantDb, DirectoryDb, Task>? more = null,
        CancellationToken ct = default
    )
    {
        await using var db = new TenantDb(options, id);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await using var directory = await directoryOptions.InTransactionOfAsync(db, ct);
        if (await directory.Organisations.AnyAsync(o => o.Slug == slug, ct))
            return Outcome.AddressTaken;
        var now = clock.GetUtcNow();
        directory.Organisations.Add(
            new()
            {
                Id = id,
                Slug = slug,
                CreatedAt = now,
            }
        );
        try
        {
            await directory.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return Outcome.AddressTaken; // somebody was quicker by a moment
        }
        db.Settings.Add(settings);
        db.CreditWords.AddRange(creditWords);
        if (firstHub.Length > 0)
            db.Hubs.Add(new() { Id = HubId.New(), Name = firstHub });
        db.Categories.AddRange(
            categories.Select(
                (name, i) =>
                    new Category
                    {
                        Id = CategoryId.New(),
                        Name = name,
                        Position = i + 1,
                    }
            )
        );
        db.AddStarterSkills([.. db.Categories.Local]);
        db.CheckKinds.AddRange(UsualChecks.All);
        await db.SaveChangesAsync(ct);
        await db.OpenAccountAsync(new(Guid.CreateVersion7()), AccountKind.Organisation, null, null, now, ct: ct);
        await db.OpenAccountAsync(new(Guid.CreateVersion7()), AccountKind.Welcome, null, null, now, ct: ct);
        await db.OpenAccountAsync(new(Guid.CreateVersion7()), AccountKind.Pot, null, 0, now, ct: ct);
        if (more is not null)
            await more(db, directory);
        await transaction.CommitAsync(CancellationToken.None);
        return Outcome.Created;
    }

    /// <summary>The request under whose key the organisation of that id was created; null when there is no such organisation, or another request created it.</summary>
    public async Task<HandledRequest?> RequestOfAsync(OrganisationId id, CancellationToken ct = default)
    {
        await using var directory = new DirectoryDb(directoryOptions);
        if (!await directory.Organisations.AnyAsync(o => o.Id == id, ct))
            return null;
        await using var db = new TenantDb(options, id);
        await using var snapshot = await db.Database.BeginTransactionAsync(ct);
        return await db.HandledRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Key == id.Value, ct);
    }
}
