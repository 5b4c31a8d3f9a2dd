using CoProduce.Tests.Skills;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Skills;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>Refugee peer advocacy: somebody is found by a shared language and football, and goes along to the surgery; nobody needs more than a name to belong.</summary>
public sealed class RefugeesGoAlongWithOneAnother(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task Found_by_language_and_football_and_the_help_is_logged()
    {
        var here = await bank.CreateAsync("advocacy", "Advocacy");
        var cora = await here.CoordinatorAsync();
        var newcomer = await here.AddMemberAsync("Yusuf", "");
        var (omar, dave) = (await here.MemberAsync("Omar"), await here.MemberAsync("Dave"));
        foreach (var fan in new[] { omar, dave })
            await fan.SaysAsync("I never miss the football");
        await omar.DoAsync((KeepLanguages keep) => keep.HandleAsync(new() { Code = "so" }));

        var question = WhoCanQuestion.Read(null, "football", "so", null, null, null);
        var found = (await cora.DoAsync((WhoCanQuery query) => query.FindAsync(question, 1))).People.ShouldHaveSingleItem();
        found.Member.Id.ShouldBe(omar.Member);
        var page = await (await cora.BrowserAsync()).OpenAsync("who-can?q=football&language=so");
        page.QuerySelector("main")!.TextContent.ShouldContain("Somali");
        page.QuerySelector("main")!.TextContent.ShouldNotContain("Dave");

        await cora.LogsAsync(omar.Member, newcomer, 90);
        (await here.BalanceAsync(newcomer), await omar.BalanceAsync()).ShouldBe((30, 210));
    }
}
