using CoProduce.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Archive;

/// <summary>A line of an archive that waits to be put back, within the one transaction that does it.</summary>
public sealed class ArchiveLine
{
    /// <summary>Which table it is of.</summary>
    public required string File { get; init; }

    public int Number { get; init; }

    /// <summary>The row as JSON.</summary>
    public required string Line { get; init; }
}

internal sealed class ArchiveLineTenantMapping : IEntityTypeConfiguration<ArchiveLine>
{
    public void Configure(EntityTypeBuilder<ArchiveLine> builder)
    {
        builder.ToTable("archive_lines");
        builder.HasTenantKey(nameof(ArchiveLine.File), nameof(ArchiveLine.Number));
        builder.Property(l => l.File).HasMaxLength(63);
    }
}
