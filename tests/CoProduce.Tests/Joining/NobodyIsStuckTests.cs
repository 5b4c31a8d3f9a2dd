using CoProduce.Tests.Support;
using CoProduce.Web.Features.Joining;
using CoProduce.Web.Features.Joining.Oneself;
using CoProduce.Web.Features.Joining.References;
using CoProduce.Web.Features.Joining.Steps;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Joining;

public sealed class NobodyIsStuckTests(JoiningBank bank) : IClassFixture<JoiningBank>
{
    [Fact]
    public async Task A_missing_step_stands_in_the_way_and_a_sentence_says_so()
    {
        var (place, cora) = await PlaceAsync((StepKind.References, StepWhen.Before));
        var joiner = await cora.WritesDownAsync("Fay");
        (await cora.ApprovesAsync(joiner)).ShouldBe(ApproveJoiner.Outcome.StepMissing);
        var browser = await cora.BrowserAsync();
        var page = await browser.SendAsync(await browser.OpenAsync($"joining/{joiner.Value}/approve"), []);
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Something that your organisation asks for first is not done.");
        (await place.ReadAsync(db => db.Members.CountAsync())).ShouldBe(0);
        (await EndAsync(cora, joiner, StepKind.References, isNotNeeded: true)).ShouldBe(EndStep.Outcome.Required);
    }

    [Fact]
    public async Task Two_coordinators_who_say_yes_at_once_take_in_one_member()
    {
        var (place, cora) = await PlaceAsync();
        var other = await place.CoordinatorAsync("Colin");
        var joiner = await cora.WritesDownAsync("Gil");
        var outcomes = await Task.WhenAll(cora.ApprovesAsync(joiner), other.ApprovesAsync(joiner), cora.ApprovesAsync(joiner));
        outcomes.Count(o => o == ApproveJoiner.Outcome.Approved).ShouldBe(1);
        outcomes.Count(o => o == ApproveJoiner.Outcome.AlreadyDecided).ShouldBe(2);
        (await place.ReadAsync(db => db.Members.CountAsync())).ShouldBe(1);
        (await place.BalanceAsync(joiner.Member)).ShouldBe(120);
    }

    [Fact]
    public async Task A_form_sent_twice_takes_them_in_once_and_answers_the_same()
    {
        var (_, cora) = await PlaceAsync();
        var (joiner, key) = (await cora.WritesDownAsync("Hal"), Guid.CreateVersion7());
        (await cora.ApprovesAsync(joiner, key)).ShouldBe(ApproveJoiner.Outcome.Approved);
        (await cora.ApprovesAsync(joiner, key)).ShouldBe(ApproveJoiner.Outcome.Approved);
    }

    [Fact]
    public async Task Steps_that_change_count_for_whoever_waits_and_leave_members_alone()
    {
        var (place, cora) = await PlaceAsync((StepKind.Induction, StepWhen.After));
        var (member, waiting) = (await cora.WritesDownAsync("Ivy"), await cora.WritesDownAsync("Jon"));
        await cora.ApprovesAsync(member);
        await place.AsksForAsync((StepKind.Checks, StepWhen.Before), (StepKind.FirstExchange, StepWhen.After));
        var lines = (await LinesAsync(cora)).ToDictionary(l => l.Standing.Joiner.Id);
        lines[waiting].Standing.Next.ShouldBe(StepKind.Checks);
        lines[member].Standing.Steps.Where(s => s.IsOpen).Select(s => s.Kind).ShouldBe([StepKind.Induction]);
        (await cora.ApprovesAsync(waiting)).ShouldBe(ApproveJoiner.Outcome.StepMissing);
        (await EndAsync(cora, waiting, StepKind.Checks)).ShouldBe(EndStep.Outcome.Ended);
        (await cora.ApprovesAsync(waiting)).ShouldBe(ApproveJoiner.Outcome.Approved);
    }

