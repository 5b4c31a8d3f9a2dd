using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Reports;

/// <summary>Help given in one month, hub and kind of help, as the database keeps it counted. Read only here: it is counted when entries are sealed.</summary>
public sealed class ReportCell
{
    /// <summary>The first day of the month in which the help was given.</summary>
    public DateOnly Month { get; private init; }

    /// <summary>The hub under which it is counted; the empty id where there is none.</summary>
    public HubId HubId { get; private init; }

    /// <summary>The kind of help; the empty id when nobody said.</summary>
    public CategoryId CategoryId { get; private init; }

    /// <summary>What members gave, in minutes. What was reversed is left out.</summary>
    public long Minutes { get; private init; }

    /// <summary>How often a member gave.</summary>
    public int Times { get; private init; }

    /// <summary>Who gave: bit n is member number n.</summary>
    public byte[] Givers { get; private init; } = [];

    /// <summary>Who received, alike.</summary>
    public byte[] Receivers { get; private init; } = [];
}

internal sealed class ReportCellTenantMapping : IEntityTypeConfiguration<ReportCell>
{
    public void Configure(EntityTypeBuilder<ReportCell> builder)
    {
        builder.ToTable("report_cells");
        builder.HasTenantKey(nameof(ReportCell.Month), nameof(ReportCell.HubId), nameof(ReportCell.CategoryId));
    }
}
