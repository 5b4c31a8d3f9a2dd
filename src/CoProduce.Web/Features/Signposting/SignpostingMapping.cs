using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Joining;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Signposting;

internal sealed class SignpostTenantMapping : IEntityTypeConfiguration<Signpost>
{
    public void Configure(EntityTypeBuilder<Signpost> builder)
    {
        builder.ToTable(
            "signposts",
            table =>
            {
                table.HasCheckConstraint("ck_signposts_somebody", "member_id is not null or joiner_id is not null");
                table.HasCheckConstraint("ck_signposts_heard", "(heard_on is null) = (came_of_it = '')");
            }
        );
        builder.HasTenantKey(nameof(Signpost.Id));
        builder.Property(s => s.Place).HasMaxLength(Signpost.PlaceLength);
        builder.Property(s => s.Why).HasMaxLength(Signpost.WordsLength);
        builder.Property(s => s.CameOfIt).HasMaxLength(Signpost.WordsLength);
        builder.HasTenantIndex(nameof(Signpost.MemberId));
        builder.HasTenantIndex(nameof(Signpost.JoinerId));
        builder.HasTenantIndex(nameof(Signpost.Day));
        builder.RefersTo<Signpost, Member>(nameof(Signpost.MemberId));
        builder.RefersTo<Signpost, Joiner>(nameof(Signpost.JoinerId));
        builder.RefersTo<Signpost, RoleHolder>(nameof(Signpost.NotedBy));
    }
}
