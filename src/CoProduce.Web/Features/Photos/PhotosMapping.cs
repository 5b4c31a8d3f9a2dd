using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Photos;

internal sealed class MemberPhotoTenantMapping : IEntityTypeConfiguration<MemberPhoto>
{
    public void Configure(EntityTypeBuilder<MemberPhoto> builder)
    {
        builder.ToTable("member_photos");
        builder.HasTenantKey(nameof(MemberPhoto.MemberId));
        builder.RefersTo<MemberPhoto, Member>(nameof(MemberPhoto.MemberId));
    }
}
