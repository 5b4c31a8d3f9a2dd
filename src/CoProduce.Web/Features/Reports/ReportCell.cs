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

/// <summary>How often one member is in one cell, counted with it: so a reversal needs no look through history for whether the member stays in it. Read only by the database.</summary>
public sealed class ReportPerson
{
    public DateOnly Month { get; private init; }
    public HubId HubId { get; private init; }
    public CategoryId CategoryId { get; private init; }

    /// <summary>The member's number.</summary>
    public int Person { get; private init; }

    /// <summary>In how many entries that were not undone; below zero while a reversal is counted and what it undoes is not yet.</summary>
    public int Gave { get; private init; }

    /// <summary>Alike.</summary>
    public int Received { get; private init; }
}

internal sealed class ReportPersonTenantMapping : IEntityTypeConfiguration<ReportPerson>
{
    public void Configure(EntityTypeBuilder<ReportPerson> builder)
    {
        builder.ToTable("report_people");
        builder.HasTenantKey(
            nameof(ReportPerson.Month),
            nameof(ReportPerson.HubId),
            nameof(ReportPerson.CategoryId),
            nameof(ReportPerson.Person)
        );
    }
}

internal sealed class ReportCellTenantMapping : IEntityTypeConfiguration<ReportCell>
{
    public void Configure(EntityTypeBuilder<ReportCell> builder)
    {
        builder.ToTable("report_cells");
        builder.HasTenantKey(nameof(ReportCell.Month), nameof(ReportCell.HubId), nameof(ReportCell.CategoryId));
    }
}
