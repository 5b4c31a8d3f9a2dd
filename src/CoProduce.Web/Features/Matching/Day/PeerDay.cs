using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.MemberLists;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Peers;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Matching.Day;

/// <summary>A member on a peer broker's day, by first name.</summary>
public sealed record PeerPerson(MemberId Id, int Number, string Name, string Hub, DateOnly Joined);

/// <summary>An answer from the board that waits, or a yes of which nobody said that the two are in touch.</summary>
public sealed record PeerAnswer(OfferAnswerId Id, OfferKind Kind, string Title, AnswerStatus Status, string Name, string Owner);

/// <summary>What of the day a peer broker can do something about.</summary>
/// <param name="Requests">Those that wait, the oldest first.</param>
/// <param name="Over">Visits that are over and of which nobody said how they went.</param>
/// <param name="Week">What is arranged for the next days.</param>
public sealed record PeerDay(
    Listed<RequestLine> Requests,
    IReadOnlyList<AskedLongAgo> Silent,
    IReadOnlyList<PeerAnswer> Answers,
    Listed<VisitLine> Over,
    Listed<PeerPerson> New,
    Listed<PeerPerson> Quiet,
    Listed<VisitLine> Week,
    DayShare Share,
    DateOnly Today
)
{
    /// <summary>True when nothing needs them; what is to come needs nobody yet.</summary>
    public bool IsQuiet => Requests.Count + Silent.Count + Answers.Count + Over.Count + New.Count + Quiet.Count == 0;
}

/// <summary>Reads the day of a peer broker: of the people of their hubs only, and nothing of care, balances, disputes, joiners or letters.</summary>
public sealed class PeerDayQuery(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    /// <summary>How many lines a list shows.</summary>
    public const int Lines = 8;

    /// <summary>How many people a list shows; the next come up as these are seen to.</summary>
    public const int People = 5;

    public Task<PeerDay> ReadAsync(CancellationToken ct = default) => work.ReadAsync(db => ReadAsync(db, ct), ct);

    private async Task<PeerDay> ReadAsync(TenantDb db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = organisation.Profile.DateOf(now);
        var share = await DayShare.ReadAsync(db, me.Id, today, false, ct, onlyOwnNotes: true);
        var stands = db.Visits.Where(v => v.Status == VisitStatus.Arranged || v.Status == VisitStatus.Moved);
        var hidden = share.Hidden(DayList.Over, id => new VisitId(id));
        var until = today.AddDays(DiaryTodayQuery.DaysAhead - 1);
        return new(
            await RequestsAsync(db, share, ct),
            [.. (await AskedNoAnswer.ReadAsync(db, me, now, ct)).Where(a => share.Shows(DayList.Silent, a.Offer.Id.Value, a.Hub))],
            await AnswersAsync(db, share, ct),
            await VisitsAsync(db, stands.Where(v => v.EndsAt <= now && !hidden.Contains(v.Id)), ct),
            await PeopleAsync(db, share, MemberGroup.New, DayList.New, today, ct),
            await PeopleAsync(db, share, MemberGroup.Quiet, DayList.Quiet, today, ct),
            await VisitsAsync(db, stands.Where(v => v.StartsAt > now && v.Day <= until), ct),
            share,
            today
        );
    }

    private async Task<Listed<RequestLine>> RequestsAsync(TenantDb db, DayShare share, CancellationToken ct)
    {
        var hidden = share.Hidden(DayList.Request, id => new OfferId(id));
        var open =
            from o in db.Offers
            where o.Kind == OfferKind.Request && o.Status == OfferStatus.Open && !hidden.Contains(o.Id)
            join m in db.Members.BrokeredBy(me) on o.MemberId equals m.Id
            orderby o.MadeAt
            select new RequestLine(o.Id, o.Title, m.Id, m.FirstName, o.MadeAt, o.NeededBy);
        var lines = await open.Take(Lines).ToListAsync(ct);
        var names = await db.NamesForAsync(me, lines.Select(l => l.MemberId), ct);
        return new(
            lines.ConvertAll(l => l with { Name = names[l.MemberId] }),
            lines.Count < Lines ? lines.Count : await open.CountAsync(ct)
        );
    }

    private async Task<IReadOnlyList<PeerAnswer>> AnswersAsync(TenantDb db, DayShare share, CancellationToken ct)
    {
        var hidden = share.Hidden(DayList.Answer, id => new OfferAnswerId(id));
        var theirs = db.Members.BrokeredBy(me);
        var waiting = await (
            from a in db.OfferAnswers
            where !hidden.Contains(a.Id)
            join o in db.Offers on a.OfferId equals o.Id
            where
                (
                    a.Status == AnswerStatus.Waiting
                    && a.GoesTo == AnswersGoTo.Broker
                    && (o.Status == OfferStatus.Open || o.Status == OfferStatus.Arranged)
                ) || (a.Status == AnswerStatus.Yes && a.IntroducedAt == null)
            where theirs.Any(m => m.Id == a.OwnerId) && theirs.Any(m => m.Id == a.MemberId)
            orderby a.MadeAt
            select new
            {
                a.Id,
                o.Kind,
                o.Title,
                a.Status,
                a.MemberId,
                a.OwnerId,
            }
        )
            .Take(Lines)
            .ToListAsync(ct);
        var names = await db.NamesForAsync(me, waiting.SelectMany(w => new[] { w.MemberId, w.OwnerId }), ct);
        return waiting.ConvertAll(w => new PeerAnswer(w.Id, w.Kind, w.Title, w.Status, names[w.MemberId], names[w.OwnerId]));
    }

    private async Task<Listed<PeerPerson>> PeopleAsync(
        TenantDb db,
        DayShare share,
        MemberGroup group,
        DayList list,
        DateOnly today,
        CancellationToken ct
    )
    {
        var members = db.MembersIn(group, organisation.Profile.Settings, today).Of(share, list).BrokeredBy(me);
        var found = await db.InOrderOf(members, group, today)
            .Take(People)
            .Join(db.Hubs, m => m.HubId, h => h.Id, (m, h) => new PeerPerson(m.Id, m.Number, m.FirstName, h.Name, m.JoinedOn))
            .ToListAsync(ct);
        var names = await db.NamesForAsync(me, found.Select(p => p.Id), ct);
        return new(found.ConvertAll(p => p with { Name = names[p.Id] }), found.Count < People ? found.Count : await members.CountAsync(ct));
    }

    private async Task<Listed<VisitLine>> VisitsAsync(TenantDb db, IQueryable<Visit> visits, CancellationToken ct)
    {
        var theirs = db.BrokeredBy(visits, me);
        var lines = await db.BrokeredLinesAsync(me, theirs.OrderBy(v => v.StartsAt).Take(Lines), ct);
        return new(lines, lines.Count < Lines ? lines.Count : await theirs.CountAsync(ct));
    }
}
