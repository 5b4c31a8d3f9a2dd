using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Skills;

internal sealed class SkillGroupTenantMapping : IEntityTypeConfiguration<SkillGroup>
{
    public void Configure(EntityTypeBuilder<SkillGroup> builder)
    {
        builder.ToTable("skill_groups");
        builder.HasTenantKey(nameof(SkillGroup.Id));
        builder.Property(g => g.English).HasMaxLength(Skill.NameLength);
        builder.Property(g => g.Welsh).HasMaxLength(Skill.NameLength);
        builder.Ignore(g => g.Name);
        builder.RefersTo<SkillGroup, Category>(nameof(SkillGroup.CategoryId));
    }
}

internal sealed class SkillTenantMapping : IEntityTypeConfiguration<Skill>
{
    public void Configure(EntityTypeBuilder<Skill> builder)
    {
        builder.ToTable("skills");
        builder.HasTenantKey(nameof(Skill.Id));
        builder.Property(s => s.English).HasMaxLength(Skill.NameLength);
        builder.Property(s => s.Welsh).HasMaxLength(Skill.NameLength);
        builder.Ignore(s => s.Name);
        builder.RefersTo<Skill, SkillGroup>(nameof(Skill.GroupId));
    }
}

internal sealed class MemberSkillTenantMapping : IEntityTypeConfiguration<MemberSkill>
{
    public void Configure(EntityTypeBuilder<MemberSkill> builder)
    {
        builder.ToTable(
            "member_skills",
            table => table.HasCheckConstraint("ck_member_skills_list_or_words", "(skill_id is null) = (words <> '')")
        );
        builder.HasTenantKey(nameof(MemberSkill.Id));
        builder.Property(s => s.Words).HasField("words").HasMaxLength(MemberSkill.Length);
        builder.Property(s => s.Folded).HasMaxLength(2 * MemberSkill.Length);
        builder.HasTenantIndex(nameof(MemberSkill.MemberId), nameof(MemberSkill.Side), nameof(MemberSkill.SkillId)).IsUnique();
        builder.HasTenantIndex(nameof(MemberSkill.SkillId), nameof(MemberSkill.Side), nameof(MemberSkill.MemberId));
        builder.RefersTo<MemberSkill, Member>(nameof(MemberSkill.MemberId));
        builder.RefersTo<MemberSkill, Skill>(nameof(MemberSkill.SkillId));
        builder.RefersTo<MemberSkill, Category>(nameof(MemberSkill.CategoryId));
    }
}

internal sealed class MemberSkillWordTenantMapping : IEntityTypeConfiguration<MemberSkillWord>
{
    public void Configure(EntityTypeBuilder<MemberSkillWord> builder)
    {
        builder.ToTable("member_skill_words");
        builder.HasTenantKey(nameof(MemberSkillWord.Word), nameof(MemberSkillWord.MemberSkillId));
        builder.Property(w => w.Word).HasMaxLength(2 * MemberSkill.Length).UseCollation("C");
        builder.HasTenantIndex(nameof(MemberSkillWord.MemberSkillId));
    }
}

internal sealed class MemberLanguageTenantMapping : IEntityTypeConfiguration<MemberLanguage>
{
    public void Configure(EntityTypeBuilder<MemberLanguage> builder)
    {
        builder.ToTable("member_languages");
        builder.HasTenantKey(nameof(MemberLanguage.MemberId), nameof(MemberLanguage.Code));
        builder.Property(l => l.Code).HasMaxLength(8).UseCollation("C");
        builder.HasTenantIndex(nameof(MemberLanguage.Code), nameof(MemberLanguage.MemberId));
        builder.RefersTo<MemberLanguage, Member>(nameof(MemberLanguage.MemberId));
    }
}

internal sealed class WhatSuitsTenantMapping : IEntityTypeConfiguration<WhatSuits>
{
    public void Configure(EntityTypeBuilder<WhatSuits> builder)
    {
        builder.ToTable("what_suits");
        builder.HasTenantKey(nameof(WhatSuits.MemberId));
        builder.Property(s => s.TimesNote).HasMaxLength(WhatSuits.LineLength);
        builder.Property(s => s.DoNotAsk).HasMaxLength(WhatSuits.LineLength);
        builder.RefersTo<WhatSuits, Member>(nameof(WhatSuits.MemberId));
    }
}
