using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;

namespace CoProduce.Web.Features.Diary;

/// <summary>What coordinators look at in the diary: some days, of one hub and of one person where they are named.</summary>
/// <param name="Hub">A hub's id as an address has it; empty for all.</param>
/// <param name="Who">A number or a part of a name; empty for everybody.</param>
public sealed record StaffDiaryFilter(DiarySpan Span, DateOnly Day, string? Hub, string? Who)
{
    /// <summary>The address of that page with the same days, hub and person.</summary>
    public string At(string page) => At(page, Span.View, Day);

    /// <summary>The same, of other days.</summary>
    public string At(string page, DiaryView view, DateOnly day) =>
        $"{page}?view={view.ToString().ToLowerInvariant()}&day={DiarySpan.Iso(day)}{Named("hub", Hub)}{Named("who", Who)}";

    /// <summary>The same hub and person, of other days.</summary>
    public StaffDiaryFilter On(DiaryView view, DateOnly day) => this with { Span = DiarySpan.Of(view, day), Day = day };

    private static string Named(string name, string? value) => string.IsNullOrEmpty(value) ? "" : $"&{name}={Uri.EscapeDataString(value)}";
}

/// <summary>The visits and sessions that were found.</summary>
/// <param name="IsNobody">True when a person was asked for and it is not one person here.</param>
public sealed record StaffDiary(IReadOnlyList<VisitLine> Visits, IReadOnlyList<SessionLine> Sessions, bool IsNobody);

/// <summary>Reads the diary as coordinators look at it, for the plain list and for the calendar alike.</summary>
public sealed class StaffDiaryQuery(
    DiaryQuery visits,
    SessionsQuery sessions,
    MemberSearch people,
    HubChoices hubs,
    CurrentOrganisation organisation
)
{
    /// <summary>The hubs to choose from.</summary>
    public Task<IReadOnlyList<Ui.Choice>> HubsAsync(CancellationToken ct = default) => hubs.AllAsync(ct);

    /// <summary>The visits and sessions of the days of the filter.</summary>
    public Task<StaffDiary> ReadAsync(StaffDiaryFilter filter, CancellationToken ct = default) =>
        ReadAsync(filter, filter.Span.From, filter.Span.To, ct);

    /// <summary>The same for a calendar, whose month has whole weeks, on the clocks on the wall.</summary>
    public async Task<PlannerDays> PlannerAsync(StaffDiaryFilter filter, CancellationToken ct = default)
    {
        var (from, to) = filter.Span.InWholeWeeks();
        return PlannerDays.Of(await ReadAsync(filter, from, to, ct), organisation.Profile);
    }

    private async Task<StaffDiary> ReadAsync(StaffDiaryFilter filter, DateOnly from, DateOnly to, CancellationToken ct)
    {
        MemberId? member = null;
        if (!string.IsNullOrWhiteSpace(filter.Who))
        {
            if (await people.ChooseAsync(filter.Who, 2, goneToo: true, ct) is not [var one])
                return new([], [], IsNobody: true);
            member = one.Id;
        }
        HubId? hub = Guid.TryParse(filter.Hub, out var id) ? new(id) : null;
        return new(await visits.ReadAsync(from, to, hub, member, ct), await sessions.ReadAsync(from, to, hub, member, ct), IsNobody: false);
    }
}
