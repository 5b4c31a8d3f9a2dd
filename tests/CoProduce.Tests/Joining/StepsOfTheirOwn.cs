using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Joining;
using CoProduce.Web.Features.Joining.References;
using CoProduce.Web.Features.Joining.Steps;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Joining;

/// <summary>What an organisation asks in its own words, in both languages, and referees who are not reached by mail.</summary>
public sealed class StepsOfTheirOwn(JoiningBank bank) : IClassFixture<JoiningBank>
{
    [Fact]
    public async Task A_visit_at_home_is_asked_for_done_with_its_day_and_keeps_its_name()
    {
        var (place, cora) = await PlaceAsync(f => Name(f, StepKind.Own1, StepWhen.Before, "A visit at home", "Ymweliad â'r cartref"));
        var joiner = await cora.WritesDownAsync("Fay");
        (await cora.ApprovesAsync(joiner)).ShouldBe(ApproveJoiner.Outcome.StepMissing);
        var browser = await cora.BrowserAsync();
        (await browser.OpenAsync("joining?step=own1")).QuerySelector("main .lines li")!.TextContent.ShouldContain("A visit at home");
        var page = await browser.OpenAsync($"joining/{joiner.Value}/steps/own1");
        page.QuerySelector("h1")!.TextContent.ShouldBe("A visit at home");
        page = await browser.SendAsync(page, new() { ["Form.Words"] = "With Gwen" });
        page.QuerySelector("main")!.TextContent.ShouldContain("“With Gwen”");
        (await cora.ApprovesAsync(joiner)).ShouldBe(ApproveJoiner.Outcome.Approved);
        await place.AsksForAsync(); // it is asked of nobody any more
        (await browser.OpenAsync($"joining/{joiner.Value}")).QuerySelector("main")!.TextContent.ShouldContain("A visit at home");
    }

    [Fact]
    public async Task One_that_comes_after_joining_stays_open_with_its_name_when_the_list_changes()
    {
        var (place, cora) = await PlaceAsync(f => Name(f, StepKind.Own2, StepWhen.After, "Meeting the group", ""));
        var joiner = await cora.WritesDownAsync("Gil");
        (await cora.ApprovesAsync(joiner)).ShouldBe(ApproveJoiner.Outcome.Approved);
        await place.AsksForAsync();
        var browser = await cora.BrowserAsync();
        (await browser.OpenAsync("joining"))
            .QuerySelector("main .lines li")!
            .TextContent.ShouldContain("Still to come: Meeting the group.");
        await browser.SendAsync(await browser.OpenAsync($"joining/{joiner.Value}/steps/own2"), []);
        (await browser.OpenAsync("joining")).QuerySelectorAll("main .lines li").ShouldBeEmpty();
        var other = await cora.WritesDownAsync("Hal");
        (await EndAsync(cora, other, StepKind.Own2)).ShouldBe(EndStep.Outcome.NotFound); // nobody asks it of them
    }