    [Fact]
    public async Task Whoever_waited_longest_comes_first_with_the_days_and_what_they_wait_for()
    {
        var (place, cora) = await PlaceAsync((StepKind.Conversation, StepWhen.Before), (StepKind.References, StepWhen.Before));
        var joiner = await cora.WritesDownAsync("Kay");
        await cora.AsksAsync(joiner, "rhys@referee.example");
        await bank.PassAsync(place, 9);
        await cora.WritesDownAsync("Lou", talked: false);
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync("joining");
        var lines = page.QuerySelectorAll("main .lines li").Select(l => l.TextContent).ToList();
        lines[0].ShouldContain("Kay Joiner");
        lines[0].ShouldContain("for 9 days");
        lines[0].ShouldContain("Waits for a reference from Rhys Referee.");
        lines[1].ShouldContain("Lou Joiner");
        (await browser.OpenAsync("joining?step=conversation")).QuerySelectorAll("main .lines li").Length.ShouldBe(1);
        (await browser.OpenAsync("today")).QuerySelector("main")!.TextContent.ShouldContain("Waits for a reference from Rhys Referee.");
    }

    [Fact]
    public async Task A_referee_is_reminded_so_often_and_no_more_and_answers_once()
    {
        var (place, cora) = await PlaceAsync((StepKind.References, StepWhen.Before));
        var joiner = await cora.WritesDownAsync("Mel");
        await cora.AsksAsync(joiner, "often@referee.example");
        for (var week = 0; week < 5; week++)
            await bank.PassAsync(place, 7);
        var letters = await place.LettersToAsync("often@referee.example");
        letters.Count.ShouldBe(3); // asked, and two reminders
        letters[2].Subject.ShouldStartWith("May we remind you");

        var (browser, later) = (bank.Stranger(), bank.Stranger());
        var page = await browser.OpenAsync(letters[2].Link!);
        page.QuerySelector("main")!.TextContent.ShouldNotContain("Walking"); // of the joiner no more than the name
        var twice = later.Request(await later.OpenAsync(letters[0].Link!), new() { ["Form.Answer"] = nameof(ReferenceAnswer.RatherNot) });
        page = await browser.SendAsync(page, new() { ["Form.Answer"] = nameof(ReferenceAnswer.Glad), ["Form.Words"] = "A good neighbour" });
        page.QuerySelector("h1")!.TextContent.ShouldContain("Thank you, Rhys Referee.");
        await later.SendAsync(twice);
        var reference = await place.ReadAsync(db => db.JoinerReferences.SingleAsync());
        (reference.Answer, reference.Words).ShouldBe((ReferenceAnswer.Glad, "A good neighbour"));
        (await AnswersAsync(cora, reference.Id, ReferenceAnswer.RatherNot)).ShouldBe(JoiningOutcome.NoLongerOpen);
        (await cora.ApprovesAsync(joiner)).ShouldBe(ApproveJoiner.Outcome.Approved); // one glad answer was enough, and ended the step
    }

    [Fact]
    public async Task An_answer_that_is_not_glad_waits_for_a_person_to_weigh_it()
    {
        var (_, cora) = await PlaceAsync((StepKind.References, StepWhen.Before));
        var joiner = await cora.WritesDownAsync("Ned");
        var first = await cora.AsksAsync(joiner, "first@referee.example");
        var second = await cora.AsksAsync(joiner, "second@referee.example");
        await AnswersAsync(cora, first, ReferenceAnswer.LetUsTalk);
        await AnswersAsync(cora, second, ReferenceAnswer.Glad);
        (await cora.ApprovesAsync(joiner)).ShouldBe(ApproveJoiner.Outcome.StepMissing);
        await EndAsync(cora, joiner, StepKind.References);
        (await cora.ApprovesAsync(joiner)).ShouldBe(ApproveJoiner.Outcome.Approved);
    }

