using CoProduce.Tests.Diary;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Activities;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>SAfH health guides: two guides run a session in Somali at the mosque hall; neighbours say that they come, and both guides earn.</summary>
public sealed class PairsOfGuidesTellInTheirLanguages(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task Two_lead_in_somali_neighbours_come_and_both_earn()
    {
        var here = await bank.CreateAsync("guides", "Guides");
        var cora = await here.CoordinatorAsync();
        var (amina, hodan) = (await here.MemberAsync("Amina"), await here.MemberAsync("Hodan"));
        var (faiza, idil) = (await here.MemberAsync("Faiza"), await here.AddMemberAsync("Idil"));
        var plan = new PlanSessionForm
        {
            Title = "Diabetes and what we cook",
            Hub = here.Hub.Value.ToString(),
            Day = DateBoxes.From(DateOnly.FromDateTime(bank.Clock.GetUtcNow().Date).AddDays(3)),
            Start = "14:00",
            HowLong = DurationChoice.From(60),
            Place = "The hall behind the mosque",
            Leader = amina.Member.Value,
            Second = hodan.Member.Value,
            Language = "Somali",
        };
        (await cora.DoAsync((PlanSession use) => use.HandleAsync(plan))).ShouldBe(PlanSession.Outcome.Done);
        var session = new SessionId(plan.RequestKey);

        var on = await (await faiza.BrowserAsync()).ReadsAsync("whats-on");
        on.ShouldContain("Diabetes and what we cook");
        on.ShouldContain("Somali");
        on.ShouldContain("The hall behind the mosque");
        (await faiza.ComesAsync(session)).ShouldBe(SignUp.Outcome.HasPlace);
        (await cora.WritesDownAsync(session, idil)).ShouldBe(SignUp.Outcome.HasPlace); // she rang

        bank.Clock.Advance(TimeSpan.FromDays(3) + TimeSpan.FromHours(6));
        var browser = await cora.BrowserAsync();
        var page = await browser.SendAsync(
            await browser.OpenAsync($"register?session={session.Value}"),
            new() { ["Form.Step"] = RegisterForm.Look }
        );
        page = await browser.SendAsync(page, new() { ["Form.Step"] = RegisterForm.Post });
        page.QuerySelector(".notice-done").ShouldNotBeNull(browser.Body);
        (await amina.BalanceAsync(), await hodan.BalanceAsync()).ShouldBe((180, 180));
        (await faiza.BalanceAsync(), await here.BalanceAsync(idil)).ShouldBe((60, 60));
        (await here.ReadAsync(db => db.Sessions.SingleAsync())).RegisterId.ShouldNotBeNull();
        await here.BooksAreSoundAsync();
    }
}
