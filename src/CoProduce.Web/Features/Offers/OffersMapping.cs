using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Offers;

internal sealed class OfferTenantMapping : IEntityTypeConfiguration<Offer>
{
    public void Configure(EntityTypeBuilder<Offer> builder)
    {
        builder.ToTable("offers");
        builder.HasTenantKey(nameof(Offer.Id));
        builder.Property(o => o.Title).HasField("title").HasMaxLength(Offer.TitleLength);
        builder.Property(o => o.Details).HasField("details").HasMaxLength(Offer.DetailsLength);
        builder.Property(o => o.WhereNote).HasMaxLength(Offer.LineLength);
        builder.Property(o => o.ForWhom).HasMaxLength(Offer.LineLength);
        builder.Ignore(o => o.IsAlive);
        builder.HasTenantIndex(nameof(Offer.Status), nameof(Offer.Kind), nameof(Offer.MadeAt));
        builder.HasTenantIndex(nameof(Offer.MemberId), nameof(Offer.Status));
        builder.HasTenantIndex(nameof(Offer.CategoryId), nameof(Offer.Status));
        builder.RefersTo<Offer, Member>(nameof(Offer.MemberId));
        builder.RefersTo<Offer, Category>(nameof(Offer.CategoryId));
        builder.RefersTo<Offer, Exchange>(nameof(Offer.ExchangeId));
    }
}

internal sealed class FurtherKindTenantMapping : IEntityTypeConfiguration<FurtherKind>
{
    public void Configure(EntityTypeBuilder<FurtherKind> builder)
    {
        builder.ToTable("offer_further_kinds");
        builder.HasTenantKey(nameof(FurtherKind.OfferId), nameof(FurtherKind.CategoryId));
        builder.HasTenantIndex(nameof(FurtherKind.CategoryId), nameof(FurtherKind.OfferId));
        builder.RefersTo<FurtherKind, Offer>(nameof(FurtherKind.OfferId));
        builder.RefersTo<FurtherKind, Category>(nameof(FurtherKind.CategoryId));
        builder.RefersTo<FurtherKind, Member>(nameof(FurtherKind.MemberId));
    }
}

internal sealed class OfferPictureTenantMapping : IEntityTypeConfiguration<OfferPicture>
{
    public void Configure(EntityTypeBuilder<OfferPicture> builder)
    {
        builder.ToTable("offer_pictures");
        builder.HasTenantKey(nameof(OfferPicture.Id));
        builder.Property(p => p.Description).HasMaxLength(OfferPicture.DescriptionLength);
        builder.HasTenantIndex(nameof(OfferPicture.OfferId), nameof(OfferPicture.Position)).IsUnique();
        builder.RefersTo<OfferPicture, Offer>(nameof(OfferPicture.OfferId));
        builder.RefersTo<OfferPicture, Member>(nameof(OfferPicture.MemberId));
    }
}

internal sealed class OfferAnswerTenantMapping : IEntityTypeConfiguration<OfferAnswer>
{
    public void Configure(EntityTypeBuilder<OfferAnswer> builder)
    {
        builder.ToTable(
            "offer_answers",
            table => table.HasCheckConstraint("ck_offer_answers_settled", "(status = 1) = (settled_at is null)")
        );
        builder.HasTenantKey(nameof(OfferAnswer.Id));
        builder.Property(a => a.Words).HasMaxLength(OfferAnswer.WordsLength);
        builder.Ignore(a => a.Agreed);
        builder.HasTenantIndex(nameof(OfferAnswer.OfferId), nameof(OfferAnswer.MemberId)).IsUnique().HasFilter("status = 1");
        builder.HasTenantIndex(nameof(OfferAnswer.Status), nameof(OfferAnswer.MadeAt));
        builder.HasTenantIndex(nameof(OfferAnswer.MemberId), nameof(OfferAnswer.Status));
        builder.HasTenantIndex(nameof(OfferAnswer.OwnerId), nameof(OfferAnswer.Status));
        builder.RefersTo<OfferAnswer, Offer>(nameof(OfferAnswer.OfferId));
        builder.RefersTo<OfferAnswer, Member>(nameof(OfferAnswer.MemberId));
        builder.RefersTo<OfferAnswer, Member>(nameof(OfferAnswer.OwnerId));
    }
}

internal sealed class ProposalTenantMapping : IEntityTypeConfiguration<Proposal>
{
    public void Configure(EntityTypeBuilder<Proposal> builder)
    {
        builder.ToTable("proposals", table => table.HasCheckConstraint("ck_proposals_answered", "(answer = 1) = (answered_at is null)"));
        builder.HasTenantKey(nameof(Proposal.Id));
        builder.Property(p => p.Why).HasMaxLength(Proposal.WordsLength);
        builder.Property(p => p.Note).HasMaxLength(Proposal.WordsLength);
        builder.Ignore(p => p.IsOpen);
        builder.HasTenantIndex(nameof(Proposal.OfferId), nameof(Proposal.MemberId)).IsUnique().HasFilter("answer in (1, 4)");
        builder.HasTenantIndex(nameof(Proposal.MemberId), nameof(Proposal.MadeAt));
        builder.HasTenantIndex(nameof(Proposal.MadeAt));
        builder.RefersTo<Proposal, Offer>(nameof(Proposal.OfferId));
        builder.RefersTo<Proposal, Member>(nameof(Proposal.OwnerId));
        builder.RefersTo<Proposal, Member>(nameof(Proposal.MemberId));
        builder.RefersTo<Proposal, RoleHolder>(nameof(Proposal.MadeBy));
        builder.RefersTo<Proposal, RoleHolder>(nameof(Proposal.AnsweredBy));
    }
}

internal sealed class SavedSearchTenantMapping : IEntityTypeConfiguration<SavedSearch>
{
    public void Configure(EntityTypeBuilder<SavedSearch> builder)
    {
        builder.ToTable("saved_searches");
        builder.HasTenantKey(nameof(SavedSearch.Id));
        builder.Property(s => s.Name).HasMaxLength(SavedSearch.NameLength);
        builder.Property(s => s.Filter).HasMaxLength(SavedSearch.FilterLength);
        builder.RefersTo<SavedSearch, RoleHolder>(nameof(SavedSearch.KeptBy));
        builder.RefersTo<SavedSearch, Member>(nameof(SavedSearch.MemberId));
    }
}

internal sealed class OfferWordTenantMapping : IEntityTypeConfiguration<OfferWord>
{
    public void Configure(EntityTypeBuilder<OfferWord> builder)
    {
        builder.ToTable("offer_words");
        builder.HasTenantKey(nameof(OfferWord.Word), nameof(OfferWord.OfferId));
        builder.Property(w => w.Word).UseCollation("C");
        builder.HasTenantIndex(nameof(OfferWord.OfferId));
    }
}

internal sealed class NearWordTenantMapping : IEntityTypeConfiguration<NearWord>
{
    public void Configure(EntityTypeBuilder<NearWord> builder)
    {
        builder.ToTable("offer_near_words");
        builder.HasTenantKey(nameof(NearWord.Near), nameof(NearWord.Word));
        builder.Property(w => w.Near).UseCollation("C");
        builder.Property(w => w.Word).UseCollation("C");
        builder.HasTenantIndex(nameof(NearWord.Word));
    }
}

internal sealed class BoardSettingsTenantMapping : IEntityTypeConfiguration<BoardSettings>
{
    public void Configure(EntityTypeBuilder<BoardSettings> builder)
    {
        builder.ToTable("board_settings");
        builder.HasTenantKey();
        builder.Ignore(s => s.LetsMembersAsk);
    }
}
