using CoProduce.Tests.Support;
using CoProduce.Web.Features.Exchanges;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>Care for old parents far away: a daughter helps where she lives, sends the hours to her father by number and name, and he spends them there.</summary>
public sealed class ADaughterSendsHoursToHerFatherFarAway(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task She_earns_here_and_he_spends_there()
    {
        var (here, there, _) = await bank.TwoAffiliatedAsync();
        var (mair, neighbour) = (await here.MemberAsync("Mair"), await here.MemberAsync("Nia"));
        var (father, helper) = (await there.MemberAsync("Tomos", "Llwyd"), await there.MemberAsync("Hana"));
        var (_, helped) = await mair.GaveAsync(120, to: neighbour.Member, "Sat with her mother");
        await neighbour.ConfirmsAsync(helped);
        var browser = await mair.BrowserAsync();

        var page = await browser.SendAsync(
            await browser.OpenAsync("gift/elsewhere"),
            new()
            {
                ["Form.There"] = there.Id.Value.ToString(),
                ["Form.Number"] = $"{await there.NumberAsync(father.Member)}",
                ["Form.Name"] = "Tomos Llwyd",
                ["Form.HowMuch.Choice"] = "120",
                ["Form.Words"] = "For the shopping, Dad",
            }
        );
        page = await browser.SendAsync(page, []);
        page.Body!.TextContent.ShouldContain("Your gift has arrived.");
        var (_, spent) = await helper.GaveAsync(180, to: father.Member, "The weekly shopping");
        (await father.ConfirmsAsync(spent)).ShouldBe(AnswerExchange.Outcome.Confirmed);

        ((await mair.BalanceAsync()), (await father.BalanceAsync()), (await helper.BalanceAsync())).ShouldBe((120, 60, 300));
        var statement = (await (await father.BrowserAsync()).OpenAsync("statement")).Body!.TextContent;
        statement.ShouldContain("2 hours from Here Time Bank: For the shopping, Dad");
        statement.ShouldContain("Hana Example gave you 3 hours: The weekly shopping");
    }
}
