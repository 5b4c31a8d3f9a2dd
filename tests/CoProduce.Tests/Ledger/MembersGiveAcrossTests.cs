using CoProduce.Tests.Care;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>Hours reach a named person in an affiliated organisation: by a member's gift, or because one of ours was helped there.</summary>
public sealed class MembersGiveAcrossTests(Bank bank) : IClassFixture<Bank>, IAsyncLifetime
{
    private static readonly SemaphoreSlim Once = new(1);
    private readonly Place here = bank.Riverside;
    private readonly Place there = bank.Hillside;

    private DateOnly Today => DateOnly.FromDateTime(bank.Clock.GetUtcNow().Date);

    public async ValueTask InitializeAsync()
    {
        await Once.WaitAsync();
        try
        {
            var mo = await here.StaffAsync("Mo", Role.Manager);
            if ((await mo.DoAsync((Web.Features.Organisations.AffiliationsQuery q) => q.ListAsync())).Count == 0)
                await here.AffiliateAsync(there);
        }
        finally
        {
            Once.Release();
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_gift_is_read_back_and_arrives_with_its_words()
    {
        var (ann, son) = (await here.MemberAsync("Ann"), await there.MemberAsync("Tomos", "Llwyd"));
        var browser = await ann.BrowserAsync();
        var answers = await AnswersAsync(son, "60");
        var page = await browser.SendAsync(await browser.OpenAsync("gift/elsewhere"), answers);
        page.QuerySelector(".read-back")!.TextContent.ShouldContain("You give an hour to Tomos Llwyd, member");
        (await ann.BalanceAsync()).ShouldBe(120);
        page = await browser.SendAsync(page, []);
        page.Body!.TextContent.ShouldContain("Your gift has arrived.");

        ((await ann.BalanceAsync()), (await son.BalanceAsync())).ShouldBe((60, 180));
        (await (await ann.BrowserAsync()).OpenAsync("statement")).Body!.TextContent.ShouldContain("For the bus");
        (await (await son.BrowserAsync()).OpenAsync("statement")).Body!.TextContent.ShouldContain("For the bus");
        var trustee = await (await here.StaffAsync("Tom", Role.Trustee)).BrowserAsync();
        page = await trustee.OpenAsync("between");
        page = await trustee.OpenAsync("/" + page.QuerySelector(".line-actions a")!.GetAttribute("href"));
        page.Body!.TextContent.ShouldContain("From a member");
        page.Body!.TextContent.ShouldNotContain("Ann Example");
        var coordinator = await (await here.CoordinatorAsync()).BrowserAsync();
        page = await coordinator.OpenAsync(trustee.Path);
        page.Body!.TextContent.ShouldContain("Ann Example: For the bus");
    }

    [Theory]
    [InlineData("Form.Name", "Tomos", "Nobody there has this number and this name together")]
    [InlineData("Form.Number", "9999", "Nobody there has this number and this name together")]
    [InlineData("Form.Number", "-1", "Write the number on their card")]
    [InlineData("Form.Name", "", "Write their whole name")]
    [InlineData("Form.There", "", "Choose the other organisation")]
    [InlineData("Form.There", "0198c0de-0000-7000-8000-00000000c0de", "Hours do not cross to this organisation any more")]
    [InlineData("Form.HowMuch.Choice", "180", "more than you have")]
    public async Task What_cannot_be_given_gets_a_sentence_before_and_nothing_moves(string field, string value, string sentence)
    {
        var (ann, son) = (await here.MemberAsync("Ann"), await there.MemberAsync("Tomos", "Llwyd"));
        var browser = await ann.BrowserAsync();
        var answers = await AnswersAsync(son, "60");
        answers[field] = value;
        if (field == "Form.HowMuch.Choice")
            (answers[field], answers["Form.HowMuch.Hours"]) = ("other", "3");

        var page = await browser.SendAsync(await browser.OpenAsync("gift/elsewhere"), answers);

        page.QuerySelector(".error-summary")!.TextContent.ShouldContain(sentence);
        (await ann.BalanceAsync()).ShouldBe(120);
    }

    [Fact]
    public async Task A_coordinator_logs_help_that_came_from_there_and_it_may_make_a_debt()
    {
        var (ann, son) = (await here.AddMemberAsync("Anwen", "Prys"), await there.MemberAsync("Tomos", "Llwyd"));
        var browser = await (await here.CoordinatorAsync()).BrowserAsync();
        var answers = await AnswersAsync(son, "180");
        (answers["Form.HowMuch.Choice"], answers["Form.HowMuch.Hours"]) = ("other", "3");
        answers["Form.MemberTyped"] = "anwen prys";

        var page = await browser.SendAsync(await browser.OpenAsync("between/log"), answers);

        page.Body!.TextContent.ShouldContain("Logged. Log another?");
        ((await here.BalanceAsync(ann)), (await son.BalanceAsync())).ShouldBe((-60, 300));
    }

    [Fact]
    public async Task Help_waits_for_the_guardian_of_either_side_and_a_gift_does_not()
    {
        var (child, old) = (await here.MemberAsync("Fern", "Bevan"), await here.AddMemberAsync("Anwen", "Rees"));
        var son = await there.MemberAsync("Tomos", "Llwyd");
        var browser = await (await here.CoordinatorAsync()).BrowserAsync();
        await BornAsync(here, child.Member, yearsAgo: 12);
        await BornAsync(there, son.Member, yearsAgo: 16);

        (await LogAsync("fern bevan")).ShouldContain("Write down what the guardian of Fern Bevan says");
        (await LogAsync("anwen rees")).ShouldContain("something is still missing at their own time bank");
        ((await here.BalanceAsync(old)), (await son.BalanceAsync())).ShouldBe((120, 120));

        await SaysYesAsync(here, child.Member);
        await SaysYesAsync(there, son.Member);
        (await LogAsync("fern bevan")).ShouldContain("Logged. Log another?");
        (await son.BalanceAsync()).ShouldBe(180);

        await BornAsync(here, (await here.MemberAsync("Gift", "Bevan")).Member, yearsAgo: 12);
        (await LogAsync("gift bevan", "between/log?gift=yes")).ShouldContain("Sent. Both are told.");

        async Task<string> LogAsync(string helped, string at = "between/log")
        {
            var answers = await AnswersAsync(son, "60");
            answers["Form.MemberTyped"] = helped;
            return (await browser.SendAsync(await browser.OpenAsync(at), answers)).Body!.TextContent;
        }
    }

    [Fact]
    public async Task What_is_to_be_kept_to_with_the_one_who_is_helped_is_read_first()
    {
        var (ann, son) = (await here.AddMemberAsync("Anwen", "Morris"), await there.MemberAsync("Tomos", "Llwyd"));
        var cora = await here.CoordinatorAsync();
        await cora.RestrictsAsync(ann, RestrictionKind.CoordinatorPresent, "Only at the centre");
        var browser = await cora.BrowserAsync();
        var answers = await AnswersAsync(son, "60");
        answers["Form.MemberTyped"] = "anwen morris";

        var page = await browser.SendAsync(await browser.OpenAsync("between/log"), answers);
        page.Body!.TextContent.ShouldContain("Only at the centre");
        (await here.BalanceAsync(ann)).ShouldBe(120);
        answers["Form.Care.IsRead"] = "true";
        (await browser.SendAsync(page, answers)).Body!.TextContent.ShouldContain("Logged. Log another?");

        (await here.BalanceAsync(ann)).ShouldBe(60);
        var mark = await here.ReadAsync(db => db.CareMarks.SingleAsync(m => m.MemberId == ann));
        mark.ReadBy.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_coordinator_who_names_nobody_is_asked_to()
    {
        var son = await there.MemberAsync("Tomos", "Llwyd");
        var browser = await (await here.CoordinatorAsync()).BrowserAsync();

        var page = await browser.SendAsync(await browser.OpenAsync("between/log"), await AnswersAsync(son, "60"));

        page.Body!.TextContent.ShouldContain("Choose the member who was helped");
    }

    [Fact]
    public async Task Sent_twice_it_crosses_once()
    {
        var (ann, son) = (await here.MemberAsync("Ann"), await there.MemberAsync("Tomos", "Llwyd"));
        var number = await NumberAsync(son);
        var form = new AcrossForm
        {
            There = there.Id.Value.ToString(),
            Number = $"{number}",
            Name = "Tomos Llwyd",
            HowMuch = Web.Ui.DurationChoice.From(30),
        };

        for (var i = 0; i < 2; i++)
            (await ann.DoAsync((SendAcross send) => send.GiveAsync(form))).ShouldBe(SendAcross.Outcome.Sent);

        (await son.BalanceAsync()).ShouldBe(150);
    }

    private Task<int> BornAsync(Place place, MemberId member, int yearsAgo) =>
        place.WriteAsync(db =>
            db.MemberContacts.Where(c => c.MemberId == member)
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.BornOn, Today.AddYears(-yearsAgo)))
        );

    private Task<bool> SaysYesAsync(Place place, MemberId minor) =>
        place.WriteAsync(db =>
        {
            db.GuardianConsents.Add(AGuardianSaysYesFirst.Yes(minor, Today));
            return Task.FromResult(true);
        });

    private async Task<Dictionary<string, string?>> AnswersAsync(Actor to, string minutes) =>
        new()
        {
            ["Form.There"] = there.Id.Value.ToString(),
            ["Form.Number"] = $"{await NumberAsync(to)}",
            ["Form.Name"] = to.SignIn.Name,
            ["Form.HowMuch.Choice"] = minutes,
            ["Form.Words"] = "For the bus",
        };

    private Task<int> NumberAsync(Actor member) =>
        there.ReadAsync(db => db.Members.Where(m => m.Id == member.Member).Select(m => m.Number).SingleAsync());
}
