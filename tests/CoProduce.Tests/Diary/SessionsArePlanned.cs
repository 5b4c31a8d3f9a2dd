using CoProduce.Tests.Messages;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Activities;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Privacy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Diary;

public sealed class SessionsArePlanned(PostalBank bank) : IClassFixture<PostalBank>
{
    private DateOnly Today => DateOnly.FromDateTime(bank.Clock.GetUtcNow().Date);

    [Fact]
    public async Task One_that_comes_again_stands_in_the_diary_of_its_hub_and_ends_when_it_is_called_off()
    {
        var (here, cora) = await CreateAsync("again");
        var (ann, other) = (await here.MemberAsync("Ann"), await here.MemberAsync("Olga"));
        var elsewhere = await here.AddHubAsync("Elsewhere");
        await here.WriteAsync(db =>
            db.Members.Where(m => m.Id == other.Member).ExecuteUpdateAsync(m => m.SetProperty(x => x.HubId, elsewhere))
        );
        var form = Form(here, inDays: 2);
        (form.Repeats, form.Until) = (nameof(RepeatEvery.Fortnight), DateBoxes.From(Today.AddDays(2 + 56)));
        await PlansAsync(cora, form);
        (await DaysAsync(ann)).ShouldBe([2, 16, 30, 44, 58]);
        (await DaysAsync(other)).ShouldBeEmpty();
        var page = await (await ann.BrowserAsync()).OpenAsync($"diary?view=month&day={DiarySpan.Iso(Today.AddDays(2))}");
        page.QuerySelector("main")!.TextContent.ShouldContain("Sewing");
        var third = (await here.ReadAsync(db => db.Sessions.OrderBy(s => s.Day).ToListAsync()))[2];
        (await CallOffAsync(cora, third.Id, andAllAfter: true)).ShouldBe(PlanSession.Outcome.Done);
        (await here.ReadAsync(db => db.Sessions.CountAsync(s => s.CalledOffAt == null))).ShouldBe(2);
        (await CallOffAsync(cora, third.Id, andAllAfter: true)).ShouldBe(PlanSession.Outcome.NoLongerOpen);

        async Task<List<int>> DaysAsync(Actor actor) =>
            [
                .. (await actor.DoAsync((SessionsQuery query) => query.OfMemberAsync(actor.Member, Today, Today.AddDays(365)))).Select(l =>
                    l.Session.Day.DayNumber - Today.DayNumber
                ),
            ];
    }

    [Fact]
    public async Task When_it_is_over_somebody_is_asked_who_came_and_the_register_begins_with_what_is_known()
    {
        var (here, cora) = await CreateAsync("over");
        var (lena, ann, bob) = (await here.AddMemberAsync("Lena"), await here.AddMemberAsync("Ann"), await here.AddMemberAsync("Bob"));
        var form = Form(here, inDays: 0);
        form.Leader = lena.Value;
        await PlansAsync(cora, form);
        var today = await cora.DoAsync((DiaryTodayQuery query) => query.ReadAsync());
        today.Unlogged.Lines.ShouldBeEmpty();
        bank.Clock.Advance(TimeSpan.FromHours(9));
        (await cora.DoAsync((DiaryTodayQuery query) => query.ReadAsync())).Unlogged.Lines.ShouldHaveSingleItem();
        var browser = await cora.BrowserAsync();
        var register = await browser.OpenAsync($"register?session={form.RequestKey}");
        register.QuerySelector("[name='Form.Description']")!.GetAttribute("value").ShouldBe("Sewing");
        register.QuerySelector("textarea[name='Form.Gave']")!.TextContent.Trim().ShouldNotBeEmpty();
        var readBack = await browser.SendAsync(
            register,
            new()
            {
                ["Form.TookPart"] = $"{await NumberAsync(here, ann)}\n{await NumberAsync(here, bob)}",
                ["Form.Gave"] = await NumberAsync(here, lena),
                ["Form.Step"] = "look",
            }
        );
        await browser.SendAsync(readBack, new() { ["Form.Step"] = "post" });
        var session = await here.ReadAsync(db => db.Sessions.SingleAsync());
        session.RegisterId.ShouldNotBeNull(browser.Body);
        (await here.ReadAsync(db => db.Registers.SingleAsync())).Id.ShouldBe(session.RegisterId!.Value);
        (await cora.DoAsync((DiaryTodayQuery query) => query.ReadAsync())).Unlogged.Lines.ShouldBeEmpty();
        (await browser.OpenAsync($"register?session={form.RequestKey}")).QuerySelector("[name='Form.Session']").ShouldBeNull(); // once
        var undo = new UndoRegisterForm { Register = session.RegisterId.Value.Value, Reason = "Another week’s list" };
        (await cora.DoAsync((UndoRegister u) => u.HandleAsync(undo))).ShouldBe(UndoRegister.Outcome.Undone);
        (await cora.DoAsync((DiaryTodayQuery query) => query.ReadAsync())).Unlogged.Lines.ShouldHaveSingleItem(); // and it can be logged anew
    }

