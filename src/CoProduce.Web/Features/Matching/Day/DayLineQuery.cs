using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Joining;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Matching.Day;

/// <summary>A line of the day by itself.</summary>
/// <param name="Title">The member's name, the request's title, or what the exchange was.</param>
/// <param name="Path">Where everything else about it is, after the organisation's address.</param>
/// <param name="Mark">What was said of it last; null for nothing.</param>
/// <param name="By">Who said it; null for nobody.</param>
/// <param name="Colleagues">Those who coordinate here, by name.</param>
public sealed record DayLineShown(string Title, string Path, DayMark? Mark, string? By, IReadOnlyList<RoleHolder> Colleagues);

/// <summary>Reads one line of the day; null when there is none.</summary>
public sealed class DayLineQuery(UnitOfWork work, CurrentPerson me)
{
    public Task<DayLineShown?> ReadAsync(DayList list, Guid subject, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                if (await db.LineAsync(me, list, subject, ct) is not var (title, path, _))
                    return null;
                var mark = await db.DayMarks.AsNoTracking().SingleOrDefaultAsync(m => m.List == list && m.SubjectId == subject, ct);
                if (mark is not null && mark.By != me.Id && !me.Holds(Role.Coordinator))
                    mark.Note = ""; // what colleagues wrote to one another is theirs to read
                var by = mark is null ? null : await db.RoleHolders.Where(h => h.Id == mark.By).Select(h => h.Name).SingleAsync(ct);
                return new DayLineShown(title, path, mark, by, await db.CoordinatorsAsync(ct));
            },
            ct
        );
}

/// <summary>Lines of the day inside a unit of work.</summary>
internal static class DayLines
{
    // A text can be long; its beginning names it.
    private const int TitleLength = 60;

    /// <summary>Its title, where it is, and as whose peer broker the person sees it; null when there is none for them. Whether it still waits is the list's business.</summary>
    public static async Task<(string Title, string Path, HubId? PeerOf)?> LineAsync(
        this TenantDb db,
        CurrentPerson me,
        DayList list,
        Guid subject,
        CancellationToken ct
    )
    {
        if (!me.Holds(Role.Coordinator))
            return await db.PeerLineAsync(me, list, subject, ct);
        var title = list switch
        {
            DayList.Disputed or DayList.ForTheOrganisation or DayList.Unanswered => await db
                .Exchanges.Where(e => e.Id == new ExchangeId(subject))
                .Select(e => e.Description)
                .SingleOrDefaultAsync(ct),
            DayList.Over or DayList.NotWell => await db
                .Visits.Where(v => v.Id == new VisitId(subject))
                .Select(v => v.Description)
                .SingleOrDefaultAsync(ct),
            DayList.Session => await db.Sessions.Where(s => s.Id == new SessionId(subject)).Select(s => s.Title).SingleOrDefaultAsync(ct),
            DayList.Answer => await db
                .OfferAnswers.Where(a => a.Id == new OfferAnswerId(subject))
                .Select(a => db.Offers.Where(o => o.Id == a.OfferId).Select(o => o.Title).FirstOrDefault())
                .SingleOrDefaultAsync(ct),
            DayList.Request or DayList.StillWanted or DayList.Silent => await db
                .Offers.Where(o => o.Id == new OfferId(subject))
                .Select(o => o.Title)
                .SingleOrDefaultAsync(ct),
            DayList.Text => Beginning(await db.IncomingTexts.Where(t => t.Id == subject).Select(t => t.Words).SingleOrDefaultAsync(ct)),
            DayList.Joining => await db
                .Joiners.Where(j => j.Id == new JoinerId(subject) && j.State != JoinerState.Writing)
                .Select(j => (j.FirstName + " " + j.LastName).Trim())
                .SingleOrDefaultAsync(ct),
            _ => await db
                .Members.Where(m => m.Id == new MemberId(subject))
                .Select(m => (m.FirstName + " " + m.LastName).Trim())
                .SingleOrDefaultAsync(ct),
        };
        return title is null ? null : (title, Path(list, subject), null);
    }

    private static string? Beginning(string? words) => words is null || words.Length <= TitleLength ? words : words[..TitleLength] + "…";

    private static string Path(DayList list, Guid subject) =>
        list switch
        {
            DayList.Disputed or DayList.ForTheOrganisation or DayList.Unanswered => $"exchanges/{subject}/settle",
            DayList.Request => $"offers/{subject}",
            DayList.Joining => $"joining/{subject}",
            DayList.Over or DayList.NotWell => $"diary/visits/{subject}",
            DayList.Session => $"diary/sessions/{subject}",
            DayList.Answer => $"board/answers/{subject}",
            DayList.StillWanted => $"board/{subject}",
            DayList.Silent => $"board/{subject}/shortlist",
            DayList.Call => $"desk/{subject}",
            DayList.GrownUp => $"members/{subject}/consents",
            DayList.Review => $"members/{subject}/restrictions",
            DayList.Text => "today",
            _ => $"members/{subject}",
        };
}
