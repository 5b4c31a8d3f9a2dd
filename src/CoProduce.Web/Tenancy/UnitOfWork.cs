using System.Data;
using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Text.Json;
using CoProduce.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CoProduce.Web.Tenancy;

/// <summary>Runs a use case or a page's reads as one transaction of the current organisation, each try with a new context.</summary>
public sealed class UnitOfWork(DbContextOptions<TenantDb> options, CurrentOrganisation organisation, TimeProvider clock)
{
    /// <summary>The name of what is measured here: how often a unit of work was tried again, and why.</summary>
    public const string MeterName = "CoProduce.UnitOfWork";

    /// <summary>So often a unit of work is tried before its failure is told.</summary>
    public const int Tries = 5;

    private static readonly Counter<long> triedAgain = new Meter(MeterName).CreateCounter<long>("coproduce.unit_of_work.tried_again");

    /// <summary>Reads from one consistent snapshot that cannot write.</summary>
    public Task<T> ReadAsync<T>(Func<TenantDb, Task<T>> read, CancellationToken ct = default) =>
        TryAsync(
            async db =>
            {
                await using var snapshot = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
                db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
                return await read(db); // never committed: a read that wrote something has written nothing
            },
            mayHaveCommitted: _ => false,
            ct
        );

    /// <summary>Runs a use case that is safe to repeat by its own nature. Nothing is kept unless it called <see cref="TenantDb.Keep"/>.</summary>
    public Task<T> WriteAsync<T>(Func<TenantDb, Task<T>> write, CancellationToken ct = default) =>
        TryAsync(
            async db =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync(ct);
                var result = await write(db);
                if (db.Kept)
                    await CommitAsync(db, transaction, ct);
                return result;
            },
            mayHaveCommitted: db => db.CommitSent,
            ct
        );

    /// <summary>
    /// Runs a use case once for its request key, however often the form arrives: a repeat with the same body gets the first answer.
    /// Throws <see cref="AlreadySentException"/> when the key was used with another body.
    /// </summary>
    public Task<TOutcome> OnceAsync<TOutcome>(
        Guid requestKey,
        object form,
        Func<TenantDb, Task<TOutcome>> write,
        CancellationToken ct = default
    )
        where TOutcome : struct, Enum
    {
        var useCase = typeof(TOutcome).FullName!;
        var body = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(form, form.GetType()));
        return TryAsync(
            async db =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync(ct);
                var isFirst = await db.Database.ExecuteSqlAsync(
                    $"""
                    insert into handled_requests (organisation_id, key, use_case, body_hash, outcome, handled_at)
                    values ({db.OrganisationId.Value}, {requestKey}, {useCase}, {body}, '', {clock.GetUtcNow()})
                    on conflict do nothing
                    """,
                    ct
                );
                if (isFirst == 0)
                    return await EarlierAnswerAsync<TOutcome>(db, requestKey, useCase, body, ct);
                var outcome = await write(db);
                if (!db.Kept)
                    return outcome;
                var name = outcome.ToString();
                await db.HandledRequests.Where(r => r.Key == requestKey).ExecuteUpdateAsync(r => r.SetProperty(x => x.Outcome, name), ct);
                await CommitAsync(db, transaction, ct);
                return outcome;
            },
            mayHaveCommitted: _ => false, // a repeat finds its own request key
            ct
        );
    }

    private static async Task<TOutcome> EarlierAnswerAsync<TOutcome>(
        TenantDb db,
        Guid key,
        string useCase,
        byte[] body,
        CancellationToken ct
    )
        where TOutcome : struct, Enum
    {
        var earlier = await db.HandledRequests.AsNoTracking().SingleAsync(r => r.Key == key, ct);
        return earlier.UseCase == useCase && earlier.BodyHash.SequenceEqual(body)
            ? Enum.Parse<TOutcome>(earlier.Outcome)
            : throw new AlreadySentException();
    }

    private static async Task CommitAsync(TenantDb db, IDbContextTransaction transaction, CancellationToken ct)
    {
        if (db.ChangeTracker.HasChanges())
            await db.SaveChangesAsync(ct);
        db.CommitSent = true;
        await transaction.CommitAsync(CancellationToken.None); // once sent, a cancelled request must not make the answer unknown
    }

    private async Task<T> TryAsync<T>(Func<TenantDb, Task<T>> attempt, Func<TenantDb, bool> mayHaveCommitted, CancellationToken ct)
    {
        for (var number = 1; ; number++)
        {
            await using var db = new TenantDb(options, organisation.Id);
            try
            {
                return await attempt(db);
            }
            catch (Exception e) when (number < Tries && IsWorthRepeating(e) && !mayHaveCommitted(db))
            {
                triedAgain.Add(1, new KeyValuePair<string, object?>("reason", ReasonOf(e)));
                await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(5, 25 << number)), ct);
            }
        }
    }

    /// <summary>True for a deadlock, a serialisation failure, a lock that took too long, or a lost connection.</summary>
    private static bool IsWorthRepeating(Exception e) =>
        e switch
        {
            PostgresException p => p.SqlState
                is PostgresErrorCodes.DeadlockDetected
                    or PostgresErrorCodes.SerializationFailure
                    or PostgresErrorCodes.LockNotAvailable
                    or PostgresErrorCodes.AdminShutdown
                    or PostgresErrorCodes.CrashShutdown
                    or PostgresErrorCodes.CannotConnectNow,
            NpgsqlException n => n.IsTransient,
            DbUpdateException { InnerException: { } inner } => IsWorthRepeating(inner),
            InvalidOperationException { InnerException: NpgsqlException inner } => IsWorthRepeating(inner),
            _ => false,
        };

    private static string ReasonOf(Exception e) =>
        e switch
        {
            PostgresException p => p.SqlState,
            { InnerException: { } inner } => ReasonOf(inner),
            _ => "connection",
        };
}

/// <summary>Thrown when a form arrives again under the same request key with other answers: the first was done, this one is not.</summary>
public sealed class AlreadySentException() : InvalidOperationException("This form was sent before with other answers.");
