using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>A gift is read back before it is given, and never makes a debt.</summary>
public sealed class MembersGiveCreditsAwayTests(Bank bank) : IClassFixture<Bank>
{
    private readonly Place place = bank.Riverside;

    [Fact]
    public async Task A_gift_is_read_back_then_given()
    {
        var (ann, bob) = (await place.MemberAsync("Ann"), await place.MemberAsync("Bob"));
        await ann.GaveAsync(30, to: bob.Member);
        var browser = await ann.BrowserAsync();
        var page = await browser.OpenAsync("gift");
        page = await browser.SendAsync(page, new() { ["Form.Who"] = bob.Member.Value.ToString(), ["Form.HowMuch.Choice"] = "90" });
        page.QuerySelector(".read-back")!.TextContent.ShouldContain("You give an hour and a half to Bob Example.");
        (await ann.BalanceAsync()).ShouldBe(120);
        page = await browser.SendAsync(page, []);
        page.Body!.TextContent.ShouldContain("Your gift has arrived.");
        (await ann.BalanceAsync()).ShouldBe(30);
        (await bob.BalanceAsync()).ShouldBe(210);
    }

    [Fact]
    public async Task A_few_words_go_with_a_gift_onto_both_statements()
    {
        var (ann, bob) = (await place.MemberAsync("Ann"), await place.MemberAsync("Bob"));
        var browser = await ann.BrowserAsync();
        var answers = new Dictionary<string, string?>
        {
            ["Form.Who"] = bob.Member.Value.ToString(),
            ["Form.HowMuch.Choice"] = "60",
            ["Form.Words"] = new string('é', Entry.LongestReason + 1),
        };
        var page = await browser.SendAsync(await browser.OpenAsync("gift"), answers);
        page.QuerySelector("#f-Words-error")!.TextContent.ShouldContain("at most 500 characters");
        answers["Form.Words"] = "  Thank you for the lift & the ‎شكرا ";
        page = await browser.SendAsync(page, answers);
        page.Body!.TextContent.ShouldContain("With these words: “Thank you for the lift & the ‎شكرا”");
        await browser.SendAsync(page, []);
        foreach (var person in new[] { ann, bob })
        {
            var statement = await (await person.BrowserAsync()).OpenAsync("statement");
            statement.Body!.TextContent.ShouldContain("With these words: “Thank you for the lift & the ‎شكرا”");
        }
    }

    [Fact]
    public async Task The_pot_takes_gifts()
    {
        var ann = await place.MemberAsync("Ann");
        var before = await PotAsync();
        (await GiveAsync(ann, GiftForm.ThePot, 60)).ShouldBe(GiveCredits.Outcome.Given);
        (await PotAsync()).ShouldBe(before + 60);
    }

    [Fact]
    public async Task More_than_one_has_is_refused_kindly_and_at_once()
    {
        var ann = await place.MemberAsync("Ann");
        var browser = await ann.BrowserAsync();
        var page = await browser.SendAsync(
            await browser.OpenAsync("gift"),
            new()
            {
                ["Form.Who"] = GiftForm.ThePot,
                ["Form.HowMuch.Choice"] = "other",
                ["Form.HowMuch.Hours"] = "3",
            }
        );
        page.QuerySelector("#f-HowMuch-error")!.TextContent.ShouldContain("That is kind, and more than you have.");
        (await GiveAsync(ann, GiftForm.ThePot, 180)).ShouldBe(GiveCredits.Outcome.MoreThanYouHave);
        (await ann.BalanceAsync()).ShouldBe(120);
    }

    [Fact]
    public async Task Two_gifts_at_once_do_not_give_more_than_there_is()
    {
        var ann = await place.MemberAsync("Ann");
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => GiveAsync(ann, GiftForm.ThePot, 60)));
        answers.Count(a => a == GiveCredits.Outcome.Given).ShouldBe(2);
        (await ann.BalanceAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_form_twice_gives_once()
    {
        var ann = await place.MemberAsync("Ann");
        var form = new GiftForm { Who = GiftForm.ThePot, HowMuch = DurationChoice.From(30) };
        await ann.DoAsync((GiveCredits give) => give.HandleAsync(form));
        (await ann.DoAsync((GiveCredits give) => give.HandleAsync(form))).ShouldBe(GiveCredits.Outcome.Given);
        (await ann.BalanceAsync()).ShouldBe(90);
    }

    [Fact]
    public async Task The_same_form_with_other_words_or_another_amount_is_refused()
    {
        var ann = await place.MemberAsync("Ann");
        var form = new GiftForm
        {
            Who = GiftForm.ThePot,
            HowMuch = DurationChoice.From(30),
            Words = "Thank you",
        };
        await ann.DoAsync((GiveCredits give) => give.HandleAsync(form));
        form.Words = "Thanks";
        await Should.ThrowAsync<AlreadySentException>(() => ann.DoAsync((GiveCredits give) => give.HandleAsync(form)));
        (form.Words, form.HowMuch) = ("Thank you", DurationChoice.From(45));
        await Should.ThrowAsync<AlreadySentException>(() => ann.DoAsync((GiveCredits give) => give.HandleAsync(form)));
        (await ann.BalanceAsync()).ShouldBe(90);
    }

    [Fact]
    public async Task Oneself_strangers_those_who_left_and_odd_minutes_are_refused()
    {
        var (ann, gone) = (await place.MemberAsync("Ann"), await place.MemberAsync("Gone"));
        await place.WriteAsync(db =>
            db.Members.Where(m => m.Id == gone.Member).ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MemberStatus.Left))
        );
        (await GiveAsync(ann, ann.Member.Value.ToString(), 30)).ShouldBe(GiveCredits.Outcome.ToYourself);
        (await GiveAsync(ann, (await bank.Hillside.AddMemberAsync("Hilda")).Value.ToString(), 30)).ShouldBe(
            GiveCredits.Outcome.UnknownMember
        );
        (await GiveAsync(ann, gone.Member.Value.ToString(), 30)).ShouldBe(GiveCredits.Outcome.NotTakingPart);
        await place.WriteAsync(db =>
            db.Members.Where(m => m.Id == gone.Member).ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MemberStatus.Suspended))
        );
        (await GiveAsync(ann, gone.Member.Value.ToString(), 30)).ShouldBe(GiveCredits.Outcome.NotTakingPart);
        (await GiveAsync(ann, GiftForm.ThePot, 7)).ShouldBe(GiveCredits.Outcome.NotInSteps);
        (await ann.BalanceAsync()).ShouldBe(120);
    }

    private static Task<GiveCredits.Outcome> GiveAsync(Actor from, string to, int minutes) =>
        from.DoAsync((GiveCredits give) => give.HandleAsync(new() { Who = to, HowMuch = DurationChoice.From(minutes) }));

    private Task<long> PotAsync() =>
        place.ReadAsync(db => db.Accounts.Where(a => a.Kind == AccountKind.Pot).Select(a => a.Balance).SingleAsync());
}
