using System.Globalization;
using CoProduce.Tests.Care;
using CoProduce.Tests.Messages;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Calls;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Privacy;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Diary;

public sealed class PeopleComeToSessions(PostalBank bank) : IClassFixture<PostalBank>
{
    private DateOnly Today => DateOnly.FromDateTime(bank.Clock.GetUtcNow().Date);

    [Fact]
    public async Task Whoever_comes_first_has_a_place_and_whoever_waits_has_it_when_one_is_free()
    {
        var (here, cora) = await NewAsync("places");
        var (ann, bob, cat) = (await here.MemberAsync("Ann"), await here.ByMailAsync("bob"), await here.AddMemberAsync("Cat"));
        var session = await cora.PlansAsync(here, places: 1);
        (await ann.ComesAsync(session)).ShouldBe(SignUp.Outcome.HasPlace);
        (await ann.ComesAsync(session)).ShouldBe(SignUp.Outcome.Already);
        (await bob.ComesAsync(session)).ShouldBe(SignUp.Outcome.Waits);
        (await cora.WritesDownAsync(session, cat)).ShouldBe(SignUp.Outcome.Waits);
        (await ann.LeavesAsync(session)).ShouldBe(SignUp.Outcome.TakenBack);
        (await ann.LeavesAsync(session)).ShouldBe(SignUp.Outcome.NotFound);
        await bank.DeliverAsync();
        Mail(bob).ShouldHaveSingleItem().ShouldContain("There is a place for you");
        (await here.ToldAsync(session)).ShouldBe([(bob.Member, SessionNews.HasPlace, true)]);
        (await bob.LeavesAsync(session)).ShouldBe(SignUp.Outcome.TakenBack);
        var call = (await cora.TodayAsync()).SessionCalls.ShouldHaveSingleItem(); // mail does not reach Cat
        (call.Call.MemberId, call.Call.News).ShouldBe((cat, SessionNews.HasPlace));
        var told = new TellByPhoneForm
        {
            Member = cat.Value,
            Matter = CallMatter.Diary,
            UpTo = call.Call.MadeAt.UtcTicks,
        };
        (await cora.DoAsync((TellByPhone tell) => tell.ToldAsync(told))).ShouldBe(TellByPhone.Outcome.Done);
        (await cora.TodayAsync()).SessionCalls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_who_would_like_the_last_place_at_once_do_not_both_get_it()
    {
        var (here, cora) = await NewAsync("race");
        var session = await cora.PlansAsync(here, places: 1);
        var people = new[] { await here.MemberAsync("Ann"), await here.MemberAsync("Bob"), await here.MemberAsync("Cat") };
        var outcomes = await Task.WhenAll(people.Select(p => p.ComesAsync(session)));
        outcomes.Count(o => o == SignUp.Outcome.HasPlace).ShouldBe(1);
        outcomes.Count(o => o == SignUp.Outcome.Waits).ShouldBe(2);
    }

    [Fact]
    public async Task Members_come_to_what_is_on_in_their_hub_while_it_is_still_to_be()
    {
        var (here, cora) = await NewAsync("hub");
        var (ann, lena) = (await here.MemberAsync("Ann"), await here.MemberAsync("Lena"));
        var (elsewhere, stranger) = (await here.AddHubAsync("Elsewhere"), await here.MemberAsync("Sid"));
        await here.MoveAsync(stranger.Member, elsewhere);
        var session = await cora.PlansAsync(here, leader: lena.Member);
        (await stranger.ComesAsync(session)).ShouldBe(SignUp.Outcome.NotFound);
        (await cora.WritesDownAsync(session, stranger.Member)).ShouldBe(SignUp.Outcome.HasPlace); // a coordinator may
        (await lena.ComesAsync(session)).ShouldBe(SignUp.Outcome.Leads);
        var inside = await here.AddMemberInCustodyAsync("Ivor");
        (await cora.WritesDownAsync(session, inside)).ShouldBe(SignUp.Outcome.InCustody);
        await cora.CallsOffAsync(session);
        (await ann.ComesAsync(session)).ShouldBe(SignUp.Outcome.NoLongerOpen);
        var soon = await cora.PlansAsync(here, inDays: 1);
        await ann.ComesAsync(soon);
        bank.Clock.Advance(TimeSpan.FromDays(2));
        (await ann.LeavesAsync(soon)).ShouldBe(SignUp.Outcome.NoLongerOpen);
        (await here.ReadAsync(db => db.SessionPlaces.CountAsync(p => p.SessionId == soon))).ShouldBe(1);
    }

    [Fact]
    public async Task A_member_signs_up_on_the_page_and_reads_how_many_come_and_nobodys_name()
    {
        var (here, cora) = await NewAsync("page");
        var (ann, bob) = (await here.MemberAsync("Ann"), await here.MemberAsync("Boberly"));
        var session = await cora.PlansAsync(here, places: 5, title: "Salsa");
        await bob.ComesAsync(session);
        var browser = await ann.BrowserAsync();
        var page = await browser.OpenAsync("whats-on");
        page.QuerySelector("main")!.TextContent.ShouldContain("1 person comes so far; 4 places are left");
        page.QuerySelector("main")!.TextContent.ShouldNotContain("Boberly");
        var button = page.QuerySelector("main button[name='Pressed']")!.GetAttribute("value")!;
        page = await browser.SendAsync(page, new() { ["Pressed"] = button });
        page.QuerySelector(".notice-done").ShouldNotBeNull(browser.Body);
        (await here.ReadAsync(db => db.SessionPlaces.CountAsync(p => p.MemberId == ann.Member))).ShouldBe(1);
        (await browser.OpenAsync("")).QuerySelector("main")!.TextContent.ShouldContain("Salsa");
        page = await browser.OpenAsync("whats-on");
        button = page.QuerySelector("main button[name='Pressed']")!.GetAttribute("value")!;
        button.ShouldStartWith("leave.");
        await browser.SendAsync(page, new() { ["Pressed"] = button });
        (await here.ReadAsync(db => db.SessionPlaces.CountAsync(p => p.MemberId == ann.Member))).ShouldBe(0);
    }

    [Fact]
    public async Task Where_a_rule_of_care_speaks_a_member_rings_and_a_coordinator_reads_it()
    {
        var (here, cora) = await NewAsync("care");
        var (ann, kid) = (await here.MemberAsync("Ann"), await here.MemberAsync("Kid"));
        await here.WriteAsync(db =>
            db.MemberContacts.Where(c => c.MemberId == kid.Member)
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.BornOn, Today.AddYears(-15)))
        );
        var session = await cora.PlansAsync(here);
        (await kid.ComesAsync(session)).ShouldBe(SignUp.Outcome.AskCoordinator);
        (await cora.WritesDownAsync(session, kid.Member)).ShouldBe(SignUp.Outcome.CheckMissing);
        await cora.RestrictsAsync(ann.Member, RestrictionKind.CoordinatorPresent);
        var browser = await ann.BrowserAsync();
        var page = await browser.OpenAsync("whats-on");
        page = await browser.SendAsync(
            page,
            new() { ["Pressed"] = page.QuerySelector("main button[name='Pressed']")!.GetAttribute("value") }
        );
        page.QuerySelector(".notice-warn")!.TextContent.ShouldContain("ring your coordinator");
        page.QuerySelector(".notice-warn")!.TextContent.ShouldNotContain("probation");
        (await here.ReadAsync(db => db.SessionPlaces.CountAsync())).ShouldBe(0);
        (await cora.WritesDownAsync(session, ann.Member)).ShouldBe(SignUp.Outcome.CareUnread);
        var staff = await cora.BrowserAsync();
        var form = await staff.OpenAsync($"diary/sessions/{session.Value}");
        form = await staff.SendAsync(form, new() { ["Join.MemberTyped"] = $"{await here.NumberAsync(ann.Member)}" }, JoinForm);
        form.QuerySelector(".notice-warn").ShouldNotBeNull(staff.Body);
        await staff.SendAsync(form, new() { ["Join.Care.IsRead"] = "true" }, JoinForm);
        (await here.ReadAsync(db => db.SessionPlaces.SingleAsync())).MemberId.ShouldBe(ann.Member, staff.Body);
        (await here.ReadAsync(db => db.CareMarks.SingleAsync())).SubjectId.ShouldBe(session.Value);
    }

    [Fact]
    public async Task The_register_begins_with_those_who_said_that_they_would_come_and_both_leaders()
    {
        var (here, cora) = await NewAsync("register");
        var (lena, mair) = (await here.AddMemberAsync("Lena"), await here.AddMemberAsync("Mair"));
        var (ann, bob) = (await here.MemberAsync("Ann"), await here.MemberAsync("Bob"));
        var session = await cora.PlansAsync(here, leader: lena, second: mair, places: 1, inDays: 0);
        await ann.ComesAsync(session);
        await bob.ComesAsync(session);
        bank.Clock.Advance(TimeSpan.FromHours(10));
        var register = await (await cora.BrowserAsync()).OpenAsync($"register?session={session.Value}");
        register.QuerySelector("textarea[name='Form.TookPart']")!.TextContent.Trim().ShouldEndWith(" Ann Example"); // names, not bare numbers
        Lines("Form.TookPart").ShouldBe([await here.NumberAsync(ann.Member)]); // nobody who waited
        Lines("Form.Gave").ShouldBe([await here.NumberAsync(lena), await here.NumberAsync(mair)]);

        List<int> Lines(string box) =>
            [
                .. register
                    .QuerySelector($"textarea[name='{box}']")!
                    .TextContent.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    .Select(line => int.Parse(line.Trim().Split(' ')[0], CultureInfo.InvariantCulture)),
            ];
    }

    [Fact]
    public async Task Whoever_leaves_makes_room_and_with_the_person_goes_where_they_wanted_to_be()
    {
        var (here, cora) = await NewAsync("leaves");
        var (ann, bob) = (await here.MemberAsync("Ann"), await here.ByMailAsync("bob"));
        await here.FillsThePotAsync(ann.Member, 120);
        var session = await cora.PlansAsync(here, places: 1, second: ann.Member);
        var other = await cora.PlansAsync(here, places: 1, inDays: 5);
        await ann.ComesAsync(other);
        await bob.ComesAsync(other);
        await LeavesAsync(cora, ann.Member);
        (await here.ToldAsync(other)).ShouldBe([(bob.Member, SessionNews.HasPlace, true)]);
        (await here.ReadAsync(db => db.Sessions.SingleAsync(s => s.Id == session))).SecondLeaderId.ShouldBeNull();
        await here.WriteAsync(async db =>
        {
            await db
                .Members.Where(m => m.Id == bob.Member)
                .ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MemberStatus.Left).SetProperty(x => x.LeftOn, Today));
            var member = await db.Members.SingleAsync(m => m.Id == bob.Member);
            await EraseMember.TakeAwayAsync(db, member, Today, bank.Clock.GetUtcNow(), default);
            return 0;
        });
        (await here.ReadAsync(db => db.SessionPlaces.CountAsync())).ShouldBe(0);
        (await here.ReadAsync(db => db.SessionCalls.CountAsync())).ShouldBe(0);
    }

    private static async Task LeavesAsync(Actor cora, MemberId member)
    {
        var here = cora.Place;
        var pot = await here.OwnAsync(CoProduce.Ledger.AccountKind.Pot);
        var form = new LeaveForm
        {
            Member = member.Value,
            Balance = await here.BalanceAsync(member),
            Rest = pot.Value.ToString(),
            Reason = "She moves away",
        };
        (await cora.DoAsync((EndMembership end) => end.HandleAsync(form))).ShouldBe(EndMembership.Outcome.Left);
    }

    private const string JoinForm = "main form:has([name='Join.MemberTyped'])";

    private async Task<(Place, Actor)> NewAsync(string name)
    {
        bank.Clock.AdvanceToMorning();
        var here = await bank.CreateAsync($"{name}-{Guid.NewGuid():N}"[..30], "Sessions");
        return (here, await here.CoordinatorAsync());
    }

    private List<string> Mail(Actor actor) =>
        [.. bank.Post.Read().Where(m => m.Contains($"To: {actor.SignIn.Email}", StringComparison.Ordinal))];
}
