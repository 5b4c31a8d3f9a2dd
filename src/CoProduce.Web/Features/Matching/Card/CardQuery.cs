using CoProduce.Web.Data;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Matching.Card;

/// <summary>Reads what a coordinator needs in front of them while a member is on the telephone; nothing that is confidential is part of it.</summary>
public sealed class CardQuery(UnitOfWork work, CurrentOrganisation organisation, TimeProvider clock)
{
    /// <summary>Visits of so many days, today among them, are shown.</summary>
    public const int DaysAhead = 7;

    private const int MostWaiting = 10;
    private const int MostSessions = 5;

    /// <summary>Null when there is no such member here, or they were erased.</summary>
    public Task<CardShown?> ReadAsync(MemberId id, CancellationToken ct = default) =>
        work.ReadAsync<CardShown?>(
            async db =>
            {
                var today = organisation.Profile.DateOf(clock.GetUtcNow());
                var found = await (
                    from m in db.Members
                    where m.Id == id && m.ErasedOn == null
                    join h in db.Hubs on m.HubId equals h.Id
                    select new { Member = m, Hub = h.Name }
                ).SingleOrDefaultAsync(ct);
                if (found is null)
                    return null;
                var theirs = db.Exchanges.Where(e => e.GiverId == id || e.ReceiverId == id);
                var last = theirs
                    .Where(e => e.Status == ExchangeStatus.Confirmed)
                    .OrderByDescending(e => e.ServiceDate)
                    .ThenByDescending(e => e.Id);
                var waiting = theirs.Where(e => e.Status == ExchangeStatus.Unconfirmed || e.Status == ExchangeStatus.Disputed);
                var to = today.AddDays(DaysAhead - 1);
                var visits = db.Visits.Where(v =>
                    (v.GiverId == id || v.ReceiverId == id)
                    && v.Day >= today
                    && v.Day <= to
                    && (v.Status == VisitStatus.Arranged || v.Status == VisitStatus.Moved)
                );
                var planned = db.Sessions.Where(s => s.Day >= today && s.CalledOffAt == null && s.RegisterId == null);
                var (hub, isActive) = (found.Member.HubId, found.Member.Status == MemberStatus.Active);
                var next = await planned
                    .Where(s => isActive && s.HubId == hub && s.LeaderId != id && s.SecondLeaderId != id)
                    .Where(s => !db.SessionPlaces.Any(p => p.SessionId == s.Id && p.MemberId == id))
                    .OrderBy(s => s.StartsAt)
                    .Take(MostSessions)
                    .Select(s => s.Id)
                    .ToListAsync(ct);
                return new(
                    found.Member,
                    found.Hub,
                    await db.Accounts.Where(a => a.Id == id.Account).Select(a => a.Balance).SingleOrDefaultAsync(ct),
                    await RowsAsync(db, last, 1, ct) is [var newest] ? newest : null,
                    await RowsAsync(db, waiting.OrderBy(e => e.LoggedAt), MostWaiting, ct),
                    await db
                        .Offers.Where(o => o.MemberId == id && (o.Status == OfferStatus.Open || o.Status == OfferStatus.Arranged))
                        .OrderByDescending(o => o.Kind == OfferKind.Request)
                        .ThenBy(o => o.MadeAt)
                        .ToListAsync(ct),
                    await db.VisitLinesAsync(visits, whole: true, ct),
                    today
                )
                {
                    Asked = await AskedAsync(db, id, ct),
                    Answers = await AnswersAsync(db, id, ct),
                    Texts = await db
                        .IncomingTexts.AsNoTracking()
                        .Where(t => t.MemberId == id && t.SeenAt == null && t.State != IncomingState.Understood)
                        .OrderBy(t => t.At)
                        .Take(MostWaiting)
                        .ToListAsync(ct),
                    Sessions = await db.SessionLinesAsync(
                        planned.Where(s =>
                            s.LeaderId == id || s.SecondLeaderId == id || db.SessionPlaces.Any(p => p.SessionId == s.Id && p.MemberId == id)
                        ),
                        whole: true,
                        ct,
                        id
                    ),
                    CouldCome = await db.SessionLinesAsync(db.Sessions.Where(s => next.Contains(s.Id)), whole: true, ct),
                };
            },
            ct
        );