    [Fact]
    public async Task A_step_of_ones_own_without_a_name_is_not_kept()
    {
        var place = await bank.PlaceAsync();
        var browser = await (await place.StaffAsync("Max", Role.Manager)).BrowserAsync();
        var page = await browser.OpenAsync("settings/joining");
        var at = page.QuerySelector("input[value='Own1']")!.GetAttribute("name")!.Replace(".Kind", ".When", StringComparison.Ordinal);
        page = await browser.SendAsync(page, new() { [at] = nameof(StepWhen.Before) });
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Give your own step a name");
        (await place.ReadAsync(db => db.JoinSteps.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task The_agreement_is_read_in_ones_own_language_and_it_is_kept_which()
    {
        var (place, cora) = await PlaceAsync(f =>
        {
            Name(f, StepKind.Agreement, StepWhen.Before, "", "");
            (f.Agreement, f.AgreementInWelsh) = ("We are kind.", "Rydym yn garedig.");
        });
        var joiner = await cora.WritesDownAsync("Ifan");
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync($"joining/{joiner.Value}/agreement");
        page.QuerySelector("main")!.TextContent.ShouldContain("We are kind.");
        page.QuerySelector("main [lang=cy]")!.TextContent.ShouldContain("Rydym yn garedig.");
        (await browser.OpenAsync($"joining/{joiner.Value}/agreement/print?words=cy"))
            .QuerySelector("main [lang=cy]")!
            .TextContent.ShouldSatisfyAllConditions(
                t => t.ShouldContain("Rydym yn garedig."),
                t => t.ShouldContain("Llofnod:"),
                t => t.ShouldContain("Ifan Joiner"),
                t => t.ShouldNotContain("Signature:")
            );
        (await browser.OpenAsync("joining/agreement?words=en")).QuerySelector("main")!.TextContent.ShouldContain("Signature:");
        await browser.SendAsync(
            await browser.OpenAsync($"joining/{joiner.Value}/agreement"),
            new() { ["Form.Agreed"] = nameof(AgreedHow.Paper), ["Form.ReadIn"] = "cy" }
        );
        var step = await place.ReadAsync(db => db.JoinerSteps.SingleAsync(s => s.Kind == StepKind.Agreement));
        (step.Agreed, step.AgreementVersion, step.AgreementLanguage).ShouldBe((AgreedHow.Paper, 1, "cy"));

        var max = await place.StaffAsync("Mia", Role.Manager);
        var form = await max.DoAsync((ChangeJoining change) => change.FormAsync());
        form.AgreementInWelsh = "Rydym yn garedig iawn.";
        await max.DoAsync((ChangeJoining change) => change.HandleAsync(form));
        (await place.ReadAsync(db => db.AgreementWordings.MaxAsync(a => a.Version))).ShouldBe(2); // either language makes a new wording
    }

    [Fact]
    public async Task A_joiner_who_reads_welsh_is_shown_the_welsh_wording_and_one_wording_alone_is_for_everybody()
    {
        var both = new AgreementWording { English = "We are kind.", Welsh = "Rydym yn garedig." };
        both.In("cy").ShouldBe(["Rydym yn garedig."]);
        (both.In("en")[0], both.LanguageFor("pl")).ShouldBe(("We are kind.", "en"));
        var (place, _) = await PlaceAsync(f =>
        {
            Name(f, StepKind.Agreement, StepWhen.Before, "", "");
            (f.Agreement, f.AgreementInWelsh) = ("", "Rydym yn garedig.");
        });
        var browser = bank.Stranger().At(place.Slug);
        await browser.SendAsync(await browser.OpenAsync("join-us"), new() { ["Form.FirstName"] = "Nia" });
        var page = await browser.OpenAsync(browser.Path + "/agree");
        page.QuerySelector("main [lang=cy]")!.TextContent.ShouldContain("Rydym yn garedig.");
        await browser.SendAsync(page, JoiningActs.Words("Nia"));
        (await place.ReadAsync(db => db.JoinerSteps.SingleAsync())).AgreementLanguage.ShouldBe("cy");
    }

    [Fact]
    public async Task Referees_asked_by_letter_or_telephone_are_asked_again_as_often_as_a_mail_would()
    {
        var (place, cora) = await PlaceAsync(f => Name(f, StepKind.References, StepWhen.Before, "", ""));
        var joiner = await cora.WritesDownAsync("Mel");
        var letter = await AsksAsync(cora, joiner, ReferenceWay.Letter, "Mr Lewis");
        await AsksAsync(cora, joiner, ReferenceWay.Phone, "Mrs Parry");
        (await AgainAsync(cora)).ShouldBeEmpty();
        await bank.PassAsync(place, 8);
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync("joining");
        var lines = page.QuerySelectorAll("section[aria-labelledby='ask-again-title'] li").Select(l => l.TextContent).ToList();
        lines.Count.ShouldBe(2);
        lines.ShouldAllBe(l => l.Contains("for 8 days", StringComparison.Ordinal));
        var print = (await browser.OpenAsync("joining/letters")).QuerySelector("main")!.TextContent;
        print.ShouldContain("May we remind you: a few words about Mel Joiner?");
        print.ShouldContain("2 Chapel Row");
        print.ShouldNotContain("Mrs Parry");
        await browser.SendAsync(page, new() { ["Reference"] = letter.Value.ToString() });
        (await AgainAsync(cora)).ShouldHaveSingleItem().ShouldBe("Mrs Parry");
        var late = await cora.DoAsync((AskAgain again) => again.HandleAsync(letter, Guid.CreateVersion7()));
        late.ShouldBe(JoiningOutcome.NoLongerOpen); // twice in a day is not twice
        await bank.PassAsync(place, 8);
        (await AgainAsync(cora)).Count.ShouldBe(2);
        await cora.DoAsync((AskAgain again) => again.HandleAsync(letter, Guid.CreateVersion7()));
        await bank.PassAsync(place, 30);
        (await AgainAsync(cora)).ShouldBe(["Mrs Parry"]); // two reminders were enough
        var there = await (await bank.PlaceAsync()).CoordinatorAsync();
        (await there.DoAsync((AskAgain again) => again.HandleAsync(letter, Guid.CreateVersion7()))).ShouldBe(JoiningOutcome.NotFound);
    }

    private async Task<(Place Place, Actor Cora)> PlaceAsync(Action<ChangeJoiningForm> asks)
    {
        var place = await bank.PlaceAsync();
        var form = ChangeJoiningForm.Of(new() { References = 1 }, [], agreement: null);
        asks(form);
        var max = await place.StaffAsync("Max", Role.Manager);
        await max.DoAsync((ChangeJoining change) => change.HandleAsync(form));
        return (place, await place.CoordinatorAsync());
    }

    private static void Name(ChangeJoiningForm form, StepKind kind, StepWhen when, string english, string welsh)
    {
        var step = form.Steps.Single(s => s.Kind == kind);
        (step.When, step.IsRequired, step.English, step.Welsh) = (when, true, english, welsh);
    }

    private static async Task<ReferenceId> AsksAsync(Actor cora, JoinerId joiner, ReferenceWay way, string name)
    {
        var form = new AskReferenceForm
        {
            Joiner = joiner.Value,
            Name = name,
            Way = way,
            Address = way == ReferenceWay.Letter ? "2 Chapel Row" : "",
        };
        (await cora.DoAsync((AskReference ask) => ask.HandleAsync(form))).ShouldBe(JoiningOutcome.Done);
        return new(form.RequestKey);
    }

    private static async Task<List<string>> AgainAsync(Actor cora) =>
        [.. (await cora.DoAsync((JoiningQuery query) => query.ReadAsync(null, null))).AskAgain.Select(l => l.Reference.Name)];

    private static Task<EndStep.Outcome> EndAsync(Actor cora, JoinerId joiner, StepKind kind) =>
        cora.DoAsync((EndStep end) => end.HandleAsync(new() { Joiner = joiner.Value, Kind = kind }));
}
