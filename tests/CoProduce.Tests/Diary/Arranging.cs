using CoProduce.Tests.Support;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Diary;

/// <summary>What people do with the diary, through the program's own use cases.</summary>
public static class Arranging
{
    /// <summary>A form for a visit of an hour that many days from the clock's own, at that time.</summary>
    public static ArrangeVisitForm Visit(this Place place, MemberId giver, MemberId? receiver, int inDays = 2, string at = "14:00") =>
        new()
        {
            Giver = giver.Value,
            Receiver = receiver?.Value,
            ForTheOrganisation = receiver is null,
            Day = DateBoxes.From(DateOnly.FromDateTime(place.Bank.Clock.GetUtcNow().Date).AddDays(inDays)),
            Start = at,
            HowLong = DurationChoice.From(60),
            Description = "Reading together",
        };

    public static async Task<VisitId> ArrangesAsync(this Actor actor, ArrangeVisitForm form)
    {
        (await actor.TriesAsync(form)).ShouldBe(ArrangeVisit.Outcome.Arranged);
        return new(form.RequestKey);
    }

    public static Task<ArrangeVisit.Outcome> TriesAsync(this Actor actor, ArrangeVisitForm form) =>
        actor.DoAsync((ArrangeVisit arrange) => arrange.HandleAsync(form));

    public static Task<AnswerVisit.Outcome> SaysAsync(this Actor actor, VisitId visit, int? minutes, string? notWell = null) =>
        actor.DoAsync((AnswerVisit answer) => answer.OwnAsync(Answer(visit, minutes, notWell)));

    public static AnswerVisitForm Answer(VisitId visit, int? minutes, string? notWell = null) =>
        new()
        {
            Visit = visit.Value,
            DidHappen = minutes is null ? "no" : "yes",
            HowLong = minutes is { } m ? DurationChoice.From(m) : new(),
            AllWell = notWell is null ? "yes" : "no",
            Words = notWell,
        };

    public static Task<Visit> VisitAsync(this Place place, VisitId id) => place.ReadAsync(db => db.Visits.SingleAsync(v => v.Id == id));

    public static Task<DiaryToday> TodayAsync(this Actor actor) => actor.DoAsync((DiaryTodayQuery query) => query.ReadAsync());

    /// <summary>A member whom mail reaches, and who wants it so.</summary>
    public static async Task<Actor> ByMailAsync(this Place place, string name)
    {
        var actor = await place.MemberAsync(name, email: $"{name}.{Guid.NewGuid():N}@example.org".ToLowerInvariant());
        await place.WriteAsync(db =>
            db.MemberContacts.Where(c => c.MemberId == actor.Member)
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.Prefers, ContactWay.Email))
        );
        return actor;
    }
}
