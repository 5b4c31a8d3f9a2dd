using System.Linq.Expressions;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Activities;
using CoProduce.Web.Features.AgreedHours;
using CoProduce.Web.Features.Archive;
using CoProduce.Web.Features.Calls;
using CoProduce.Web.Features.Cards;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Care.Guardians;
using CoProduce.Web.Features.Circles;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Doubles;
using CoProduce.Web.Features.Drafts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Exchanges.Disputes;
using CoProduce.Web.Features.Imports;
using CoProduce.Web.Features.Joining;
using CoProduce.Web.Features.Joining.References;
using CoProduce.Web.Features.Joining.Referrals;
using CoProduce.Web.Features.Joining.Steps;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Matching;
using CoProduce.Web.Features.Matching.Day;
using CoProduce.Web.Features.MemberLists;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Moving;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Peers;
using CoProduce.Web.Features.Photos;
using CoProduce.Web.Features.Privacy;
using CoProduce.Web.Features.Relations;
using CoProduce.Web.Features.Reports;
using CoProduce.Web.Features.Retention;
using CoProduce.Web.Features.Signposting;
using CoProduce.Web.Features.Skills;
using CoProduce.Web.Features.Slips;
using CoProduce.Web.Features.Talk;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CoProduce.Web.Data;

/// <summary>Everything that belongs to one organisation. Made by <see cref="UnitOfWork"/> only, which opens the transaction that names the organisation.</summary>
public sealed partial class TenantDb : DbContext
{
    /// <summary>The name of the query filter by organisation.</summary>
    public const string OrganisationFilter = "Organisation";

    /// <summary>The property that every tenant row has and every key begins with.</summary>
    public const string OrganisationColumn = "OrganisationId";

    /// <summary>A context for that organisation, whose transaction must be opened before anything else.</summary>
    public TenantDb(DbContextOptions<TenantDb> options, OrganisationId organisation)
        : base(options)
    {
        OrganisationId = organisation;
        ChangeTracker.Tracking += Stamp;
        Database.AutoSavepointsEnabled = false; // a unit of work fails and is repeated as a whole; two round trips saved for each save
    }

    // The filter must read a member of the context: EF caches the model and would freeze any other value.
    /// <summary>The organisation whose rows this context sees.</summary>
    public OrganisationId OrganisationId { get; }

    /// <summary>True after <see cref="Keep"/>.</summary>
    internal bool Kept { get; private set; }

    /// <summary>Whose records this unit of work has written.</summary>
    internal HashSet<MemberId> Touched { get; } = [];

    /// <summary>True once COMMIT was sent: from then on only the database knows whether it was done.</summary>
    internal bool CommitSent { get; set; }

