using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Matching.Day;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Offers;

/// <summary>What of the board waits for a coordinator, or on a member's home for its owner.</summary>
public sealed class BoardWaitsQuery(UnitOfWork work, CurrentPerson me)
{
    /// <summary>How many lines a list shows.</summary>
    public const int Lines = 5;

    /// <summary>For a coordinator.</summary>
    /// <param name="share">What of the day is theirs.</param>
    public Task<BoardWaits> ReadAsync(DayShare share, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var (isAll, hubs) = (share.Hubs is null, share.Hubs ?? []);
                var (restingAnswers, givenAnswers) = (
                    share.Hidden(DayList.Answer, id => new OfferAnswerId(id)),
                    share.Given(DayList.Answer, id => new OfferAnswerId(id))
                );
                var (restingCalls, givenCalls) = (
                    share.Hidden(DayList.StillWanted, id => new OfferId(id)),
                    share.Given(DayList.StillWanted, id => new OfferId(id))
                );
                var waiting = db.OfferAnswers.Where(a =>
                    (
                        a.Status == AnswerStatus.Waiting
                        && a.GoesTo == AnswersGoTo.Broker
                        && db.Offers.Any(o => o.Id == a.OfferId && (o.Status == OfferStatus.Open || o.Status == OfferStatus.Arranged))
                    ) || (a.Status == AnswerStatus.Yes && a.IntroducedAt == null)
                );
                var answers =
                    from a in waiting.AsNoTracking()
                    join m in db.Members on a.MemberId equals m.Id
                    where m.Status == MemberStatus.Active
                    join o in db.Offers on a.OfferId equals o.Id
                    join w in db.Members on a.OwnerId equals w.Id
                    where !restingAnswers.Contains(a.Id)
                    where isAll || givenAnswers.Contains(a.Id) || hubs.Contains(m.HubId) || hubs.Contains(w.HubId)
                    orderby a.MadeAt
                    select new WaitingAnswer(
                        a,
                        o.Kind,
                        o.Title,
                        (m.FirstName + " " + m.LastName).Trim(),
                        (w.FirstName + " " + w.LastName).Trim()
                    );
                var calls =
                    from o in db.Offers.AsNoTracking()
                    where o.Status == OfferStatus.Open && o.AskedAt != null
                    join m in db.Members on o.MemberId equals m.Id
                    where m.Status == MemberStatus.Active && !restingCalls.Contains(o.Id)
                    where isAll || givenCalls.Contains(o.Id) || hubs.Contains(m.HubId)
                    where
                        !db.MemberContacts.Any(c => c.MemberId == m.Id && c.Email != "")
                        || db.Hubs.Any(h => h.Id == m.HubId && h.Kind == HubKind.Custody)
                    orderby o.AskedAt
                    select new CallToMake(o, (m.FirstName + " " + m.LastName).Trim());
                return new BoardWaits(
                    new(await answers.Take(Lines).ToListAsync(ct), await answers.CountAsync(ct)),
                    new(await calls.Take(Lines).ToListAsync(ct), await calls.CountAsync(ct))
                );
            },
            ct
        );

    /// <summary>For the signed-in member: their own that live, and the answers that wait for a yes or a no.</summary>
    public Task<MyBoard> MineAsync(CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var mine = me.Member;
                var own = db
                    .Offers.Where(o =>
                        o.MemberId == mine
                        && (o.Status == OfferStatus.Open || o.Status == OfferStatus.Arranged || o.Status == OfferStatus.Draft)
                    )
                    .OrderByDescending(o => o.AskedAt != null)
                    .ThenByDescending(o => o.MadeAt)
                    .Take(Lines);
                var lines = await db.OfferLines(own).ToListAsync(ct);
                var answers = await (
                    from a in db.OfferAnswers.AsNoTracking()
                    where a.OwnerId == mine && a.Status == AnswerStatus.Waiting && a.GoesTo == AnswersGoTo.People
                    join m in db.Members on a.MemberId equals m.Id
                    join o in db.Offers on a.OfferId equals o.Id
                    where o.Status == OfferStatus.Open || o.Status == OfferStatus.Arranged
                    orderby a.MadeAt
                    select new WaitingAnswer(a, o.Kind, o.Title, m.FirstName, "")
                ).ToListAsync(ct);
                return new MyBoard(
                    [.. lines.OrderByDescending(l => l.Offer.AskedAt is not null).ThenByDescending(l => l.Offer.MadeAt)],
                    answers
                );
            },
            ct
        );
}

/// <summary>An answer that waits, with the names that the reader may know.</summary>
public sealed record WaitingAnswer(OfferAnswer Answer, OfferKind Kind, string Title, string Name, string Owner);

/// <summary>Somebody to be rung and asked whether it is still wanted.</summary>
public sealed record CallToMake(Offer Offer, string Name);

/// <summary>What waits for a coordinator.</summary>
public sealed record BoardWaits(Listed<WaitingAnswer> Answers, Listed<CallToMake> Calls);

/// <summary>A member's own.</summary>
public sealed record MyBoard(IReadOnlyList<OfferLine> Own, IReadOnlyList<WaitingAnswer> Answers);
