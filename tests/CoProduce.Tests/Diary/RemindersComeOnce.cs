using CoProduce.Tests.Messages;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Diary;

public sealed class RemindersComeOnce : IClassFixture<PostalBank>
{
    private readonly PostalBank bank;

    // Another test may have left the clock at any time of the day.
    public RemindersComeOnce(PostalBank bank)
    {
        this.bank = bank;
        bank.Clock.AdvanceToMorning();
    }

    [Fact]
    public async Task Each_in_their_way_the_day_before_once_and_again_only_for_another_time()
    {
        var here = await bank.CreateAsync($"visits-{Guid.NewGuid():N}"[..30], "Visits");
        var (cora, ann, bob) = (await here.CoordinatorAsync(), await here.ByMailAsync("ann"), await here.AddMemberAsync("Bob"));
        var visit = await cora.ArrangesAsync(here.Visit(ann.Member, bob, inDays: 3));
        await bank.DeliverAsync();
        Mail(ann).ShouldHaveSingleItem().ShouldContain("Reading together");
        (await CallsAsync(cora)).ShouldBe([VisitNews.Arranged]);
        await MoveAsync(cora, visit, 1);
        (await CallsAsync(cora)).ShouldBe([VisitNews.Moved]); // what holds no longer is not rung about
        await OnAsync(2, 9);
        Mail(ann).Count(m => m.Contains("A reminder", StringComparison.Ordinal)).ShouldBe(0); // the old day's reminder finds nothing to do
        await OnAsync(1, 0);
        await bank.DeliverAsync();
        Mail(ann).Count(m => m.Contains("A reminder", StringComparison.Ordinal)).ShouldBe(1);
        (await CallsAsync(cora)).ShouldBe([VisitNews.Moved, VisitNews.DayBefore]);
        await OnAsync(1, 6);
        Mail(ann).Count(m => m.Contains("A reminder", StringComparison.Ordinal)).ShouldBe(1);
        Mail(ann).Count(m => m.Contains("How did it go", StringComparison.Ordinal)).ShouldBe(0); // it is night
        await OnAsync(0, 7);
        Mail(ann).Count(m => m.Contains("How did it go", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task One_that_was_moved_away_and_back_is_reminded_of_once_though_promised_twice()
    {
        var here = await bank.CreateAsync($"back-{Guid.NewGuid():N}"[..30], "Back");
        var (cora, ann) = (await here.CoordinatorAsync(), await here.ByMailAsync("ann"));
        var visit = await cora.ArrangesAsync(here.Visit(ann.Member, await here.AddMemberAsync("Bob"), inDays: 3));
        await MoveAsync(cora, visit, 1);
        await MoveAsync(cora, visit, -1);
        await OnAsync(2, 0);
        Mail(ann).Count(m => m.Contains("A reminder", StringComparison.Ordinal)).ShouldBe(1);
        (await here.ReadAsync(db => db.Outbox.CountAsync(o => o.Failure != ""))).ShouldBe(0);
    }

    [Fact]
    public async Task Calling_off_tells_the_other_side_and_nobody_is_reminded_of_it()
    {
        var here = await bank.CreateAsync($"off-{Guid.NewGuid():N}"[..30], "Off");
        var (cora, ann, bob) = (await here.CoordinatorAsync(), await here.ByMailAsync("ann"), await here.ByMailAsync("bob"));
        var visit = await cora.ArrangesAsync(here.Visit(ann.Member, bob.Member, inDays: 2));
        var off = new CallOffForm { Visit = visit.Value, Why = "A bad cold" };
        (await ann.DoAsync((CallOffVisit call) => call.OwnAsync(off))).ShouldBe(CallOffVisit.Outcome.CalledOff);
        await bank.DeliverAsync();
        Mail(bob).Count(m => m.Contains("A bad cold", StringComparison.Ordinal)).ShouldBe(1);
        Mail(ann).ShouldNotContain(m => m.Contains("A bad cold", StringComparison.Ordinal));
        await OnAsync(3, 0);
        Mail(bob)
            .ShouldNotContain(m =>
                m.Contains("A reminder", StringComparison.Ordinal) || m.Contains("How did it go", StringComparison.Ordinal)
            );
    }

    [Fact]
    public async Task On_the_morning_who_wants_it_and_late_rather_than_never()
    {
        var here = await bank.CreateAsync($"morning-{Guid.NewGuid():N}"[..30], "Morning");
        var (cora, ann, bob) = (await here.CoordinatorAsync(), await here.ByMailAsync("ann"), await here.ByMailAsync("bob"));
        await ann.DoAsync((ChangeFeed change) => change.MorningAsync(new() { OnTheMorning = true }));
        var visit = await cora.ArrangesAsync(here.Visit(ann.Member, bob.Member, inDays: 3));
        await bank.DeliverAsync();
        var start = (await here.VisitAsync(visit)).StartsAt;
        bank.Clock.Advance(start.AddHours(-2) - bank.Clock.GetUtcNow()); // the program stood still for three days
        await bank.DeliverAsync();
        await bank.DeliverAsync();
        Mail(ann).Count(m => m.Contains("A reminder", StringComparison.Ordinal)).ShouldBe(1);
        Mail(bob).Count(m => m.Contains("A reminder", StringComparison.Ordinal)).ShouldBe(1);
    }

    private static async Task MoveAsync(Actor cora, VisitId visit, int later)
    {
        var form = MoveVisitForm.Of((await cora.DoAsync((DiaryQuery query) => query.FindAsync(visit)))!.Line);
        form.Day = DateBoxes.From(form.Day.ToDate()!.Value.AddDays(later));
        (await cora.DoAsync((MoveVisit move) => move.HandleAsync(form))).ShouldBe(MoveVisit.Outcome.Moved);
    }

    private async Task OnAsync(int days, int hours)
    {
        bank.Clock.Advance(TimeSpan.FromDays(days) + TimeSpan.FromHours(hours));
        await bank.DeliverAsync();
        await bank.DeliverAsync();
    }

    private static async Task<List<VisitNews>> CallsAsync(Actor cora) => [.. (await cora.TodayAsync()).Calls.Select(c => c.Call.News)];

    private List<string> Mail(Actor actor) =>
        [.. bank.Post.Read().Where(m => m.Contains($"To: {actor.SignIn.Email}", StringComparison.Ordinal))];
}
