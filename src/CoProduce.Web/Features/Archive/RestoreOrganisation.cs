using System.IO.Compression;
using System.Text.Json;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CoProduce.Web.Features.Archive;

/// <summary>A manager puts an archive back into an organisation that has nothing yet: all of it with the same hashes and every promise kept, or nothing.</summary>
public sealed class RestoreOrganisation(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    OrganisationDirectory directory,
    TimeProvider clock
)
{
    /// <summary>The largest archive that can be sent, in bytes.</summary>
    public const int MostBytes = 100 * 1024 * 1024;

    /// <summary>The most that it may unpack to, in bytes.</summary>
    public const long MostUnpackedBytes = 4L * 1024 * 1024 * 1024;

    private const int AtOnce = 1000;
    private const int SmallestZip = 22;

    public enum Outcome
    {
        Restored,
        NoFile,
        TooLarge,

        /// <summary>It is no archive of ours, or damaged.</summary>
        NotAnArchive,

        /// <summary>It is of a version that this program does not read.</summary>
        OtherVersion,

        /// <summary>The organisation has members, hours or imports already.</summary>
        NotEmpty,

        /// <summary>Hours crossed to other organisations: half of that history is elsewhere.</summary>
        HasCrossed,

        /// <summary>Its ledger is not what it was, or breaks a promise.</summary>
        NotKept,
    }

    public async Task<Outcome> HandleAsync(RestoreForm form, CancellationToken ct = default)
    {
        if (form.File is not { Length: > 0 } file)
            return Outcome.NoFile;
        if (file.Length > MostBytes)
            return Outcome.TooLarge;
        try
        {
            await using var stream = file.OpenReadStream();
            if (!await IsZipAsync(stream, ct))
                return Outcome.NotAnArchive;
            await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Read, leaveOpen: true, null, ct);
            if (await ManifestAsync(zip, ct) is not { Format: ArchiveManifest.FormatName } manifest)
                return Outcome.NotAnArchive;
            if (manifest.Version != ArchiveManifest.CurrentVersion)
                return Outcome.OtherVersion;
            var outcome = await work.OnceAsync(
                form.RequestKey,
                new { form.RequestKey, manifest.Fingerprint },
                db => RestoreAsync(db, zip, manifest, ct),
                ct
            );
            directory.Forget(organisation.Id);
            return outcome;
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or TooMuchToUnpackException)
        {
            return Outcome.NotAnArchive;
        }
        // What does not fit the tables is no archive that this program wrote; classes 22 and 23 are data and constraints.
        catch (PostgresException e)
            when (e.SqlState.StartsWith("22", StringComparison.Ordinal) || e.SqlState.StartsWith("23", StringComparison.Ordinal))
        {
            return Outcome.NotKept;
        }
    }

    private async Task<Outcome> RestoreAsync(TenantDb db, ZipArchive zip, ArchiveManifest manifest, CancellationToken ct)
    {
        await db.LockSettingsAsync(ct);
        if (
            await db.Members.AnyAsync(ct)
            || await db.Entries.AnyAsync(ct)
            || await db.Imports.AnyAsync(ct)
            || await db.Accounts.AnyAsync(a => a.AffiliateId != null, ct)
        )
            return Outcome.NotEmpty;
        var tables = ArchiveRows.Tables(db.Model).Select(t => t.GetTableName()!).ToList();
        var left = MostUnpackedBytes;
        foreach (var table in tables)
            left -= await LayDownAsync(db, zip, table, manifest.Lines.GetValueOrDefault(table), left, ct);
        await ArchiveRows.ClearFirstDayAsync(db, ct);
        foreach (var table in tables)
        {
            if (table == "accounts") // entries and the rest refer to no table that comes later
                await ArchiveRows.TakeLedgerAsync(db, ct);
            else if (!ArchiveRows.OfTheLedger.Contains(table))
                await ArchiveRows.TakeAsync(db, table, ct);
        }
        await ArchiveRows.TidyAsync(db, ct);
        if (await db.Accounts.AnyAsync(a => a.AffiliateId != null, ct))
            return Outcome.HasCrossed;
        if (!await IsKeptAsync(db, manifest, ct))
            return Outcome.NotKept;
        db.AuditLines.Add(me.Line(nameof(RestoreOrganisation), null, clock.GetUtcNow()));
        db.Keep();
        return Outcome.Restored;
    }

    private static async Task<bool> IsKeptAsync(TenantDb db, ArchiveManifest manifest, CancellationToken ct)
    {
        var head = await db.ChainLinks.OrderByDescending(l => l.Number).Select(l => l.Hash).FirstOrDefaultAsync(ct);
        if (
            await ArchiveRows.FingerprintAsync(db, ct) != manifest.Fingerprint
            || Convert.ToHexStringLower(head ?? []) != manifest.ChainHead
        )
            return false;
        foreach (var promise in Invariants.All)
        {
            if ((await db.BreachesAsync(promise, ct)).Count > 0)
                return false;
        }
        return true;
    }

    private static async Task<long> LayDownAsync(TenantDb db, ZipArchive zip, string table, int expected, long most, CancellationToken ct)
    {
        if (zip.GetEntry(table + ".jsonl") is not { } entry)
            return expected == 0 ? 0 : throw new InvalidDataException($"{table} is missing.");
        await using var stream = await entry.OpenAsync(ct);
        using var text = new StreamReader(stream);
        var (count, characters, batch) = (0, 0L, new List<string>());
        while (await text.ReadLineAsync(ct) is { } line)
        {
            characters += line.Length;
            if (characters > most)
                throw new TooMuchToUnpackException();
            batch.Add(line);
            if (batch.Count == AtOnce)
            {
                await ArchiveRows.LayDownAsync(db, table, count, batch, ct);
                count += batch.Count;
                batch.Clear();
            }
        }
        await ArchiveRows.LayDownAsync(db, table, count, batch, ct);
        return count + batch.Count == expected ? characters : throw new InvalidDataException($"{table} is not whole.");
    }

    // What is shorter than the smallest zip makes the reader look before its beginning.
    private static async Task<bool> IsZipAsync(Stream stream, CancellationToken ct)
    {
        var start = new byte[SmallestZip];
        var read = await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, ct);
        stream.Position = 0;
        return read == start.Length && start.AsSpan().StartsWith("PK"u8);
    }

    private static async Task<ArchiveManifest?> ManifestAsync(ZipArchive zip, CancellationToken ct)
    {
        if (zip.GetEntry(ArchiveManifest.FileName) is not { Length: < 1024 * 1024 } entry)
            return null;
        await using var stream = await entry.OpenAsync(ct);
        return await JsonSerializer.DeserializeAsync<ArchiveManifest>(stream, cancellationToken: ct);
    }

    private sealed class TooMuchToUnpackException() : IOException("The archive unpacks to more than is allowed.");
}

/// <summary>An archive that a manager sends.</summary>
public sealed class RestoreForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public IFormFile? File { get; set; }
}
