using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Activities;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>
/// Expert Patient: somebody who lives with an illness leads a course of six evenings for others who do. The leader earns for each; those who come share what an evening
/// costs, and nobody pays for one at which they were ill.
/// </summary>
public sealed class PatientsTeachPatients(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task Six_evenings_six_registers_and_whoever_missed_one_does_not_pay_for_it()
    {
        var here = await bank.CreateAsync("expert", "Expert Patients");
        var (cora, pat) = (await here.CoordinatorAsync(), await here.MemberAsync("Pat"));
        var (ada, ben, cy, dot) = (
            await here.AddMemberAsync("Ada"),
            await here.AddMemberAsync("Ben"),
            await here.AddMemberAsync("Cy"),
            await here.AddMemberAsync("Dot")
        );
        var browser = await cora.BrowserAsync();
        for (var evening = 1; evening <= 6; evening++)
        {
            var came = evening == 4 ? "ada\nben\ncy" : "ada\nben\ncy\ndot";
            await browser.RegistersAsync($"Living well, evening {evening}", "pat", came, "1", Difference.Shared);
            bank.Clock.Advance(TimeSpan.FromDays(7));
        }

        (await pat.BalanceAsync()).ShouldBe(120 + (6 * 60));
        foreach (var one in new[] { ada, ben, cy })
            (await here.BalanceAsync(one)).ShouldBe(120 - (5 * 15) - 20);
        (await here.BalanceAsync(dot)).ShouldBe(120 - (5 * 15));
        (await here.BalanceAsync(await here.OwnAsync(AccountKind.Organisation))).ShouldBe(0);
        var statement = await (await pat.BrowserAsync()).ReadsAsync("statement");
        for (var evening = 1; evening <= 6; evening++)
            statement.ShouldContain($"Living well, evening {evening}");
        (await browser.ReadsAsync("register")).ShouldContain("Living well, evening 6");
        await here.BooksAreSoundAsync();
    }
}
