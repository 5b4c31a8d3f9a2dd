using CoProduce.Web.Data;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Imports;

internal sealed class ImportTenantMapping : IEntityTypeConfiguration<Import>
{
    public void Configure(EntityTypeBuilder<Import> builder)
    {
        builder.ToTable("imports");
        builder.HasTenantKey(nameof(Import.Id));
        builder.Property(i => i.FileName).HasMaxLength(Import.NameLength);
        builder.Property(i => i.Table).HasMaxLength(Import.NameLength);
        builder.Property(i => i.UndoReason).HasMaxLength(Import.ReasonLength);
        builder.RefersTo<Import, Hub>(nameof(Import.HubId));
    }
}

internal sealed class ImportContentTenantMapping : IEntityTypeConfiguration<ImportContent>
{
    public void Configure(EntityTypeBuilder<ImportContent> builder)
    {
        builder.ToTable("import_contents");
        builder.HasTenantKey(nameof(ImportContent.ImportId));
        builder.RefersTo<ImportContent, Import>(nameof(ImportContent.ImportId));
    }
}

internal sealed class ImportLayoutTenantMapping : IEntityTypeConfiguration<ImportLayout>
{
    public void Configure(EntityTypeBuilder<ImportLayout> builder)
    {
        builder.ToTable("import_layouts");
        builder.HasTenantKey(nameof(ImportLayout.Headings));
        builder.Property(l => l.Headings).HasMaxLength(ImportLine.FingerprintLength);
    }
}

internal sealed class ImportLineTenantMapping : IEntityTypeConfiguration<ImportLine>
{
    public void Configure(EntityTypeBuilder<ImportLine> builder)
    {
        builder.ToTable("import_lines");
        builder.HasTenantKey(nameof(ImportLine.ImportId), nameof(ImportLine.Number));
        builder.Property(l => l.Fingerprint).HasMaxLength(ImportLine.FingerprintLength);
        builder.HasTenantIndex(nameof(ImportLine.ImportId), nameof(ImportLine.State), nameof(ImportLine.Day), nameof(ImportLine.Number));
        builder.RefersTo<ImportLine, Import>(nameof(ImportLine.ImportId));
    }
}

internal sealed class ImportNameTenantMapping : IEntityTypeConfiguration<ImportName>
{
    public void Configure(EntityTypeBuilder<ImportName> builder)
    {
        builder.ToTable("import_names");
        builder.HasTenantKey(nameof(ImportName.ImportId), nameof(ImportName.Key));
        builder.Property(n => n.Key).HasMaxLength(ImportName.Length);
        builder.Property(n => n.Spelling).HasMaxLength(ImportName.Length);
        builder.Property(n => n.SameAs).HasMaxLength(ImportName.Length);
        builder.RefersTo<ImportName, Import>(nameof(ImportName.ImportId));
    }
}

internal sealed class ImportedRecordTenantMapping : IEntityTypeConfiguration<ImportedRecord>
{
    public void Configure(EntityTypeBuilder<ImportedRecord> builder)
    {
        builder.ToTable("imported_records");
        builder.HasTenantKey(nameof(ImportedRecord.Id));
        builder.Property(r => r.Key).HasMaxLength(ImportedRecord.KeyLength);
        builder.Property(r => r.Hash).HasMaxLength(ImportLine.FingerprintLength);
        builder
            .HasTenantIndex(nameof(ImportedRecord.Kind), nameof(ImportedRecord.Source), nameof(ImportedRecord.Key))
            .IsUnique()
            .HasFilter("undone_at is null and key <> ''");
        builder.HasTenantIndex(nameof(ImportedRecord.ImportId), nameof(ImportedRecord.Id));
        builder.HasTenantIndex(nameof(ImportedRecord.TargetId));
        builder.HasTenantIndex(nameof(ImportedRecord.EntryId)).HasFilter("entry_id is not null");
        builder.RefersTo<ImportedRecord, Import>(nameof(ImportedRecord.ImportId));
    }
}
