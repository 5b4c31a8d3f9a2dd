using System.IO.Compression;
using System.Text.Json;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Archive;

/// <summary>A manager takes everything away as one file. It is written down who did, every manager hears of it, and the file is written while it is read, from one snapshot.</summary>
public sealed class ExportOrganisation(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    StaffByMail staff,
    AccountLetters letters,
    TimeProvider clock
)
{
    /// <summary>Answers with the file.</summary>
    public async Task HandleAsync(HttpContext http)
    {
        var (ct, now) = (http.RequestAborted, clock.GetUtcNow());
        var managers = await work.WriteAsync(
            db =>
            {
                db.AuditLines.Add(me.Line(nameof(ExportOrganisation), null, now));
                db.Keep();
                return staff.ManagersAsync(db, ct);
            },
            ct
        );
        foreach (var (manager, email) in managers)
            letters.Add(
                email,
                manager.Name,
                t =>
                    new(
                        t["{0} downloaded everything that {1} has", me.Name, organisation.Profile.Name],
                        [
                            t["The file holds the personal data of every member, also notes that few may read."],
                            t["If you do not know why, ask them today. If it was not they, take their role away at once and tell us."],
                        ]
                    )
            );
        await letters.SaveAsync(ct);
        var day = organisation.Profile.DateOf(now).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        http.Response.ContentType = "application/zip";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{organisation.Profile.Slug}-{day}.zip\"";
        http.Response.Headers.CacheControl = "no-store";
        // The zip writes what stands between two tables, some bytes each, in the old way.
        http.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        await WriteAsync(http.Response.Body, now, ct);
    }

    /// <summary>Writes the archive.</summary>
    public Task WriteAsync(Stream stream, DateTimeOffset now, CancellationToken ct = default)
    {
        var isBegun = false;
        return work.ReadAsync(
            async db =>
            {
                if (isBegun)
                    throw new IOException("The connection to the database was lost in the middle of an archive.");
                isBegun = true;
                await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, null, ct);
                await WriteAsync(zip, "README.txt", async text => await text.WriteAsync(ArchiveManifest.Readme), ct);
                await using (var columns = await zip.CreateEntry(ArchiveColumns.FileName).OpenAsync(ct))
                    await columns.WriteAsync(ArchiveColumns.Write(db.Model), ct);
                var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
                foreach (var table in ArchiveRows.Tables(db.Model))
                {
                    var name = table.GetTableName()!;
                    await WriteAsync(zip, name + ".jsonl", async text => counts[name] = await WriteAsync(text, db, table, ct), ct);
                }
                var head = await db.ChainLinks.OrderByDescending(l => l.Number).FirstOrDefaultAsync(ct);
                var manifest = new ArchiveManifest(
                    ArchiveManifest.FormatName,
                    ArchiveManifest.CurrentVersion,
                    organisation.Profile.Name,
                    now,
                    counts,
                    head?.Number ?? 0,
                    head is null ? "" : Convert.ToHexStringLower(head.Hash),
                    await ArchiveRows.FingerprintAsync(db, ct)
                );
                await WriteAsync(zip, ArchiveManifest.FileName, text => text.WriteAsync(JsonSerializer.Serialize(manifest)), ct);
                return true;
            },
            ct
        );
    }

    private static async Task<int> WriteAsync(
        StreamWriter text,
        TenantDb db,
        Microsoft.EntityFrameworkCore.Metadata.IEntityType table,
        CancellationToken ct
    )
    {
        var count = 0;
        await foreach (var line in ArchiveRows.LinesAsync(db, table, ct))
        {
            await text.WriteAsync(line);
            await text.WriteAsync('\n');
            count++;
        }
        return count;
    }

    private static async Task WriteAsync(ZipArchive zip, string name, Func<StreamWriter, Task> write, CancellationToken ct)
    {
        await using var stream = await zip.CreateEntry(name).OpenAsync(ct);
        await using var text = new StreamWriter(stream);
        await write(text);
    }
}
