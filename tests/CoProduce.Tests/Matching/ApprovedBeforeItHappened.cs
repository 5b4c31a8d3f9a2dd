using CoProduce.Tests.Diary;
using CoProduce.Tests.Offers;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Offers;
using Shouldly;

namespace CoProduce.Tests.Matching;

/// <summary>"Covered", as insurers want: approved before it happened, with who and when, on the exchange and in the file of exchanges.</summary>
public sealed class ApprovedBeforeItHappened(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task A_visit_that_was_approved_shows_on_its_exchange_and_in_the_file()
    {
        var (here, cora, ann, bob) = await HereAsync("visit");
        var form = here.Visit(ann.Member, bob.Member);
        form.IsCovered = true;
        (await HappensAsync(here, cora, ann, form)).ShouldContain("Approved before it happened");
        (await FileAsync(cora)).ShouldContain("Cora Staff 20");
    }

    [Fact]
    public async Task So_does_an_introduction_by_a_coordinator()
    {
        var (here, cora, ann, bob) = await HereAsync("met");
        var request = await bob.PutsUpAsync(OfferKind.Request, "Reading together");
        var (_, answer) = await ann.AnswersAsync(request);
        var form = here.Visit(ann.Member, bob.Member);
        form.Offer = request.Value;
        var yes = new SettleAnswerForm { Say = "yes" };
        (await cora.DoAsync((SettleAnswer s) => s.ByBrokerAsync(answer, yes))).ShouldBe(SettleAnswer.Outcome.Yes);
        (await HappensAsync(here, cora, ann, form)).ShouldContain("Approved before it happened");
    }

    [Fact]
    public async Task What_nobody_approved_says_nothing_of_it()
    {
        var (here, cora, ann, bob) = await HereAsync("none");
        (await HappensAsync(here, cora, ann, here.Visit(ann.Member, bob.Member))).ShouldNotContain("Approved before it happened");
        (await FileAsync(cora)).ShouldNotContain("Cora Staff 20");
    }

    private async Task<string> HappensAsync(Place here, Actor cora, Actor ann, ArrangeVisitForm form)
    {
        var visit = await cora.ArrangesAsync(form);
        bank.Clock.Advance(TimeSpan.FromDays(3));
        (await ann.SaysAsync(visit, 60)).ShouldBe(AnswerVisit.Outcome.Logged);
        var exchange = (await here.VisitAsync(visit)).ExchangeId!.Value;
        var page = await (await cora.BrowserAsync()).OpenAsync($"exchanges/{exchange.Value}/settle");
        return page.QuerySelector("main")!.TextContent;
    }

    private static async Task<string> FileAsync(Actor cora)
    {
        var browser = await cora.BrowserAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/{cora.Place.Slug}/exchanges.csv");
        using var answer = await browser.AnswerAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<(Place Here, Actor Cora, Actor Ann, Actor Bob)> HereAsync(string name)
    {
        var here = await bank.CreateAsync($"{name}-{Guid.NewGuid():N}"[..20], name);
        return (here, await here.CoordinatorAsync(), await here.MemberAsync("Ann"), await here.MemberAsync("Bob"));
    }
}