    // What they were asked and have not said yes or no to, the longest ago first.
    private static Task<List<AskedOfMember>> AskedAsync(TenantDb db, MemberId id, CancellationToken ct) =>
        (
            from p in db.Proposals.AsNoTracking()
            where
                p.MemberId == id
                && (p.Answer == ProposalAnswer.Waiting || p.Answer == ProposalAnswer.WillThink || p.Answer == ProposalAnswer.NoReply)
            join o in db.Offers on p.OfferId equals o.Id
            where o.Status == OfferStatus.Open || o.Status == OfferStatus.Arranged
            orderby p.MadeAt, p.Id
            select new AskedOfMember(p, o.Title)
        )
            .Take(MostWaiting)
            .ToListAsync(ct);

    // Answers on the board, theirs or to what is theirs, that nobody has said yes or no to.
    private static Task<List<CardAnswer>> AnswersAsync(TenantDb db, MemberId id, CancellationToken ct) =>
        (
            from a in db.OfferAnswers.AsNoTracking()
            where (a.MemberId == id || a.OwnerId == id) && a.Status == AnswerStatus.Waiting
            join o in db.Offers.AsNoTracking() on a.OfferId equals o.Id
            join m in db.Members on (a.MemberId == id ? a.OwnerId : a.MemberId) equals m.Id
            orderby a.MadeAt, a.Id
            select new CardAnswer(a, o, (m.FirstName + " " + m.LastName).Trim())
        )
            .Take(MostWaiting)
            .ToListAsync(ct);

    private static async Task<IReadOnlyList<ExchangeRow>> RowsAsync(
        TenantDb db,
        IQueryable<Exchange> exchanges,
        int most,
        CancellationToken ct
    )
    {
        var ids = await exchanges.Take(most).Select(e => e.Id).ToListAsync(ct);
        var rows = await db.ExchangeRowsOf(db.Exchanges.Where(e => ids.Contains(e.Id))).ToListAsync(ct);
        return [.. rows.OrderBy(r => ids.IndexOf(r.Id))];
    }
}

/// <summary>A member's card.</summary>
/// <param name="Balance">In minutes.</param>
/// <param name="Last">The last exchange that was agreed; null for none.</param>
/// <param name="Waiting">Exchanges that nobody has said yes to, or that are not agreed, the oldest first.</param>
/// <param name="Offers">Requests and then offers that wait or are being arranged.</param>
/// <param name="Visits">Of the coming days, in their order.</param>
public sealed record CardShown(
    Member Member,
    string Hub,
    long Balance,
    ExchangeRow? Last,
    IReadOnlyList<ExchangeRow> Waiting,
    IReadOnlyList<Offer> Offers,
    IReadOnlyList<VisitLine> Visits,
    DateOnly Today
)
{
    /// <summary>What they were asked and have not said yes or no to, the longest ago first.</summary>
    public IReadOnlyList<AskedOfMember> Asked { get; init; } = [];

    /// <summary>Answers that wait for a yes or no, theirs or to what is theirs.</summary>
    public IReadOnlyList<CardAnswer> Answers { get; init; } = [];

    /// <summary>Texts from them that nobody has seen to.</summary>
    public IReadOnlyList<IncomingText> Texts { get; init; } = [];

    /// <summary>Planned sessions to which they come, or that they lead.</summary>
    public IReadOnlyList<SessionLine> Sessions { get; init; } = [];

    /// <summary>The next sessions of their time bank for which they have no place.</summary>
    public IReadOnlyList<SessionLine> CouldCome { get; init; } = [];

    /// <summary>True when something waits.</summary>
    public bool HasWaiting => Waiting.Count + Offers.Count + Visits.Count + Asked.Count + Answers.Count + Sessions.Count + Texts.Count > 0;
}

/// <summary>An answer on the board that waits, and who the other one is.</summary>
public sealed record CardAnswer(OfferAnswer Answer, Offer Offer, string Other);
