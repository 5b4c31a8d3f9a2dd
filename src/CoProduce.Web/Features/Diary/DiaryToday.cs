using CoProduce.Web.Features.Calls;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Ui;

namespace CoProduce.Web.Features.Diary;

/// <summary>What of the diary needs a person.</summary>
/// <param name="Ring">Visits in homes of which nobody said that they are home again.</param>
/// <param name="UnderWay">Who is where now.</param>
/// <param name="NotWell">What somebody said was not well.</param>
/// <param name="Calls">Those to be rung because mail does not reach them.</param>
/// <param name="Over">Visits that are over and of which nobody said how they went.</param>
/// <param name="Unlogged">Sessions that are over and of which nobody wrote down who came.</param>
/// <param name="SessionCalls">The same as the calls, about sessions.</param>
/// <param name="Meeting">Sessions that go on now.</param>
/// <param name="Week">What is arranged and planned for the next days.</param>
public sealed record DiaryToday(
    IReadOnlyList<VisitLine> Ring,
    IReadOnlyList<VisitLine> UnderWay,
    IReadOnlyList<(VisitAnswer Answer, VisitLine Line)> NotWell,
    IReadOnlyList<CallToMake> Calls,
    Listed<VisitLine> Over,
    Listed<SessionLine> Unlogged,
    IReadOnlyList<SessionCallToMake> SessionCalls,
    IReadOnlyList<SessionLine> Meeting,
    Listed<WeekLine> Week,
    DateTimeOffset Now
)
{
    /// <summary>True when nothing does; what is to come needs nobody yet.</summary>
    public bool IsQuiet =>
        Ring.Count + UnderWay.Count + NotWell.Count + Calls.Count + Over.Count + Unlogged.Count + SessionCalls.Count + Meeting.Count == 0;

    /// <summary>Those to be rung, each once, the most urgent first.</summary>
    public IReadOnlyList<PersonToRing> People =>
        [
            .. Calls
                .Select(c => (c.Line.Visit.StartsAt, c.Call.MemberId, c.Name, c.Call.MadeAt))
                .Concat(SessionCalls.Select(c => (c.Session.StartsAt, c.Call.MemberId, c.Name, c.Call.MadeAt)))
                .GroupBy(c => c.MemberId)
                .OrderBy(g => g.Min(c => c.StartsAt))
                .Select(g => new PersonToRing(g.Key, g.First().Name, g.Max(c => c.MadeAt))),
        ];

    /// <summary>All whose telephone number a coordinator needs.</summary>
    public IReadOnlyCollection<MemberId> Rung => [.. People.Select(p => p.Member).Concat(Ring.Select(l => l.Visit.GiverId)).Distinct()];
}

/// <summary>A call to make about a visit.</summary>
public sealed record CallToMake(VisitCall Call, string Name, VisitLine Line);

/// <summary>A call to make about a session.</summary>
public sealed record SessionCallToMake(SessionCall Call, string Name, Session Session);

/// <summary>A visit or a session of the next days; the other one is null.</summary>
public sealed record WeekLine(DateTimeOffset StartsAt, DateOnly Day, TimeOnly Start, VisitLine? Visit, SessionLine? Session);
