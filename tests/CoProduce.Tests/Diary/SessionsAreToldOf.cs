using CoProduce.Tests.Messages;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Diary;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Diary;

public sealed class SessionsAreToldOf(PostalBank bank) : IClassFixture<PostalBank>
{
    private const string Reminder = "A reminder: Sewing";

    [Fact]
    public async Task Both_leaders_and_those_who_have_a_place_are_reminded_the_day_before_once()
    {
        var (here, cora) = await NewAsync("before");
        var (lena, mair, ann) = (await here.ByMailAsync("lena"), await here.ByMailAsync("mair"), await here.AddMemberAsync("Ann"));
        var late = await here.ByMailAsync("late");
        var session = await cora.PlansAsync(here, leader: lena.Member, second: mair.Member, places: 1, inDays: 3);
        await cora.WritesDownAsync(session, ann);
        await late.ComesAsync(session);
        await OnAsync(1, 0);
        Count(lena, Reminder).ShouldBe(0);
        await OnAsync(1, 0);
        await OnAsync(0, 2);
        (Count(lena, Reminder), Count(mair, Reminder), Count(late, Reminder)).ShouldBe((1, 1, 0)); // nobody who waits
        Mail(lena).ShouldContain(m => m.Contains("You lead this", StringComparison.Ordinal));
        var call = (await cora.TodayAsync()).SessionCalls.ShouldHaveSingleItem(); // Ann is rung
        (call.Call.MemberId, call.Call.News).ShouldBe((ann, SessionNews.DayBefore));
        (await here.ReadAsync(db => db.Outbox.CountAsync(o => o.Failure != ""))).ShouldBe(0);
    }

    [Fact]
    public async Task One_that_is_moved_tells_everybody_once_and_is_reminded_of_on_its_new_day_and_the_others_stay()
    {
        var (here, cora) = await NewAsync("moved");
        var (lena, ann) = (await here.ByMailAsync("lena"), await here.ByMailAsync("ann"));
        var session = await cora.PlansAsync(here, leader: lena.Member, inDays: 3, weeks: 3);
        await ann.ComesAsync(session);
        var days = await DaysAsync(here);
        (await cora.MovesAsync(session, 0)).ShouldBe(ChangeSession.Outcome.Same);
        (await cora.MovesAsync(session, -30)).ShouldBe(ChangeSession.Outcome.InThePast);
        (await cora.MovesAsync(session, 400)).ShouldBe(ChangeSession.Outcome.TooFarAhead);
        (await here.ToldAsync(session)).ShouldBeEmpty();
        (await cora.MovesAsync(session, 2)).ShouldBe(ChangeSession.Outcome.Changed);
        (await DaysAsync(here)).ShouldBe([days[0].AddDays(2), days[1], days[2]]);
        await bank.DeliverAsync();
        (Count(ann, "It is at another time or place: Sewing"), Count(lena, "It is at another time or place: Sewing")).ShouldBe((1, 1));
        (await cora.MovesAsync(session, 0, "The library")).ShouldBe(ChangeSession.Outcome.Changed); // another place is told anew
        await bank.DeliverAsync();
        Count(ann, "It is at another time or place: Sewing").ShouldBe(2);
        Mail(ann)[^1].ShouldContain("The library");
        await OnAsync(2, 0);
        Count(ann, Reminder).ShouldBe(0); // the old day's finds nothing to do
        await OnAsync(2, 0);
        await OnAsync(0, 2);
        Count(ann, Reminder).ShouldBe(1);
        var page = await (await cora.BrowserAsync()).OpenAsync($"diary/sessions/{session.Value}");
        page.QuerySelector("#told-title")!.ParentElement!.QuerySelectorAll("li").Length.ShouldBe(6); // twice two told of moves, two reminded
    }

    [Fact]
    public async Task Calling_off_tells_those_who_would_come_and_lead_each_once_also_for_a_whole_row()
    {
        var (here, cora) = await NewAsync("off");
        var (lena, ann, bob) = (await here.ByMailAsync("lena"), await here.ByMailAsync("ann"), await here.ByMailAsync("bob"));
        var first = await cora.PlansAsync(here, leader: lena.Member, inDays: 3, weeks: 3);
        await ann.ComesAsync(first);
        var second = (await here.ReadAsync(db => db.Sessions.OrderBy(s => s.Day).Select(s => s.Id).ToListAsync()))[1];
        await ann.ComesAsync(second);
        await bob.ComesAsync(second);
        await cora.CallsOffAsync(first, andAllAfter: true);
        await bank.DeliverAsync();
        foreach (var actor in new[] { lena, ann, bob })
        {
            Count(actor, "It is called off: Sewing").ShouldBe(1);
            Mail(actor).ShouldContain(m => m.Contains("The hall is flooded", StringComparison.Ordinal));
        }
        await OnAsync(4, 0);
        await OnAsync(7, 0);
        (Count(lena, Reminder), Count(ann, Reminder)).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Nobody_is_woken_by_a_reminder_and_one_that_comes_late_comes_all_the_same()
    {
        var (here, cora) = await NewAsync("late");
        var lena = await here.ByMailAsync("lena");
        var session = await cora.PlansAsync(here, leader: lena.Member, inDays: 3);
        var start = (await here.ReadAsync(db => db.Sessions.SingleAsync(s => s.Id == session))).StartsAt;
        bank.Clock.Advance(start.AddHours(-16) - bank.Clock.GetUtcNow()); // ten in the evening before; the program stood still
        await bank.DeliverAsync();
        await bank.DeliverAsync();
        Count(lena, Reminder).ShouldBe(0);
        await OnAsync(0, 11);
        Count(lena, Reminder).ShouldBe(1);
    }

    private static Task<List<DateOnly>> DaysAsync(Place here) =>
        here.ReadAsync(db => db.Sessions.OrderBy(s => s.Day).Select(s => s.Day).ToListAsync());

    private async Task<(Place, Actor)> NewAsync(string name)
    {
        bank.Clock.AdvanceToMorning();
        var here = await bank.CreateAsync($"{name}-{Guid.NewGuid():N}"[..30], "Told");
        return (here, await here.CoordinatorAsync());
    }

    private async Task OnAsync(int days, int hours)
    {
        bank.Clock.Advance(TimeSpan.FromDays(days) + TimeSpan.FromHours(hours));
        await bank.DeliverAsync();
        await bank.DeliverAsync();
    }

    private int Count(Actor actor, string subject) => Mail(actor).Count(m => m.Contains(subject, StringComparison.Ordinal));

    private List<string> Mail(Actor actor) =>
        [.. bank.Post.Read().Where(m => m.Contains($"To: {actor.SignIn.Email}", StringComparison.Ordinal))];
}
