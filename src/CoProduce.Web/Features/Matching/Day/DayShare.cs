using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Matching.Day;

/// <summary>What of the day is shown to one coordinator: not what was put off, not what is a colleague's, and of their own time banks only unless they ask for all.</summary>
public sealed class DayShare
{
    private readonly Dictionary<(DayList, Guid), DayMark> marks;
    private readonly Dictionary<RoleHolderId, string> names;
    private readonly HashSet<RoleHolderId> mine;
    private readonly DateOnly today;

    private DayShare(
        IEnumerable<DayMark> marks,
        Dictionary<RoleHolderId, string> names,
        HashSet<RoleHolderId> mine,
        List<HubId>? hubs,
        bool hasCaseload,
        bool all,
        DateOnly today
    )
    {
        All = all;
        this.marks = marks.ToDictionary(m => (m.List, m.SubjectId));
        (this.names, this.mine, Hubs, HasCaseload, this.today) = (names, mine, hubs, hasCaseload, today);
    }

    /// <summary>The time banks that are shown; null for all.</summary>
    public IReadOnlyList<HubId>? Hubs { get; }

    /// <summary>True where every time bank and every colleague's lines are asked for.</summary>
    public bool All { get; }

    /// <summary>True when this coordinator, or one they stand in for, looks after certain time banks.</summary>
    public bool HasCaseload { get; }

    /// <summary>How many lines rest for now.</summary>
    public int PutOff => marks.Values.Count(m => m.Until > today);

    /// <summary>What was said of a line; null for nothing.</summary>
    public DayMark? Of(DayList list, Guid subject) => marks.GetValueOrDefault((list, subject));

    /// <summary>Whose a line is; null for whoever comes first.</summary>
    public string? NameOf(DayMark? mark) => mark?.AssignedTo is { } holder ? names.GetValueOrDefault(holder) : null;

    /// <summary>What of a list is not shown: put off, or somebody else's while only one's own is asked for.</summary>
    public List<T> Hidden<T>(DayList list, Func<Guid, T> id) =>
        [.. marks.Values.Where(m => m.List == list && (m.Until > today || (!All && IsElsewhere(m)))).Select(m => id(m.SubjectId))];

    /// <summary>What of a list was given to this coordinator, whatever its time bank.</summary>
    public List<T> Given<T>(DayList list, Func<Guid, T> id) =>
        [.. marks.Values.Where(m => m.List == list && m.AssignedTo is { } to && mine.Contains(to)).Select(m => id(m.SubjectId))];

    /// <summary>True when a line is shown.</summary>
    /// <param name="hub">Its time bank; null when it is everybody's.</param>
    public bool Shows(DayList list, Guid subject, HubId? hub) =>
        Of(list, subject) is not { } mark
            ? IsMine(hub)
            : !(mark.Until > today) && (All || !IsElsewhere(mark)) && (IsMine(hub) || (mark.AssignedTo is { } to && mine.Contains(to)));

    /// <summary>True when a time bank is among those that are shown.</summary>
    /// <param name="hub">Null for what is everybody's.</param>
    public bool IsMine(HubId? hub) => Hubs is null || hub is not { } one || Hubs.Contains(one);

    private bool IsElsewhere(DayMark mark) => mark.AssignedTo is { } to && !mine.Contains(to);

    /// <summary>Reads it inside a unit of work.</summary>
    /// <param name="all">True to show every time bank and every colleague's lines.</param>
    /// <param name="onlyOwnNotes">True for a peer broker, who reads no words that colleagues wrote to one another.</param>
    public static async Task<DayShare> ReadAsync(
        TenantDb db,
        RoleHolderId me,
        DateOnly today,
        bool all,
        CancellationToken ct,
        bool onlyOwnNotes = false
    )
    {
        var marks = await db.DayMarks.AsNoTracking().Where(m => m.Until > today || m.AssignedTo != null || m.Note != "").ToListAsync(ct);
        foreach (var mark in marks.Where(m => onlyOwnNotes && m.By != me))
            mark.Note = "";
        var covered = await db
            .Covers.Where(c => c.CoveredBy == me && c.From <= today && c.Until >= today)
            .Select(c => c.HolderId)
            .ToListAsync(ct);
        HashSet<RoleHolderId> mine = [me, .. covered];
        var hubs = await db.Caseloads.Where(c => mine.Contains(c.HolderId)).Select(c => c.HubId).Distinct().ToListAsync(ct);
        var assigned = marks.Select(m => m.AssignedTo).OfType<RoleHolderId>().Distinct().ToList();
        var names = await db.RoleHolders.Where(h => assigned.Contains(h.Id)).ToDictionaryAsync(h => h.Id, h => h.Name, ct);
        return new(marks, names, mine, all || hubs.Count == 0 ? null : hubs, hubs.Count > 0, all, today);
    }
}

/// <summary>Narrows what a list of the day is made from.</summary>
internal static class DayShareQueries
{
    /// <summary>Exchanges for this coordinator's eyes.</summary>
    public static IQueryable<Exchange> Of(this TenantDb db, IQueryable<Exchange> exchanges, DayShare share, DayList list)
    {
        var (hidden, given) = (share.Hidden(list, id => new ExchangeId(id)), share.Given(list, id => new ExchangeId(id)));
        var shown = exchanges.Where(e => !hidden.Contains(e.Id));
        return share.Hubs is { } hubs
            ? shown.Where(e =>
                given.Contains(e.Id) || db.Members.Any(m => (m.Id == e.GiverId || m.Id == e.ReceiverId) && hubs.Contains(m.HubId))
            )
            : shown;
    }

    /// <summary>Members for this coordinator's eyes.</summary>
    public static IQueryable<Member> Of(this IQueryable<Member> members, DayShare share, DayList list)
    {
        var (hidden, given) = (share.Hidden(list, id => new MemberId(id)), share.Given(list, id => new MemberId(id)));
        var shown = members.Where(m => !hidden.Contains(m.Id));
        return share.Hubs is { } hubs ? shown.Where(m => given.Contains(m.Id) || hubs.Contains(m.HubId)) : shown;
    }
}
