using CoProduce.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Matching;

internal sealed class MatchWeightsTenantMapping : IEntityTypeConfiguration<MatchWeights>
{
    public void Configure(EntityTypeBuilder<MatchWeights> builder)
    {
        builder.ToTable("match_weights");
        builder.HasTenantKey();
    }
}
