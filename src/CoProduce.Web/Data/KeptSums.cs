using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Reports;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Data;

/// <summary>The sums that are kept of the ledger as they are in this snapshot, with what has not been counted in them yet (docs/decisions/0016).</summary>
internal static class KeptSums
{
    /// <summary>Movements by day and kind of account. A day and kind may come twice and is the sum of both.</summary>
    public static IQueryable<LedgerDayRow> LedgerDaysNow(this TenantDb db) =>
        db.LedgerDays.FromSql($"select * from ledger_days_now({db.OrganisationId.Value})");

    /// <summary>Help by month, hub and kind of help.</summary>
    public static IQueryable<ReportCell> ReportCellsNow(this TenantDb db) =>
        db.ReportCells.FromSql($"select * from report_cells_now({db.OrganisationId.Value})");
}
