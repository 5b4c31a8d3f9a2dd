using CoProduce.Web.Data;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Exchanges.Disputes;
using CoProduce.Web.Features.Holds;
using CoProduce.Web.Features.Imports;
using CoProduce.Web.Features.Joining;
using CoProduce.Web.Features.Joining.References;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Moving;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Retention;
using CoProduce.Web.Features.Talk;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Messages;

/// <summary>A job does one due item of the current organisation, in one transaction with the note that it is done.</summary>
/// <remarks>The item stays locked meanwhile, so another node takes another one; a crash in the middle leaves it due, so it is done at least once.</remarks>
public sealed class DoOutboxItem(
    UnitOfWork work,
    SendLetter letters,
    SendText phones,
    MailOfTheDay day,
    Announce announce,
    ConfirmBySilence silence,
    TellOfCrossing crossings,
    RunOutHold holds,
    RemindOfDispute reminder,
    WorkOnImport imports,
    RemindOfCare care,
    RemindReferee referees,
    ForgetJoiner forget,
    KeepToRetention retention,
    DoHubMove hubMoves,
    RemindOfArrival arrivals,
    TellOfDeparture departures,
    AskStillWanted board,
    TellOfNews news,
    DiaryRounds diary,
    TellOfTalk talks,
    TimeProvider clock,
    ILogger<DoOutboxItem> log
)
{
    private Guid? taken;

    public enum Outcome
    {
        NothingDue,
        Done,

        /// <summary>To be tried again later, given up, or left to a person; the item says why.</summary>
        Failed,
    }

    /// <summary>Does the longest due one. One that fails for a reason nobody thought of is noted too, so that it cannot stop those after it.</summary>
    public async Task<Outcome> HandleAsync(CancellationToken ct = default)
    {
        taken = null;
        try
        {
            return await work.WriteAsync(db => TakeAsync(db, ct), ct);
        }
        catch (Exception e) when (taken is not null && !ct.IsCancellationRequested)
        {
            log.LogError(e, "The outbox item {Item} failed", taken);
            return await work.WriteAsync(db => NoteAsync(db, e.GetType().Name, ct), ct);
        }
    }

    private async Task<Outcome> NoteAsync(TenantDb db, string failure, CancellationToken ct)
    {
        if (await db.Outbox.SingleOrDefaultAsync(o => o.Id == taken && o.DoneAt == null, ct) is { } item)
            item.Fail(failure, clock.GetUtcNow());
        db.Keep();
        return Outcome.Failed;
    }

    private async Task<Outcome> TakeAsync(TenantDb db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.TakeDueAsync(now, ct) is not { } item)
            return Outcome.NothingDue;
        taken = item.Id;
        switch (item.Kind)
        {
            case OutboxKind.Mail when await letters.HandleAsync(item.Letter, item.Id, ct) is { } failure:
                item.Fail(failure, now);
                break;
            case OutboxKind.Text when await phones.HandleAsync(item.Letter, item.Id, ct) is { } failure:
                item.Fail(failure, now);
                break;
            case OutboxKind.MailOfTheDay:
                await day.HandleAsync(db, new(item.SubjectId!.Value), ct);
                item.Succeed(now);
                break;
            case OutboxKind.Announce:
                await announce.WriteAsync(db, item.SubjectId!.Value, ct);
                item.Succeed(now);
                break;
            case OutboxKind.ForgetPosted:
                await db.ForgetPostedAsync(item.SubjectId!.Value, ct);
                item.Succeed(now);
                break;
            case OutboxKind.ConfirmBySilence when await ConfirmAsync(db, item, ct) is { } refusal:
                item.Leave(refusal, now);
                break;
            case OutboxKind.TellOfCrossing:
                await crossings.HandleAsync(db, new(item.SubjectId!.Value), item.Letter, ct);
                item.Succeed(now);
                break;
            case OutboxKind.RemindOfDispute:
                await reminder.HandleAsync(db, new(item.SubjectId!.Value), ct);
                item.Succeed(now);
                break;
            case OutboxKind.CareRound:
                await care.HandleAsync(db, ct);
                item.Succeed(now);
                break;
            case OutboxKind.RetentionRound when await retention.HandleAsync(db, ct) == KeepToRetention.Outcome.MoreToDo:
                item.GoOn(now);
                break;
            case OutboxKind.BoardRound when await board.HandleAsync(db, ct) == AskStillWanted.Outcome.MoreToDo:
                item.GoOn(now);
                break;
            case OutboxKind.NewOnBoardRound:
                await news.HandleAsync(db, ct);
                item.Succeed(now);
                break;
            case OutboxKind.RemindOfVisit:
                await diary.RemindAsync(db, new(item.SubjectId!.Value), ct);
                item.Succeed(now);
                break;
            case OutboxKind.AskAfterVisit:
                await diary.AskAsync(db, new(item.SubjectId!.Value), ct);
                item.Succeed(now);
                break;
            case OutboxKind.DiaryRound:
                await diary.GoOnAsync(db, ct);
                item.Succeed(now);
                break;
            case OutboxKind.TellOfTalk:
                await talks.HandleAsync(db, new(item.SubjectId!.Value), ct);
                item.Succeed(now);
                break;
            case OutboxKind.RemindReferee:
                await referees.HandleAsync(db, new(item.SubjectId!.Value), ct);
                item.Succeed(now);
                break;
            case OutboxKind.ForgetJoiner:
                await forget.HandleAsync(db, new(item.SubjectId!.Value), ct);
                item.Succeed(now);
                break;
            case OutboxKind.MoveToHub:
                await hubMoves.HandleAsync(db, item.SubjectId!.Value, ct);
                item.Succeed(now);
                break;
            case OutboxKind.RemindOfArrival:
                await arrivals.HandleAsync(db, item.SubjectId!.Value, ct);
                item.Succeed(now);
                break;
            case OutboxKind.TellOfDeparture:
                await departures.HandleAsync(db, item.SubjectId!.Value, ct);
                item.Succeed(now);
                break;
            case OutboxKind.RunOutHold:
                await holds.HandleAsync(db, new(item.SubjectId!.Value), ct);
                item.Succeed(now);
                break;
            case OutboxKind.Import when await imports.HandleAsync(db, new(item.SubjectId!.Value), ct) == WorkOnImport.Outcome.MoreToDo:
                item.GoOn(now);
                break;
            default:
                item.Succeed(now);
                break;
        }
        await db.NoteSendingAsync(item, now, ct);
        db.Keep();
        return item.Failure.Length == 0 ? Outcome.Done : Outcome.Failed;
    }

    // Null when it is confirmed or needs no confirming any more, else why a coordinator has to look.
    private async Task<string?> ConfirmAsync(TenantDb db, OutboxItem item, CancellationToken ct)
    {
        var outcome = await silence.HandleAsync(db, new(item.SubjectId!.Value), ct);
        return outcome is ConfirmBySilence.Outcome.Confirmed or ConfirmBySilence.Outcome.NotWaiting ? null : outcome.ToString();
    }
}
