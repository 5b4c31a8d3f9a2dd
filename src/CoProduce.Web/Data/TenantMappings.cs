using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Data;

/// <summary>Words for mapping tenant tables: every key, index and reference begins with the organisation.</summary>
internal static class TenantMappings
{
    /// <summary>The primary key: the organisation and then the named properties, which the application sets.</summary>
    public static void HasTenantKey<T>(this EntityTypeBuilder<T> entity, params string[] properties)
        where T : class
    {
        entity.Property<Tenancy.OrganisationId>(TenantDb.OrganisationColumn);
        entity.HasKey([TenantDb.OrganisationColumn, .. properties]);
        foreach (var property in properties)
            entity.Property(property).ValueGeneratedNever();
    }

    /// <summary>An index within the organisation.</summary>
    public static IndexBuilder HasTenantIndex<T>(this EntityTypeBuilder<T> entity, params string[] properties)
        where T : class => entity.HasIndex([TenantDb.OrganisationColumn, .. properties]);

    /// <summary>A reference to a row of the same organisation.</summary>
    public static void RefersTo<T, TOther>(this EntityTypeBuilder<T> entity, string property)
        where T : class
        where TOther : class => entity.HasOne<TOther>().WithMany().HasForeignKey(TenantDb.OrganisationColumn, property);
}
