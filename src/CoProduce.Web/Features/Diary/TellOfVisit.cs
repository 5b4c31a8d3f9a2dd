using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Diary;

/// <summary>Tells people of a visit in the way each prefers: a mail, or a line in the list of calls to make. Nobody is told the same thing twice.</summary>
public sealed class TellOfVisit(Letters letters, VisitLinks links, CurrentOrganisation organisation, TimeProvider clock)
{
    /// <summary>Tells those of them who take part, in the transaction of what it tells of.</summary>
    public async Task TellAsync(TenantDb db, Visit visit, VisitNews news, IReadOnlyCollection<MemberId> people, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var told = await db
            .VisitCalls.Where(c => c.VisitId == visit.Id && c.News == news && c.StartsAt == visit.StartsAt)
            .Select(c => c.MemberId)
            .ToListAsync(ct);
        var names = await NamesAsync(db, visit, ct);
        foreach (var (member, to) in await db.WaysToAsync([.. people.Except(told)], ct))
        {
            var isByMail = to is not null;
            if (!isByMail && news == VisitNews.Afterwards)
                continue; // the coordinator's list asks how it went
            var call = new VisitCall
            {
                VisitId = visit.Id,
                MemberId = member,
                News = news,
                StartsAt = visit.StartsAt,
                MadeAt = now,
                IsByMail = isByMail,
            };
            db.VisitCalls.Add(isByMail ? call.Done(null, now) : call);
            if (to is not null)
                letters.Write(db, to, t => Words(t, visit, news, member, names));
        }
    }

    /// <summary>Takes calls about it from the list that say what holds no longer; that somebody need not come holds all the same.</summary>
    public static Task DropCallsAsync(TenantDb db, VisitId visit, CancellationToken ct) =>
        db.VisitCalls.Where(c => c.VisitId == visit && c.DoneAt == null && c.News != VisitNews.Replaced).ExecuteDeleteAsync(ct);

    /// <summary>Forgets what was told of the moment at which it is now and is to be told anew: that it is changed, and to another helper that it is theirs.</summary>
    public static Task ForgetChangeAsync(TenantDb db, Visit visit, bool hasNewHelper, CancellationToken ct) =>
        db
            .VisitCalls.Where(c => c.VisitId == visit.Id && c.StartsAt == visit.StartsAt)
            .Where(c =>
                c.News == VisitNews.Moved
                || (hasNewHelper && c.MemberId == visit.GiverId && (c.News == VisitNews.Arranged || c.News == VisitNews.Replaced))
            )
            .ExecuteDeleteAsync(ct);

    private static Task<Dictionary<MemberId, string>> NamesAsync(TenantDb db, Visit visit, CancellationToken ct) =>
        db.Members.Where(m => m.Id == visit.GiverId || m.Id == visit.ReceiverId).ToDictionaryAsync(m => m.Id, m => m.FirstName, ct);

    private Wording Words(IStringLocalizer t, Visit visit, VisitNews news, MemberId member, Dictionary<MemberId, string> names)
    {
        var today = organisation.Profile.DateOf(clock.GetUtcNow());
        var about = VisitWords.About(t, visit, member, names, organisation.Profile, today);
        var where = visit.Place.Length == 0 ? Array.Empty<string>() : [t["Where: {0}", visit.Place]];
        var subject = news switch
        {
            VisitNews.Arranged => t["It is arranged: {0}", visit.Description],
            VisitNews.Moved => t["It is changed: {0}", visit.Description],
            VisitNews.Replaced => t["Somebody else helps: {0}", visit.Description],
            VisitNews.CalledOff => t["It is called off: {0}", visit.Description],
            VisitNews.DayBefore or VisitNews.Morning => t["A reminder: {0}", visit.Description],
            VisitNews.Afterwards => t["How did it go? {0}", visit.Description],
        };
        string[] paragraphs = news switch
        {
            VisitNews.CalledOff when visit.Why.Length == 0 => [about, t["It is called off. Your coordinator can tell you more."]],
            VisitNews.CalledOff => [about, t["It is called off. The reason: “{0}”", visit.Why]],
            VisitNews.Afterwards => [about, t["Did it happen, how long did it take, and was all well? Press the link; it takes a minute."]],
            VisitNews.Moved => [t["This is arranged otherwise now:"], about, .. where],
            VisitNews.Replaced => [about, t["Somebody else does it now, so you need not come. Your coordinator can tell you more."]],
            VisitNews.Arranged or VisitNews.DayBefore or VisitNews.Morning =>
            [
                about,
                .. where,
                t["If you cannot come, please say so by the link, or ring your coordinator."],
            ],
        };
        return new(
            subject,
            paragraphs,
            news == VisitNews.Replaced ? $"/{organisation.Profile.Slug}/diary?mine=yes" : links.PathFor(visit.Id, member), // it is theirs no more
            news == VisitNews.Afterwards ? t["Say how it went"] : t["Look at it"]
        )
        {
            Asks = news == VisitNews.Afterwards ? new(TextAsk.Visit, visit.Id.Value, VisitByText.HowTo(t, visit, member)) : null,
            Haste = news switch
            {
                VisitNews.Afterwards => Haste.CanWait,
                VisitNews.Arranged or VisitNews.DayBefore => Haste.Today,
                VisitNews.Moved or VisitNews.Replaced or VisitNews.CalledOff or VisitNews.Morning => Haste.AtOnce, // by morning it may be too late
            },
        };
    }
}
