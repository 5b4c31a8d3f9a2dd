using System.Net;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using Shouldly;

namespace CoProduce.Tests.Reports;

public sealed class ATimeBankThatIsNotThereHasNoReport(Bank bank) : IClassFixture<Bank>
{
    [Theory]
    [InlineData("nonsense")]
    [InlineData("6f1f1a52-0d7c-4e0e-9c40-8a0d2f4f1c11")]
    public async Task And_the_figures_of_all_of_them_are_not_shown_in_its_place(string hub)
    {
        var browser = await (await bank.Riverside.StaffAsync("Tom", Role.Trustee)).BrowserAsync();
        foreach (var address in new[] { "report", "report.csv" })
        {
            await browser.OpenAsync($"{address}?hub={hub}");
            browser.Status.ShouldBe(HttpStatusCode.NotFound, address);
            await browser.OpenAsync($"{address}?hub={bank.Hillside.Hub.Value}");
            browser.Status.ShouldBe(HttpStatusCode.NotFound, address);
            await browser.OpenAsync($"{address}?hub={bank.Riverside.Hub.Value}");
            browser.Status.ShouldBe(HttpStatusCode.OK, address);
            await browser.OpenAsync($"{address}?hub=");
            browser.Status.ShouldBe(HttpStatusCode.OK, address);
        }
    }
}