    [Fact]
    public async Task A_refusal_says_kind_words_keeps_the_reason_apart_and_is_forgotten_after_the_organisations_time()
    {
        var (place, cora) = await PlaceAsync();
        var joiner = await cora.WritesDownAsync("Oz", "oz@joining.example");
        await cora.AsksAsync(joiner, "oz@referee.example");
        (await cora.RefusesAsync(joiner)).ShouldBe(JoiningOutcome.Done);
        (await cora.ApprovesAsync(joiner)).ShouldBe(ApproveJoiner.Outcome.AlreadyDecided);
        var letter = (await place.LettersToAsync("oz@joining.example"))[^1];
        letter.Paragraphs.ShouldContain("We wish you well.");
        letter.Paragraphs.ShouldNotContain(p => p.Contains("stays here", StringComparison.Ordinal));
        var own = await cora.DoAsync((OneselfQuery query) => query.FindAsync(joiner));
        own!.Details.KindWords.ShouldBe("We wish you well.");
        (own.Details.PrivateReason, own.Details.Notes).ShouldBe(("", ""));
        await bank.PassAsync(place, 89);
        (await place.JoinerAsync(joiner)).ShouldNotBeNull();
        await bank.PassAsync(place, 2);
        (await place.JoinerAsync(joiner)).ShouldBeNull();
        (await place.ReadAsync(db => db.JoinerDetails.CountAsync())).ShouldBe(0);
        (await place.ReadAsync(db => db.JoinerReferences.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task What_was_begun_and_never_sent_is_forgotten_and_a_member_is_not()
    {
        var (place, cora) = await PlaceAsync();
        var browser = bank.Stranger().At(place.Slug);
        await browser.SendAsync(await browser.OpenAsync("join-us"), new() { ["Form.FirstName"] = "Pia" });
        var page = await browser.SendAsync(await browser.OpenAsync("join-us"), new() { ["Form.FirstName"] = "Quin" });
        for (var i = 0; i < 6 && page.QuerySelector("h1")!.TextContent != "Thank you, Quin."; i++)
            page = await browser.SendAsync(page, []);
        page.QuerySelector("h1")!.TextContent.ShouldBe("Thank you, Quin.");
        await cora.ApprovesAsync((await LinesAsync(cora)).Single().Standing.Joiner.Id);
        await bank.PassAsync(place, 91);
        (await place.ReadAsync(db => db.Joiners.Select(j => j.FirstName).ToListAsync())).ShouldBe(["Quin"]);
    }

    [Fact]
    public async Task Somebody_changes_their_mind_by_their_own_link()
    {
        var (place, cora) = await PlaceAsync();
        var joiner = await cora.WritesDownAsync("Rae", "rae@joining.example");
        var browser = bank.Stranger();
        var page = await browser.OpenAsync((await place.LettersToAsync("rae@joining.example"))[0].Link!);
        page.QuerySelector("main")!.TextContent.ShouldNotContain("Speaks softly");
        page = await browser.SendAsync(page, []);
        page.QuerySelector("h1")!.TextContent.ShouldContain("You have changed your mind.");
        (await place.JoinerAsync(joiner))!.State.ShouldBe(JoinerState.Withdrawn);
        (await LinesAsync(cora)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_who_asks_twice_or_is_a_member_already_is_noticed()
    {
        var (place, cora) = await PlaceAsync();
        await place.AddMemberAsync("Sián", "Joiner");
        await place.AddMemberAsync("Another", "Name", "same@joining.example");
        var first = await cora.WritesDownAsync("sian", "SAME@joining.example");
        await cora.WritesDownAsync("Tom", phone: "01632 960 111");
        var tom = await cora.WritesDownAsync("Thomas", phone: "01632960111");
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync($"joining/{first.Value}");
        var warnings = page.QuerySelectorAll(".notice-warn").Select(n => n.TextContent).ToList();
        warnings.ShouldContain(w =>
            w.Contains("Sián Joiner", StringComparison.Ordinal) && w.Contains("the same name", StringComparison.Ordinal)
        );
        warnings.ShouldContain(w => w.Contains("Another Name", StringComparison.Ordinal) && w.Contains("e-mail", StringComparison.Ordinal));
        page = await browser.OpenAsync($"joining/{tom.Value}");
        page.QuerySelectorAll(".notice-warn").ShouldHaveSingleItem().TextContent.ShouldContain("Tom Joiner");
    }

    [Fact]
    public async Task Another_organisations_joiner_is_not_there()
    {
        var (_, cora) = await PlaceAsync();
        var joiner = await cora.WritesDownAsync("Una");
        var there = await (await bank.PlaceAsync()).CoordinatorAsync();
        (await there.DoAsync((JoinerFile file) => file.OpenAsync(joiner.Value))).ShouldBeNull();
        (await there.ApprovesAsync(joiner)).ShouldBe(ApproveJoiner.Outcome.NotFound);
        (await there.RefusesAsync(joiner)).ShouldBe(JoiningOutcome.NotFound);
        (await LinesAsync(there)).ShouldBeEmpty();
    }

    [Fact]
    public async Task No_list_or_search_of_members_finds_somebody_who_only_would_like_to_join()
    {
        var (_, cora) = await PlaceAsync();
        await cora.WritesDownAsync("Vesna");
        (await cora.DoAsync((MemberSearch search) => search.ChooseAsync("Vesna", 8))).ShouldBeEmpty();
        var browser = await cora.BrowserAsync();
        (await browser.OpenAsync("desk?q=vesna")).QuerySelector("main")!.QuerySelectorAll(".lines li").ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_looked_while_they_waited_is_theirs_to_see_once_they_are_a_member()
    {
        var (place, cora) = await PlaceAsync();
        var joiner = await cora.WritesDownAsync("Wil");
        for (var i = 0; i < 2; i++)
            await cora.DoAsync((JoinerFile file) => file.OpenAsync(joiner.Value));
        await cora.ApprovesAsync(joiner);
        var views = await place.ReadAsync(db => db.RecordViews.Where(v => v.MemberId == joiner.Member).ToListAsync());
        views.ShouldHaveSingleItem().ViewedBy.ShouldBe(cora.Id); // two looks within the hour are one
    }

    [Fact]
    public async Task When_a_member_is_erased_so_is_what_they_said_when_they_asked_to_join()
    {
        var (place, cora) = await PlaceAsync();
        await place.WriteAsync(db => db.Settings.ExecuteUpdateAsync(s => s.SetProperty(x => x.WelcomeMinutes, 0)));
        var joiner = await cora.WritesDownAsync("Xan");
        await cora.ApprovesAsync(joiner);
        await place.WriteAsync(db =>
            db.Members.Where(m => m.Id == joiner.Member).ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MemberStatus.Left))
        );
        var form = new Web.Features.Privacy.EraseForm
        {
            Member = joiner.Value,
            Number = "1",
            Reason = "They asked",
        };
        (await cora.DoAsync((Web.Features.Privacy.EraseMember erase) => erase.HandleAsync(form))).ShouldBe(
            Web.Features.Privacy.EraseMember.Outcome.Erased
        );
        (await place.JoinerAsync(joiner)).ShouldBeNull();
    }

    private async Task<(Place Place, Actor Cora)> PlaceAsync(params (StepKind Kind, StepWhen When)[] steps)
    {
        var place = await bank.PlaceAsync();
        await place.AsksForAsync(steps);
        return (place, await place.CoordinatorAsync());
    }

    private static async Task<IReadOnlyList<JoiningLine>> LinesAsync(Actor cora) =>
        (await cora.DoAsync((JoiningQuery query) => query.ReadAsync(null, null))).Lines;

    private static Task<EndStep.Outcome> EndAsync(Actor cora, JoinerId joiner, StepKind kind, bool isNotNeeded = false) =>
        cora.DoAsync(
            (EndStep end) =>
                end.HandleAsync(
                    new()
                    {
                        Joiner = joiner.Value,
                        Kind = kind,
                        IsNotNeeded = isNotNeeded,
                        Words = "Noted",
                    }
                )
        );

    private static Task<JoiningOutcome> AnswersAsync(Actor cora, ReferenceId reference, ReferenceAnswer answer) =>
        cora.DoAsync((AnswerReference note) => note.ForThemAsync(reference, new() { Answer = answer }));
}
