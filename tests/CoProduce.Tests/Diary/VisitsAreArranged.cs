using CoProduce.Tests.Care;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace CoProduce.Tests.Diary;

public sealed class VisitsAreArranged(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task Missing_checks_exclude_and_warnings_are_read()
    {
        var (here, cora) = (bank.Riverside, await bank.Riverside.CoordinatorAsync());
        var (ann, bob) = (await here.AddMemberAsync("Ann"), await here.AddMemberAsync("Bob"));
        await here.NeedsAsync("Lifts", "DBS seen");
        var form = here.Visit(ann, bob);
        form.Category = (await here.CategoryAsync("Lifts")).Value.ToString();
        (await cora.TriesAsync(form)).ShouldBe(ArrangeVisit.Outcome.CheckMissing);
        await cora.ChecksAsync(ann, "DBS seen", Caring.Today);
        await cora.RestrictsAsync(bob, RestrictionKind.NoHomeVisits);
        (await cora.TriesAsync(form)).ShouldBe(ArrangeVisit.Outcome.CareUnread);
        form.Care.Show(await cora.DoAsync((CareDoor door) => door.RulesAsync(form.Meeting())));
        form.Care.IsRead = true;
        (await cora.TriesAsync(form)).ShouldBe(ArrangeVisit.Outcome.Arranged);
        (await here.ReadAsync(db => db.CareMarks.CountAsync(m => m.SubjectId == form.RequestKey && m.ReadBy == cora.Id))).ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_who_is_paused_is_visited_and_nobody_is_in_two_places_unsaid()
    {
        var (here, cora) = (bank.Riverside, await bank.Riverside.CoordinatorAsync());
        var (ann, bob, cat) = (await here.AddMemberAsync("Ann"), await here.AddMemberAsync("Bob"), await here.AddMemberAsync("Cat"));
        await cora.ArrangesAsync(here.Visit(ann, bob, inDays: 9, at: "10:00"));
        var second = here.Visit(cat, ann, inDays: 9, at: "10:30");
        (await cora.TriesAsync(second)).ShouldBe(ArrangeVisit.Outcome.DoubleBooked);
        (await cora.TriesAsync(here.Visit(cat, ann, inDays: 9, at: "11:00"))).ShouldBe(ArrangeVisit.Outcome.Arranged);
        second.EvenSo = true;
        (await cora.TriesAsync(second)).ShouldBe(ArrangeVisit.Outcome.Arranged);
        await here.WriteAsync(db =>
            db.Members.Where(m => m.Id == bob).ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MemberStatus.Suspended))
        );
        (await cora.TriesAsync(here.Visit(cat, bob))).ShouldBe(ArrangeVisit.Outcome.NotTakingPart);
        (await cora.TriesAsync(here.Visit(cat, ann, inDays: 0, at: "9:00"))).ShouldBe(ArrangeVisit.Outcome.InThePast);
    }

    [Fact]
    public async Task In_custody_nobody_is_visited_at_home()
    {
        var (here, cora) = (bank.Riverside, await bank.Riverside.CoordinatorAsync());
        var form = here.Visit(await here.AddMemberAsync("Ann"), await here.AddMemberInCustodyAsync("Con"));
        form.IsHomeVisit = true;
        (await cora.TriesAsync(form)).ShouldBe(ArrangeVisit.Outcome.InCustody);
    }

    [Fact]
    public async Task What_comes_again_is_made_twelve_weeks_ahead_once_and_one_goes_without_the_others()
    {
        var (here, cora) = (bank.Riverside, await bank.Riverside.CoordinatorAsync());
        var form = here.Visit(await here.AddMemberAsync("Ann"), await here.AddMemberAsync("Bob"), inDays: 1);
        form.Repeats = nameof(RepeatEvery.Week);
        await cora.ArrangesAsync(form);
        var made = await SeriesAsync(form);
        made.Count.ShouldBe(12);
        await GoOnAsync(here);
        (await SeriesAsync(form)).Count.ShouldBe(12);
        var moved = MoveVisitForm.Of((await cora.DoAsync((DiaryQuery query) => query.FindAsync(made[1].Id)))!.Line);
        (moved.Day, moved.Start) = (DateBoxes.From(made[1].Day.AddDays(1)), "9:15");
        (await cora.DoAsync((MoveVisit move) => move.HandleAsync(moved))).ShouldBe(MoveVisit.Outcome.Moved);
        (await OffAsync(cora, made[2].Id)).ShouldBe(CallOffVisit.Outcome.CalledOff);
        await GoOnAsync(here);
        var after = await SeriesAsync(form);
        after.Count.ShouldBe(12);
        after.Count(v => v.Status == VisitStatus.Arranged).ShouldBe(10);
        (await OffAsync(cora, made[5].Id, andAllAfter: true)).ShouldBe(CallOffVisit.Outcome.CalledOff);
        (await SeriesAsync(form)).Count(v => v.IsOpen).ShouldBe(4);
    }

    [Fact]
    public async Task A_repeat_makes_no_visit_for_which_a_check_will_have_run_out_until_there_is_a_new_one()
    {
        var here = await bank.CreateAsync($"runs-out-{Guid.NewGuid():N}"[..20], "Runs out");
        var cora = await here.CoordinatorAsync();
        var today = DateOnly.FromDateTime(bank.Clock.GetUtcNow().Date);
        var (ann, bob) = (await here.AddMemberAsync("Ann"), await here.AddMemberAsync("Bob"));
        await here.NeedsAsync("Lifts", "DBS seen");
        await cora.ChecksAsync(ann, "DBS seen", today, until: today.AddDays(16));
        var form = here.Visit(ann, bob, inDays: 1);
        (form.Category, form.Repeats) = ((await here.CategoryAsync("Lifts")).Value.ToString(), nameof(RepeatEvery.Week));
        await cora.ArrangesAsync(form);
        (await here.ReadAsync(db => db.Visits.CountAsync())).ShouldBe(3);
        await cora.ChecksAsync(ann, "DBS seen", today, until: today.AddYears(1));
        await GoOnAsync(here);
        (await here.ReadAsync(db => db.Visits.CountAsync())).ShouldBe(12);
    }

    [Fact]
    public async Task What_is_arranged_with_somebody_who_leaves_is_called_off_and_the_other_is_told()
    {
        var (here, cora) = (bank.Riverside, await bank.Riverside.CoordinatorAsync());
        var (ann, bob) = (await here.AddMemberAsync("Ann"), await here.AddMemberAsync("Bob"));
        var form = here.Visit(ann, bob, inDays: 7);
        form.Repeats = nameof(RepeatEvery.Week);
        await cora.ArrangesAsync(form);
        var leave = new LeaveForm
        {
            Member = ann.Value,
            Reason = "Died",
            HasDied = true,
            Balance = await here.BalanceAsync(ann),
            Rest = LeaveForm.Later,
        };
        (await cora.DoAsync((EndMembership end) => end.HandleAsync(leave))).ShouldBe(EndMembership.Outcome.Left);
        (await here.ReadAsync(db => db.Visits.Where(v => v.GiverId == ann).Select(v => v.Status).Distinct().ToListAsync())).ShouldBe([
            VisitStatus.CalledOff,
        ]);
        var calls = await here.ReadAsync(db => db.VisitCalls.Where(c => c.News == VisitNews.CalledOff && c.MemberId == bob).ToListAsync());
        calls.ShouldHaveSingleItem();
    }

    // The night's round.
    private static Task<int> GoOnAsync(Place here) =>
        here.WriteAsync(async db =>
        {
            await using var scope = here.Enter();
            await scope.ServiceProvider.GetRequiredService<DiaryRounds>().GoOnAsync(db, default);
            return 0;
        });

    private Task<List<Visit>> SeriesAsync(ArrangeVisitForm form) =>
        bank.Riverside.ReadAsync(db =>
            db.Visits.Where(v => v.RepeatId == new VisitRepeatId(form.RequestKey)).OrderBy(v => v.MeantFor).ToListAsync()
        );

    private static Task<CallOffVisit.Outcome> OffAsync(Actor cora, VisitId visit, bool andAllAfter = false) =>
        cora.DoAsync(
            (CallOffVisit off) =>
                off.ForMembersAsync(
                    new()
                    {
                        Visit = visit.Value,
                        Why = "A holiday",
                        AndAllAfter = andAllAfter,
                    }
                )
        );
}
