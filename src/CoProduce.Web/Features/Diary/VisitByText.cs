using System.Globalization;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Diary;

/// <summary>How did it go, and are you home? By a text.</summary>
internal sealed class VisitByText(UnitOfWork work, AnswerVisit answers, StepVisit steps, TimeProvider clock) : IAnsweredByText
{
    public TextAsk What => TextAsk.Visit;

    /// <summary>How a text says it, for that person.</summary>
    public static string HowTo(IStringLocalizer texts, Visit visit, MemberId member)
    {
        string answer = texts[
            "Answer YES if it took {0}, or how long it took, such as 1:30, or NO if it did not happen.",
            texts.Duration(visit.Minutes)
        ];
        return AsksIfHome(visit, member) ? $"{texts["Answer HOME when you are home."]} {answer}" : answer;
    }

    public async Task<TextWaits?> WaitsAsync(TenantDb db, MemberId member, Guid subject, CancellationToken ct)
    {
        var id = new VisitId(subject);
        var visit = await db.Visits.SingleOrDefaultAsync(v => v.Id == id, ct);
        if (visit is null || !visit.Concerns(member) || visit.Status == VisitStatus.CalledOff || visit.StartsAt > clock.GetUtcNow())
            return null;
        List<TextSays> may = AsksIfHome(visit, member) ? [TextSays.Home] : [];
        if (!await db.VisitAnswers.AnyAsync(a => a.VisitId == id && a.MemberId == member, ct))
            // Once it is logged, yes and no are about the exchange; another length still says how long it took.
            may.AddRange(visit.ExchangeId is null ? [TextSays.Yes, TextSays.No, TextSays.HowLong] : [TextSays.HowLong]);
        return may.Count == 0 ? null : new(visit.Description, may);
    }

    public async Task<TextTaken> TakeAsync(TextAnswer answer, CancellationToken ct)
    {
        if (answer.Says == TextSays.Home)
            return
                await steps.HomeByTextAsync(new() { RequestKey = answer.Text, Visit = answer.Subject }, answer.Member, ct)
                == StepVisit.Outcome.Done
                ? TextTaken.Taken
                : TextTaken.Refused;
        var minutes =
            answer.Says == TextSays.HowLong
                ? answer.Minutes
                : await work.ReadAsync(
                    db => db.Visits.Where(v => v.Id == new VisitId(answer.Subject)).Select(v => v.Minutes).SingleAsync(ct),
                    ct
                );
        var form = new AnswerVisitForm
        {
            RequestKey = answer.Text,
            Visit = answer.Subject,
            DidHappen = answer.Says == TextSays.No ? "no" : "yes",
            HowLong = new() { Typed = $"{(minutes / 60).ToString(CultureInfo.InvariantCulture)}:{minutes % 60:00}" },
            AllWell = "yes",
        };
        return
            await answers.ByTextAsync(form, answer.Member, ct)
                is AnswerVisit.Outcome.Logged
                    or AnswerVisit.Outcome.Agreed
                    or AnswerVisit.Outcome.Different
                    or AnswerVisit.Outcome.Closed
                    or AnswerVisit.Outcome.DoneAlready
            ? TextTaken.Taken
            : TextTaken.Refused;
    }

    private static bool AsksIfHome(Visit visit, MemberId member) => visit.AsksIfHome && visit.GiverId == member && visit.HomeAt is null;
}
