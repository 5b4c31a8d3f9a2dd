using CoProduce.Tests.Support;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Diary;

/// <summary>What people do with sessions, through the program's own use cases.</summary>
public static class Sessions
{
    /// <summary>Plans one of an hour at two o'clock that many days from the clock's own; a weekly one for as many weeks.</summary>
    public static async Task<SessionId> PlansAsync(
        this Actor cora,
        Place here,
        MemberId? leader = null,
        MemberId? second = null,
        int? places = null,
        int inDays = 3,
        int weeks = 1,
        string title = "Sewing"
    )
    {
        var day = DateOnly.FromDateTime(here.Bank.Clock.GetUtcNow().Date).AddDays(inDays);
        var form = new PlanSessionForm
        {
            Title = title,
            Hub = here.Hub.Value.ToString(),
            Day = DateBoxes.From(day),
            Start = "14:00",
            HowLong = DurationChoice.From(60),
            Place = "The hall",
            Leader = leader?.Value,
            Second = second?.Value,
            Places = $"{places}",
            Repeats = weeks > 1 ? nameof(RepeatEvery.Week) : "",
            Until = DateBoxes.From(day.AddDays(7 * (weeks - 1))),
        };
        (await cora.DoAsync((PlanSession plan) => plan.HandleAsync(form))).ShouldBe(PlanSession.Outcome.Done);
        return new(form.RequestKey);
    }

    public static Task<SignUp.Outcome> ComesAsync(this Actor actor, SessionId session) =>
        actor.DoAsync((SignUp signUp) => signUp.OwnAsync(new() { Session = session.Value }));

    public static Task<SignUp.Outcome> LeavesAsync(this Actor actor, SessionId session) =>
        actor.DoAsync((SignUp signUp) => signUp.TakeBackOwnAsync(new() { Session = session.Value }));

    public static Task<SignUp.Outcome> WritesDownAsync(this Actor cora, SessionId session, MemberId member) =>
        cora.DoAsync((SignUp signUp) => signUp.ForMemberAsync(new() { Session = session.Value, Member = member.Value }));

    public static async Task CallsOffAsync(this Actor cora, SessionId session, bool andAllAfter = false) =>
        (
            await cora.DoAsync(
                (PlanSession plan) =>
                    plan.CallOffAsync(
                        new()
                        {
                            Session = session.Value,
                            Why = "The hall is flooded",
                            AndAllAfter = andAllAfter,
                        }
                    )
            )
        ).ShouldBe(PlanSession.Outcome.Done);

    /// <summary>Moves it by so many days, and perhaps to another place.</summary>
    public static Task<ChangeSession.Outcome> MovesAsync(this Actor cora, SessionId id, int later, string place = "The hall") =>
        cora.ChangesAsync(
            id,
            form =>
            {
                form.Day = DateBoxes.From(form.Day.ToDate()!.Value.AddDays(later));
                form.Place = place;
            }
        );

    /// <summary>Changes something of it.</summary>
    public static async Task<ChangeSession.Outcome> ChangesAsync(this Actor cora, SessionId id, Action<ChangeSessionForm> change)
    {
        var shown = await cora.DoAsync((SessionsQuery query) => query.FindAsync(id));
        var form = ChangeSessionForm.Of(shown!.Line);
        change(form);
        return await cora.DoAsync((ChangeSession use) => use.HandleAsync(form));
    }

    /// <summary>Who was told what of it, and whether by mail.</summary>
    public static async Task<List<(MemberId, SessionNews, bool)>> ToldAsync(this Place here, SessionId session) =>
        [
            .. (
                await here.ReadAsync(db =>
                    db.SessionCalls.Where(c => c.SessionId == session).OrderBy(c => c.MadeAt).ThenBy(c => c.News).ToListAsync()
                )
            ).Select(c => (c.MemberId, c.News, c.IsByMail)),
        ];
}