    [Fact]
    public async Task Who_led_it_is_forgotten_with_the_person_and_the_session_stays()
    {
        var (here, cora) = await CreateAsync("gone");
        var lena = await here.AddMemberAsync("Lena");
        await here.FillsThePotAsync(lena, 120);
        var form = Form(here, inDays: 2);
        form.Leader = lena.Value;
        await PlansAsync(cora, form);
        await here.WriteAsync(async db =>
        {
            await db
                .Members.Where(m => m.Id == lena)
                .ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MemberStatus.Left).SetProperty(x => x.LeftOn, Today));
            var member = await db.Members.SingleAsync(m => m.Id == lena);
            await EraseMember.TakeAwayAsync(db, member, Today, bank.Clock.GetUtcNow(), default);
            return 0;
        });
        (await here.ReadAsync(db => db.Sessions.SingleAsync())).LeaderId.ShouldBeNull();
    }

    [Theory]
    [InlineData(-1, PlanSession.Outcome.InThePast)]
    [InlineData(400, PlanSession.Outcome.TooFarAhead)]
    public async Task A_day_that_cannot_be_is_refused_and_nothing_is_planned(int inDays, PlanSession.Outcome refusal)
    {
        var (here, cora) = await CreateAsync("never");
        (await cora.DoAsync((PlanSession plan) => plan.HandleAsync(Form(here, inDays)))).ShouldBe(refusal);
        (await here.ReadAsync(db => db.Sessions.CountAsync())).ShouldBe(0);
    }

    private async Task<(Place, Actor)> CreateAsync(string name)
    {
        var here = await bank.CreateAsync($"{name}-{Guid.NewGuid():N}"[..30], "Sessions");
        return (here, await here.CoordinatorAsync());
    }

    private PlanSessionForm Form(Place here, int inDays) =>
        new()
        {
            Title = "Sewing",
            Hub = here.Hub.Value.ToString(),
            Day = DateBoxes.From(Today.AddDays(inDays)),
            Start = "18:00",
            HowLong = DurationChoice.From(60),
            Place = "The hall",
        };

    private static async Task PlansAsync(Actor cora, PlanSessionForm form) =>
        (await cora.DoAsync((PlanSession plan) => plan.HandleAsync(form))).ShouldBe(PlanSession.Outcome.Done);

    private static Task<PlanSession.Outcome> CallOffAsync(Actor cora, SessionId session, bool andAllAfter) =>
        cora.DoAsync(
            (PlanSession plan) =>
                plan.CallOffAsync(
                    new()
                    {
                        Session = session.Value,
                        Why = "The hall is flooded",
                        AndAllAfter = andAllAfter,
                    }
                )
        );

    private static async Task<string> NumberAsync(Place here, MemberId member) =>
        $"{await here.ReadAsync(db => db.Members.Where(m => m.Id == member).Select(m => m.Number).SingleAsync())}";
}