    public DbSet<OrganisationSettings> Settings => Set<OrganisationSettings>();
    public DbSet<CreditWords> CreditWords => Set<CreditWords>();
    public DbSet<Logo> Logos => Set<Logo>();
    public DbSet<Hub> Hubs => Set<Hub>();
    public DbSet<Category> Categories => Set<Category>();
    public DbSet<ContributionRule> ContributionRules => Set<ContributionRule>();
    public DbSet<RoleHolder> RoleHolders => Set<RoleHolder>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<AuditLine> AuditLines => Set<AuditLine>();
    public DbSet<PeerHub> PeerHubs => Set<PeerHub>();
    public DbSet<Member> Members => Set<Member>();
    public DbSet<MemberContact> MemberContacts => Set<MemberContact>();
    public DbSet<Circle> Circles => Set<Circle>();
    public DbSet<CircleMember> CircleMembers => Set<CircleMember>();
    public DbSet<MemberCard> MemberCards => Set<MemberCard>();
    public DbSet<MemberPhoto> MemberPhotos => Set<MemberPhoto>();
    public DbSet<ActingFor> ActingFor => Set<ActingFor>();
    public DbSet<Supporter> Supporters => Set<Supporter>();
    public DbSet<OrganisationContact> OrganisationContacts => Set<OrganisationContact>();
    public DbSet<SkillGroup> SkillGroups => Set<SkillGroup>();
    public DbSet<Skill> Skills => Set<Skill>();
    public DbSet<MemberSkill> MemberSkills => Set<MemberSkill>();
    public DbSet<MemberSkillWord> MemberSkillWords => Set<MemberSkillWord>();
    public DbSet<MemberLanguage> MemberLanguages => Set<MemberLanguage>();
    public DbSet<WhatSuits> WhatSuits => Set<WhatSuits>();
    public DbSet<CheckKind> CheckKinds => Set<CheckKind>();
    public DbSet<CheckNeed> CheckNeeds => Set<CheckNeed>();
    public DbSet<MemberCheck> MemberChecks => Set<MemberCheck>();
    public DbSet<Restriction> Restrictions => Set<Restriction>();
    public DbSet<CareMark> CareMarks => Set<CareMark>();
    public DbSet<CareNote> CareNotes => Set<CareNote>();
    public DbSet<Concern> Concerns => Set<Concern>();
    public DbSet<ConcernStep> ConcernSteps => Set<ConcernStep>();
    public DbSet<Guardian> Guardians => Set<Guardian>();
    public DbSet<GuardianConsent> GuardianConsents => Set<GuardianConsent>();
    public DbSet<RecordView> RecordViews => Set<RecordView>();
    public DbSet<CareRound> CareRounds => Set<CareRound>();
    public DbSet<Joiner> Joiners => Set<Joiner>();
    public DbSet<JoinerDetails> JoinerDetails => Set<JoinerDetails>();
    public DbSet<JoinCode> JoinCodes => Set<JoinCode>();
    public DbSet<JoinStep> JoinSteps => Set<JoinStep>();
    public DbSet<JoinerStep> JoinerSteps => Set<JoinerStep>();
    public DbSet<JoinerCheck> JoinerChecks => Set<JoinerCheck>();
    public DbSet<AgreementWording> AgreementWordings => Set<AgreementWording>();
    public DbSet<JoiningSettings> JoiningSettings => Set<JoiningSettings>();
    public DbSet<JoinerReference> JoinerReferences => Set<JoinerReference>();
    public DbSet<Referrer> Referrers => Set<Referrer>();
    public DbSet<Referral> Referrals => Set<Referral>();
    public DbSet<Signpost> Signposts => Set<Signpost>();
    public DbSet<HoursAgreed> HoursAgreed => Set<HoursAgreed>();
    public DbSet<MemberWord> MemberWords => Set<MemberWord>();
    public DbSet<MemberQuietSince> MemberQuietSince => Set<MemberQuietSince>();
    public DbSet<SavedList> SavedLists => Set<SavedList>();
    public DbSet<HubMove> HubMoves => Set<HubMove>();
    public DbSet<NotDouble> NotDoubles => Set<NotDouble>();
    public DbSet<MemberMerge> MemberMerges => Set<MemberMerge>();
    public DbSet<Departure> Departures => Set<Departure>();
    public DbSet<Arrival> Arrivals => Set<Arrival>();
    public DbSet<Consent> Consents => Set<Consent>();
    public DbSet<ConsentWording> ConsentWordings => Set<ConsentWording>();
    public DbSet<RetentionRule> RetentionRules => Set<RetentionRule>();
    public DbSet<RetentionHold> RetentionHolds => Set<RetentionHold>();
    public DbSet<RetentionRun> RetentionRuns => Set<RetentionRun>();
    public DbSet<Offer> Offers => Set<Offer>();
    public DbSet<DayMark> DayMarks => Set<DayMark>();
    public DbSet<Caseload> Caseloads => Set<Caseload>();
    public DbSet<Cover> Covers => Set<Cover>();
    public DbSet<FurtherKind> FurtherKinds => Set<FurtherKind>();
    public DbSet<OfferPicture> OfferPictures => Set<OfferPicture>();
    public DbSet<TalkMessage> TalkMessages => Set<TalkMessage>();
    public DbSet<TalkBlock> TalkBlocks => Set<TalkBlock>();
    public DbSet<TalkReport> TalkReports => Set<TalkReport>();
    public DbSet<TalkSettings> TalkSettings => Set<TalkSettings>();
    public DbSet<OfferAnswer> OfferAnswers => Set<OfferAnswer>();
    public DbSet<Proposal> Proposals => Set<Proposal>();
    public DbSet<MatchWeights> MatchWeights => Set<MatchWeights>();
    public DbSet<OfferWord> OfferWords => Set<OfferWord>();
    public DbSet<NearWord> NearWords => Set<NearWord>();
    public DbSet<SavedSearch> SavedSearches => Set<SavedSearch>();
    public DbSet<BoardSettings> BoardSettings => Set<BoardSettings>();
    public DbSet<Exchange> Exchanges => Set<Exchange>();
    public DbSet<ExchangeWord> ExchangeWords => Set<ExchangeWord>();
    public DbSet<Dispute> Disputes => Set<Dispute>();
    public DbSet<DisputeNote> DisputeNotes => Set<DisputeNote>();
    public DbSet<Call> Calls => Set<Call>();
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<SlipPile> SlipPiles => Set<SlipPile>();
    public DbSet<Slip> Slips => Set<Slip>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<SessionPlace> SessionPlaces => Set<SessionPlace>();
    public DbSet<SessionCall> SessionCalls => Set<SessionCall>();
    public DbSet<Visit> Visits => Set<Visit>();
    public DbSet<VisitRepeat> VisitRepeats => Set<VisitRepeat>();
    public DbSet<VisitCall> VisitCalls => Set<VisitCall>();
    public DbSet<VisitAnswer> VisitAnswers => Set<VisitAnswer>();
    public DbSet<DiaryFeed> DiaryFeeds => Set<DiaryFeed>();
    public DbSet<DiaryChoice> DiaryChoices => Set<DiaryChoice>();
    public DbSet<Register> Registers => Set<Register>();
    public DbSet<RegisterLine> RegisterLines => Set<RegisterLine>();
    public DbSet<Sending> Sendings => Set<Sending>();
    public DbSet<Announcement> Announcements => Set<Announcement>();
    public DbSet<AnnouncementTally> AnnouncementTallies => Set<AnnouncementTally>();
    public DbSet<LetterBatch> LetterBatches => Set<LetterBatch>();
    public DbSet<OutboxItem> Outbox => Set<OutboxItem>();
    public DbSet<HandledRequest> HandledRequests => Set<HandledRequest>();
    public DbSet<AccountRow> Accounts => Set<AccountRow>();
    public DbSet<EntryRow> Entries => Set<EntryRow>();
    public DbSet<PostingRow> Postings => Set<PostingRow>();
    public DbSet<HoldRow> Holds => Set<HoldRow>();
    public DbSet<ClosedPeriodRow> ClosedPeriods => Set<ClosedPeriodRow>();
    public DbSet<ChainLinkRow> ChainLinks => Set<ChainLinkRow>();
    public DbSet<NewEntryRow> NewEntries => Set<NewEntryRow>();
    public DbSet<LedgerDayRow> LedgerDays => Set<LedgerDayRow>();
    public DbSet<ReportCell> ReportCells => Set<ReportCell>();
    public DbSet<Import> Imports => Set<Import>();
    public DbSet<ImportContent> ImportContents => Set<ImportContent>();
    public DbSet<ImportLayout> ImportLayouts => Set<ImportLayout>();
    public DbSet<ImportLine> ImportLines => Set<ImportLine>();
    public DbSet<ImportName> ImportNames => Set<ImportName>();
    public DbSet<ImportedRecord> ImportedRecords => Set<ImportedRecord>();
    public DbSet<ArchiveLine> ArchiveLines => Set<ArchiveLine>();
    public DbSet<ProofCheck> ProofChecks => Set<ProofCheck>();
    public DbSet<FullCheck> FullChecks => Set<FullCheck>();

