using CoProduce.Web.Features.Imports;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Data;

/// <summary>Writes and locks the rows of imports, thousands in one round trip. COPY is not for tables with row-level security.</summary>
internal static class ImportRows
{
    /// <summary>The import, locked so that its steps are done one after the other; null when there is none here.</summary>
    public static Task<Import?> LockImportAsync(this TenantDb db, ImportId id, CancellationToken ct) =>
        db
            .Imports.FromSql(
                $"select * from imports where organisation_id = {db.OrganisationId.Value} and id = {id.Value} for no key update"
            )
            .SingleOrDefaultAsync(ct);

    /// <summary>Adds lines that wait to be checked.</summary>
    public static Task AddLinesAsync(this TenantDb db, ImportId import, IReadOnlyCollection<ImportLine> lines, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into import_lines (organisation_id, import_id, number, cells, fingerprint, state, fault, fault_field)
            select {db.OrganisationId.Value}, {import.Value}, line.number, line.cells, line.fingerprint, {(short)LineState.Waiting}, 0, 0
            from unnest({lines.Select(l => l.Number).ToArray()}, {lines.Select(l => l.Cells).ToArray()}, {lines.Select(l =>
                l.Fingerprint
            ).ToArray()})
              as line (number, cells, fingerprint)
            """,
            ct
        );

    /// <summary>Writes what checking, or bringing in, found of lines.</summary>
    public static Task SetStatesAsync(this TenantDb db, ImportId import, IReadOnlyCollection<ImportLine> lines, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
            update import_lines l set state = v.state, fault = v.fault, fault_field = v.fault_field, day = v.day
            from unnest({lines.Select(l => l.Number).ToArray()}, {lines.Select(l => (short)l.State).ToArray()},
              {lines.Select(l => (short)l.Fault).ToArray()}, {lines.Select(l => (short)l.FaultField).ToArray()}, {lines.Select(l =>
                l.Day
            ).ToArray()})
              as v (number, state, fault, fault_field, day)
            where l.organisation_id = {db.OrganisationId.Value} and l.import_id = {import.Value} and l.number = v.number
            """,
            ct
        );
}
