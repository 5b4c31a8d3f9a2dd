using System.Net;
using AngleSharp.Html.Dom;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Exchanges;

/// <summary>The page on which a member logs help, without any script.</summary>
public sealed class MembersLogOnOnePageTests(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task A_member_finds_somebody_by_name_logs_and_is_told_what_happens_next()
    {
        var (ann, bob) = (await bank.Riverside.MemberAsync("Ann"), await bank.Riverside.MemberAsync("Bartholomew", "Bär"));
        var browser = await ann.BrowserAsync();
        var page = await browser.OpenAsync("log?gave=true");
        page = await browser.SendAsync(page, Answers(null, ("Form.FindName", "bartholomew bar"), ("Form.Find", "yes")));
        Radio(page, bob.Member).ShouldNotBeNull();
        Value(page, "Form.Description").ShouldBe("A lift to the hospital");
        (await CountAsync()).ShouldBe(0);
        page = await browser.SendAsync(page, new() { ["Form.Who"] = bob.Member.Value.ToString() });
        browser.Status.ShouldBe(HttpStatusCode.OK);
        browser.Path.ShouldEndWith("?done=logged");
        page.QuerySelector("h1")!.TextContent.ShouldBe("Thank you. It is written down.");
        page.Body!.TextContent.ShouldContain("You gave Bartholomew Bär an hour and a half today.");
        page.Body!.TextContent.ShouldContain("We have asked Bartholomew Bär whether it is right.");
        (await CountAsync()).ShouldBe(1);
        Task<int> CountAsync() => bank.Riverside.ReadAsync(db => db.Exchanges.CountAsync(e => e.GiverId == ann.Member));
    }

    [Fact]
    public async Task People_known_from_before_stand_first_and_strangers_do_not()
    {
        var (ann, bob, eve) = (await MemberAsync("Ann"), await MemberAsync("Bob"), await MemberAsync("Evelina"));
        await ann.GaveAsync(60, to: bob.Member);
        var page = await (await ann.BrowserAsync()).OpenAsync("log?gave=false");
        Radio(page, bob.Member).ShouldNotBeNull();
        Radio(page, eve.Member).ShouldBeNull();
    }

    [Fact]
    public async Task Those_who_left_or_rest_are_not_offered_and_are_refused_in_a_sentence()
    {
        var (ann, gone) = (await MemberAsync("Ann"), await MemberAsync("Goneaway"));
        await ann.GaveAsync(60, to: gone.Member);
        await bank.Riverside.WriteAsync(db =>
            db.Members.Where(m => m.Id == gone.Member).ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MemberStatus.Left))
        );
        var browser = await ann.BrowserAsync();
        var page = await browser.OpenAsync("log?gave=true");
        Radio(page, gone.Member).ShouldBeNull();
        page = await browser.SendAsync(page, Answers(null, ("Form.FindName", "goneaway"), ("Form.Find", "yes")));
        Radio(page, gone.Member).ShouldBeNull();
        page.Body!.TextContent.ShouldContain("Nobody of that name takes part here.");
        page = await browser.SendAsync(page, Answers(gone.Member));
        Error(page, "f-Who").ShouldContain("does not take part at the moment");
    }

    [Fact]
    public async Task Nothing_of_how_to_reach_somebody_is_shown_to_another_member()
    {
        var (ann, bob) = (await MemberAsync("Ann"), await bank.Riverside.MemberAsync("Bonifatius", "Secret", "bonifatius@secret.example"));
        var browser = await ann.BrowserAsync();
        var page = await browser.OpenAsync("log?gave=true");
        page = await browser.SendAsync(page, Answers(null, ("Form.FindName", "bonif"), ("Form.Find", "yes")));
        Radio(page, bob.Member).ShouldNotBeNull();
        browser.Body.ShouldNotContain("secret.example");
    }

    [Theory]
    [InlineData("Form.HowLong.Hours", "-1", "Say how long it took")]
    [InlineData("Form.HowLong.Hours", "0", "Say how long it took")]
    [InlineData("Form.HowLong.Hours", "25", "at the most")]
    [InlineData("Form.HowLong.Hours", "99999999999999999999999999999999", "Say how long it took")]
    [InlineData("Form.HowLong.Hours", "long", "Say how long it took")]
    public async Task A_length_that_cannot_be_is_refused_beside_its_field_and_nothing_is_lost(string field, string typed, string sentence)
    {
        var page = await RefusedAsync(("Form.HowLong.Choice", "other"), (field, typed));
        Error(page, "f-HowLong").ShouldContain(sentence);
        Value(page, field).ShouldBe(typed);
    }

    [Fact]
    public async Task Minutes_outside_the_steps_are_refused() =>
        Error(await RefusedAsync(("Form.HowLong.Choice", "other"), ("Form.HowLong.Minutes", "7")), "f-HowLong")
            .ShouldContain("steps of 15 minutes");

    [Theory]
    [InlineData("19", "11", "2026", "has not come yet")]
    [InlineData("1", "1", "2020", "more than a year ago")]
    [InlineData("31", "2", "2026", "Say when it was")]
    [InlineData("", "", "", "Say when it was")]
    public async Task A_day_that_cannot_be_is_refused_beside_its_field(string day, string month, string year, string sentence)
    {
        var page = await RefusedAsync(
            ("Form.When.Choice", "other"),
            ("Form.When.Other.Day", day),
            ("Form.When.Other.Month", month),
            ("Form.When.Other.Year", year)
        );
        Error(page, "f-When").ShouldContain(sentence);
    }

    [Fact]
    public async Task An_endless_description_is_refused_and_comes_back_to_be_shortened()
    {
        var page = await RefusedAsync(("Form.Description", new string('x', 10_000)));
        Error(page, "f-Description").ShouldContain("at most 200 characters");
        Value(page, "Form.Description").Length.ShouldBe(10_000);
    }

    [Fact]
    public async Task A_form_with_nothing_in_it_says_what_is_missing()
    {
        var browser = await (await MemberAsync("Ann")).BrowserAsync();
        var page = await browser.OpenAsync("log?gave=true");
        page = await browser.SendAsync(
            page,
            new()
            {
                ["Form.When.Choice"] = null,
                ["Form.When.Other.Day"] = null,
                ["Form.When.Other.Month"] = null,
                ["Form.When.Other.Year"] = null,
            }
        );
        browser.Status.ShouldBe(HttpStatusCode.OK);
        Error(page, "f-Who").ShouldContain("Choose who it was.");
        Error(page, "f-Description").ShouldContain("Say in a few words");
        Error(page, "f-HowLong").ShouldContain("Say how long it took");
        page.Title!.ShouldStartWith("Error:");
    }

    [Fact]
    public async Task Oneself_is_refused()
    {
        var ann = await MemberAsync("Ann");
        var browser = await ann.BrowserAsync();
        var page = await browser.SendAsync(await browser.OpenAsync("log?gave=true"), Answers(ann.Member));
        Error(page, "f-Who").ShouldContain("That is you.");
    }

    [Fact]
    public async Task Somebody_of_another_organisation_is_not_known_here()
    {
        var (ann, hill) = (await MemberAsync("Ann"), await bank.Hillside.MemberAsync("Hilda"));
        var browser = await ann.BrowserAsync();
        var page = await browser.SendAsync(await browser.OpenAsync("log?gave=true"), Answers(hill.Member));
        Error(page, "f-Who").ShouldContain("We do not know this person.");
    }

    [Fact]
    public async Task Help_for_the_organisation_itself_waits_for_a_coordinator()
    {
        var browser = await (await MemberAsync("Ann")).BrowserAsync();
        var answers = Answers(null, ("Form.Who", LogExchangeForm.TheOrganisation));
        var page = await browser.SendAsync(await browser.OpenAsync("log?gave=true"), answers);
        page.Body!.TextContent.ShouldContain("You gave Riverside Time Bank an hour and a half today.");
        page.Body!.TextContent.ShouldContain("A coordinator will look at it");
    }

    [Fact]
    public async Task The_same_form_sent_twice_logs_once_and_with_other_answers_says_so()
    {
        var (ann, bob) = (await MemberAsync("Ann"), await MemberAsync("Bob"));
        var browser = await ann.BrowserAsync();
        var page = await browser.OpenAsync("log?gave=true");
        var first = browser.Path;
        await browser.SendAsync(browser.Request(page, Answers(bob.Member), "main form[method=post]"));
        await browser.SendAsync(Again(Answers(bob.Member)));
        browser.Path.ShouldEndWith("?done=logged");
        var other = await browser.SendAsync(Again(Answers(bob.Member, ("Form.HowLong.Choice", "120"))));
        browser.Status.ShouldBe(HttpStatusCode.Conflict);
        other.Body!.TextContent.ShouldContain("You have sent this form already");
        (
            await bank.Riverside.ReadAsync(db => db.Exchanges.Where(e => e.GiverId == ann.Member).Select(e => e.Minutes).ToListAsync())
        ).ShouldBe([90]);
        HttpRequestMessage Again(Dictionary<string, string?> answers)
        {
            var request = browser.Request(page, answers);
            return new(HttpMethod.Post, first) { Content = request.Content };
        }
    }

    [Theory]
    [InlineData("مريم", "الخطيب")]
    [InlineData("🌻 Sunny", "<b>O'Brien</b>")]
    public async Task Names_in_any_script_are_shown_as_they_are(string first, string last)
    {
        var (ann, other) = (await MemberAsync("Ann"), await bank.Riverside.MemberAsync(first, last));
        await other.GaveAsync(60, to: ann.Member); // so that they are among those to choose from
        var browser = await ann.BrowserAsync();
        var page = await browser.SendAsync(await browser.OpenAsync("log?gave=false"), Answers(other.Member));
        page.Body!.TextContent.ShouldContain($"{first} {last} gave you an hour and a half today.");
    }

    [Fact]
    public async Task Without_saying_who_helped_the_two_ways_in_are_offered()
    {
        var page = await (await (await MemberAsync("Ann")).BrowserAsync()).OpenAsync("log");
        page.QuerySelectorAll("a.door")
            .Select(a => a.GetAttribute("href"))
            .ShouldBe(["riverside/log?gave=true", "riverside/log?gave=false"]);
    }

    private Task<Actor> MemberAsync(string name) => bank.Riverside.MemberAsync(name);

    private async Task<IHtmlDocument> RefusedAsync(params (string Field, string Value)[] answers)
    {
        var (ann, bob) = (await MemberAsync("Ann"), await MemberAsync("Bob"));
        await bob.GaveAsync(60, to: ann.Member);
        var browser = await ann.BrowserAsync();
        var page = await browser.SendAsync(await browser.OpenAsync("log?gave=true"), Answers(bob.Member, answers));
        browser.Status.ShouldBe(HttpStatusCode.OK);
        (Radio(page, bob.Member)?.IsChecked).ShouldBe(true);
        (await bank.Riverside.ReadAsync(db => db.Exchanges.CountAsync(e => e.GiverId == ann.Member))).ShouldBe(0);
        return page;
    }

    private static Dictionary<string, string?> Answers(MemberId? who, params (string Field, string Value)[] more)
    {
        var answers = new Dictionary<string, string?>
        {
            ["Form.Description"] = "A lift to the hospital",
            ["Form.When.Choice"] = "today",
            ["Form.HowLong.Choice"] = "90",
        };
        if (who is not null)
            answers["Form.Who"] = who.Value.Value.ToString();
        foreach (var (field, value) in more)
            answers[field] = value;
        return answers;
    }

    private static IHtmlInputElement? Radio(IHtmlDocument page, MemberId member) =>
        page.QuerySelector($"input[name='Form.Who'][value='{member.Value}']") as IHtmlInputElement;

    private static string Value(IHtmlDocument page, string field) => ((IHtmlInputElement)page.QuerySelector($"[name='{field}']")!).Value;

    private static string Error(IHtmlDocument page, string id)
    {
        page.QuerySelectorAll(".error-summary-list a").Select(a => a.GetAttribute("href")).ShouldContain(h => h!.EndsWith("#" + id));
        return page.QuerySelector($"#{id}-error")?.TextContent
            ?? throw new InvalidOperationException(page.QuerySelector("main")?.TextContent);
    }
}