    /// <summary>Says that the unit of work shall be committed when the use case returns. Without it everything is rolled back.</summary>
    public void Keep() => Kept = true;

    /// <inheritdoc />
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (var row in ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            if (row.Property(OrganisationColumn).CurrentValue is not OrganisationId owner || owner != OrganisationId)
                throw new InvalidOperationException("A row of another organisation was about to be written.");
            Touched.UnionWith(row.MembersIn());
        }
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc />
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Writes are asynchronous: use SaveChangesAsync.");

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.StoreIdsAsUuid();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(GetType().Assembly, t => t.Name.EndsWith("TenantMapping", StringComparison.Ordinal));
        foreach (var entity in modelBuilder.Model.GetEntityTypes().ToList())
        {
            var row = Expression.Parameter(entity.ClrType);
            Type[] kind = [typeof(OrganisationId)];
            var owner = Expression.Call(typeof(EF), nameof(EF.Property), kind, row, Expression.Constant(OrganisationColumn));
            var mine = Expression.Property(Expression.Constant(this), nameof(OrganisationId));
            modelBuilder.Entity(entity.ClrType).HasQueryFilter(OrganisationFilter, Expression.Lambda(Expression.Equal(owner, mine), row));
            modelBuilder.Entity(entity.ClrType).Property<OrganisationId>(OrganisationColumn).ValueGeneratedNever();
        }
        modelBuilder.NameInSnakeCase();
    }

    // A new row belongs to the context's organisation, whatever the code that made it thought.
    private void Stamp(object? sender, EntityTrackingEventArgs e)
    {
        if (!e.FromQuery && e.State == EntityState.Added)
            e.Entry.Property(OrganisationColumn).CurrentValue = OrganisationId;
    }
}
