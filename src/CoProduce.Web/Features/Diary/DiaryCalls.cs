using CoProduce.Web.Data;

namespace CoProduce.Web.Features.Diary;

/// <summary>Calls to make about the diary, inside a unit of work. A reminder of what has begun is no use any more; that it is called off is told whenever somebody gets to it.</summary>
internal static class DiaryCalls
{
    /// <summary>About visits.</summary>
    public static IQueryable<VisitCall> VisitCallsToMake(this TenantDb db, DateTimeOffset now) =>
        db.VisitCalls.Where(c => c.DoneAt == null && (c.StartsAt > now || c.News == VisitNews.CalledOff));

    /// <summary>About sessions.</summary>
    public static IQueryable<SessionCall> SessionCallsToMake(this TenantDb db, DateTimeOffset now) =>
        db.SessionCalls.Where(c =>
            c.DoneAt == null && (c.News == SessionNews.CalledOff || db.Sessions.Any(s => s.Id == c.SessionId && s.StartsAt > now))
        );
}
