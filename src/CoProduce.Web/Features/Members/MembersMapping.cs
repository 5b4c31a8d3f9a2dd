using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Members;

internal sealed class MemberTenantMapping : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.ToTable("members");
        builder.HasTenantKey(nameof(Member.Id));
        builder.Property(m => m.Number).HasField("number").ValueGeneratedNever();
        builder.Property(m => m.FirstName).HasField("firstName").HasMaxLength(Member.NameLength);
        builder.Property(m => m.LastName).HasField("lastName").HasMaxLength(Member.NameLength);
        builder.Property(m => m.HubId).HasField("hubId");
        builder.Property(m => m.About).HasMaxLength(Member.AboutLength);
        builder.Property(m => m.OwnFloorReason).HasMaxLength(AuditLine.ReasonLength);
        builder.Property(m => m.SearchText).HasMaxLength(2 * Member.NameLength + 40);
        builder.HasTenantIndex(nameof(Member.Number)).IsUnique();
        builder.HasTenantIndex(nameof(Member.Status), nameof(Member.SearchText));
        builder.HasTenantIndex(nameof(Member.Status), nameof(Member.JoinedOn));
        builder.RefersTo<Member, Hub>(nameof(Member.HubId));
    }
}

internal sealed class MemberWordTenantMapping : IEntityTypeConfiguration<MemberWord>
{
    public void Configure(EntityTypeBuilder<MemberWord> builder)
    {
        builder.ToTable("member_words");
        builder.HasTenantKey(nameof(MemberWord.Word), nameof(MemberWord.MemberId));
        builder.Property(w => w.Word).HasMaxLength(Member.NameLength).UseCollation("C"); // ranges of beginnings, by byte
        builder.RefersTo<MemberWord, Member>(nameof(MemberWord.MemberId));
    }
}

internal sealed class MemberQuietSinceTenantMapping : IEntityTypeConfiguration<MemberQuietSince>
{
    public void Configure(EntityTypeBuilder<MemberQuietSince> builder)
    {
        builder.ToTable("member_quiet_since");
        builder.HasTenantKey(nameof(MemberQuietSince.MemberId));
        builder.HasTenantIndex(nameof(MemberQuietSince.Day), nameof(MemberQuietSince.MemberId));
        builder.RefersTo<MemberQuietSince, Member>(nameof(MemberQuietSince.MemberId));
    }
}

internal sealed class MemberContactTenantMapping : IEntityTypeConfiguration<MemberContact>
{
    public void Configure(EntityTypeBuilder<MemberContact> builder)
    {
        builder.ToTable("member_contacts");
        builder.HasTenantKey(nameof(MemberContact.MemberId));
        builder.HasTenantIndex(nameof(MemberContact.BornOn)).HasFilter("born_on is not null");
        builder.Property(c => c.Email).HasMaxLength(MemberContact.EmailLength);
        builder.Property(c => c.Phone).HasMaxLength(MemberContact.PhoneLength);
        builder.Property(c => c.Address).HasMaxLength(MemberContact.TextLength);
        builder.Property(c => c.AccessNeeds).HasMaxLength(MemberContact.TextLength);
        builder.RefersTo<MemberContact, Member>(nameof(MemberContact.MemberId));
    }
}
