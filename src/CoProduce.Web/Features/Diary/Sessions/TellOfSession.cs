using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Diary;

/// <summary>Tells people of a session in the way each prefers: a mail, or a line in the list of calls to make. Nobody is told the same thing twice.</summary>
public sealed class TellOfSession(Letters letters, VisitLinks links, CurrentOrganisation organisation, TimeProvider clock)
{
    /// <summary>Tells those of them who take part, in the transaction of what it tells of.</summary>
    /// <param name="withThoseAfter">True when those planned with it that come after change or are called off as well.</param>
    public async Task TellAsync(
        TenantDb db,
        Session session,
        SessionNews news,
        IReadOnlyCollection<MemberId> people,
        CancellationToken ct,
        bool withThoseAfter = false
    )
    {
        var now = clock.GetUtcNow();
        var told = await db
            .SessionCalls.Where(c => c.SessionId == session.Id && c.News == news && c.Change == session.Change)
            .Select(c => c.MemberId)
            .ToListAsync(ct);
        foreach (var (member, to) in await db.WaysToAsync([.. people.Except(told)], ct))
        {
            var call = new SessionCall
            {
                SessionId = session.Id,
                MemberId = member,
                News = news,
                Change = session.Change,
                MadeAt = now,
                IsByMail = to is not null,
            };
            db.SessionCalls.Add(to is null ? call : call.Done(null, now));
            if (to is not null)
                letters.Write(db, to, t => Words(t, session, news, member, withThoseAfter));
        }
    }

    /// <summary>Takes calls about it from the list that say what holds no longer.</summary>
    public static Task DropCallsAsync(TenantDb db, SessionId session, CancellationToken ct) =>
        db.SessionCalls.Where(c => c.SessionId == session && c.DoneAt == null).ExecuteDeleteAsync(ct);

    private Wording Words(IStringLocalizer t, Session session, SessionNews news, MemberId member, bool withThoseAfter)
    {
        var today = organisation.Profile.DateOf(clock.GetUtcNow());
        var when = SessionWords.When(t, session, today);
        var about = session.Leaders.Contains(member)
            ? t["You lead this {0}: {1}.", when, session.Title]
            : t["You said that you would come {0}: {1}.", when, session.Title];
        string[] where = session.Place.Length == 0 ? [] : [t["Where: {0}", session.Place]];
        string[] after =
            !withThoseAfter ? []
            : news == SessionNews.CalledOff ? [t["Those that were to come after it are called off as well."]]
            : [t["Those that come after it change as well. When and where they are, you see under “What is on”."]];
        var subject = news switch
        {
            SessionNews.HasPlace => t["There is a place for you: {0}", session.Title],
            SessionNews.Moved => t["It is at another time or place: {0}", session.Title],
            SessionNews.CalledOff => t["It is called off: {0}", session.Title],
            SessionNews.DayBefore => t["A reminder: {0}", session.Title],
        };
        string[] paragraphs = news switch
        {
            SessionNews.HasPlace => [t["There is a place for you now."], about, .. where, IfNot(t)],
            SessionNews.Moved => [t["It is at another time or place now."], about, .. where, .. after, IfNot(t)],
            SessionNews.CalledOff => [about, t["It is called off. The reason: “{0}”", session.Why], .. after],
            SessionNews.DayBefore => [about, .. where, IfNot(t)],
        };
        return new(subject, paragraphs, links.PathFor(session.Id, member), t["Look at it"])
        {
            Haste = news is SessionNews.DayBefore or SessionNews.HasPlace && session.Day > today ? Haste.Today : Haste.AtOnce, // by morning it may be too late
        };
    }

    private static string IfNot(IStringLocalizer t) => t["If you cannot come, please say so by the link, or ring your coordinator."];
}
