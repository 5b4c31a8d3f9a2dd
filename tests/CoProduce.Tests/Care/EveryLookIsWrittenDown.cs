using CoProduce.Tests.Support;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Care;

public sealed class EveryLookIsWrittenDown(Bank bank) : IClassFixture<Bank>
{
    [Theory]
    [InlineData("checks", RecordPart.Checks, "checks")]
    [InlineData("restrictions", RecordPart.Restrictions, "what to keep to")]
    [InlineData("notes", RecordPart.Notes, "confidential notes")]
    [InlineData("notes/sensitive", RecordPart.SensitiveNotes, "confidential notes")]
    public async Task Once_for_each_page_and_shown_to_the_member(string page, RecordPart part, string words)
    {
        var (gwen, mair) = (await bank.Riverside.GuardianAsync("Gwenno"), await bank.Riverside.MemberAsync("Mair"));
        await (await gwen.BrowserAsync()).OpenAsync($"members/{mair.Member.Value}/{page}");
        var look = await bank.Riverside.ReadAsync(db => db.RecordViews.SingleAsync(v => v.MemberId == mair.Member));
        (look.ViewedBy, look.Part, look.ViewedAt).ShouldBe((gwen.Id, part, bank.Clock.GetUtcNow()));
        var browser = await mair.BrowserAsync();
        (await browser.OpenAsync("me/looks"))
            .QuerySelector("main .lines")!
            .TextContent.ShouldContain($"Gwenno Staff, today at 10:30: {words}");
        (await browser.OpenAsync("me")).QuerySelector("main")!.TextContent.ShouldContain("Gwenno Staff");
    }

    [Fact]
    public async Task Loading_again_is_the_same_look_for_a_quarter_of_an_hour()
    {
        var (cora, mair) = (await bank.Riverside.CoordinatorAsync(), await bank.Riverside.AddMemberAsync("Mair"));
        var browser = await cora.BrowserAsync();
        for (var i = 0; i < 3; i++)
            await browser.OpenAsync($"members/{mair.Value}/notes");
        (await LooksAsync(mair)).ShouldBe(1);
        await browser.OpenAsync($"members/{mair.Value}/checks"); // another part is another look
        (await LooksAsync(mair)).ShouldBe(2);
        await (await (await bank.Riverside.CoordinatorAsync("Cate")).BrowserAsync()).OpenAsync($"members/{mair.Value}/notes");
        (await LooksAsync(mair)).ShouldBe(3);
        bank.Clock.Advance(RecordLooks.OneLook);
        await browser.OpenAsync($"members/{mair.Value}/notes");
        (await LooksAsync(mair)).ShouldBe(4);
        bank.Clock.Advance(-RecordLooks.OneLook);
    }

    [Fact]
    public async Task Also_when_a_warning_speaks_up_at_the_desk_and_not_before()
    {
        var here = bank.Riverside;
        var (cora, bob) = (await here.CoordinatorAsync(), await here.AddMemberAsync("Bobby", "Warned"));
        await here.AddMemberAsync("Rosalind", "Helped");
        await cora.RestrictsAsync(bob, RestrictionKind.NoHomeVisits);
        var browser = await cora.BrowserAsync();
        await browser.OpenAsync($"members/{bob.Value}");
        (await LooksAsync(bob)).ShouldBe(0);
        await browser.SendAsync(
            await browser.OpenAsync("desk/log"),
            new()
            {
                ["Form.GiverTyped"] = "bobby warned",
                ["Form.ReceiverTyped"] = "rosalind helped",
                ["Form.HowLong.Typed"] = "1",
                ["Form.Description"] = "A shelf",
            }
        );
        (await LooksAsync(bob)).ShouldBe(1);
    }

    private Task<int> LooksAsync(MemberId member) => bank.Riverside.ReadAsync(db => db.RecordViews.CountAsync(v => v.MemberId == member));
}
