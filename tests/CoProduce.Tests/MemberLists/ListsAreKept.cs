using CoProduce.Tests.Support;
using CoProduce.Web.Features.MemberLists;
using Shouldly;

namespace CoProduce.Tests.MemberLists;

public sealed class ListsAreKept(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task As_they_are_narrowed_and_found_again_above_the_members()
    {
        var here = await bank.CreateAsync("keeps-lists", "Keeps");
        await here.AddMemberAsync("Somebody", "Listed");
        var browser = await (await here.CoordinatorAsync()).BrowserAsync();
        var page = await browser.OpenAsync("members?q=list&sort=number");
        page = await browser.SendAsync(page, new() { ["Form.Name"] = " " }, "form:has([name='Form.Name'])");
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Give the list a name");
        page = await browser.SendAsync(page, new() { ["Form.Name"] = "Our list" }, "form:has([name='Form.Name'])");
        page.QuerySelector(".notice-done")!.TextContent.ShouldContain("The list is kept");
        page.QuerySelector("a[href$='members?q=list&sort=number']")!.TextContent.ShouldBe("Our list");

        page = await browser.OpenAsync("members/lists");
        var drop = new Dictionary<string, string?> { ["Dropped"] = page.QuerySelector("button[name='Dropped']")!.GetAttribute("value") };
        var (once, late) = (browser.Request(page, drop), browser.Request(page, drop));
        (await browser.SendAsync(once)).QuerySelector("main")!.TextContent.ShouldContain("No list is kept");
        (await browser.SendAsync(late)).QuerySelector("main")!.TextContent.ShouldContain("No list is kept"); // a second press finds nothing to do
    }

    [Fact]
    public async Task For_others_only_when_shared_and_dropped_by_nobody_else()
    {
        var here = await bank.CreateAsync("shares-lists", "Shares");
        var (cora, colin) = (await here.CoordinatorAsync("Cora"), await here.CoordinatorAsync("Colin"));
        await KeepAsync(cora, "Mine", "least=10", share: false);
        await KeepAsync(cora, "Ours", "least=20", share: true);

        var seen = (await ListsAsync(colin)).ShouldHaveSingleItem();
        (seen.Name, seen.IsMine, seen.KeptBy).ShouldBe(("Ours", false, cora.SignIn.Name));
        await colin.DoAsync(
            async (DropList drop) =>
            {
                await drop.HandleAsync(seen.Id);
                return true;
            }
        );
        (await ListsAsync(cora)).Select(l => l.Name).ShouldBe(["Mine", "Ours"]);
        await cora.DoAsync(
            async (DropList drop) =>
            {
                await drop.HandleAsync(seen.Id);
                return true;
            }
        );
        (await ListsAsync(cora)).Select(l => l.Name).ShouldBe(["Mine"]);
    }

    [Fact]
    public async Task By_a_name_once_so_many_and_with_nothing_but_a_filter_in_them()
    {
        var here = await bank.CreateAsync("many-lists", "Many");
        var cora = await here.CoordinatorAsync();
        await KeepAsync(cora, "Same", "least=10", share: false);
        await KeepAsync(cora, "SAME", "least=11&evil=1&page=7", share: false);
        (await ListsAsync(cora)).ShouldHaveSingleItem().Filter.ShouldBe("least=11");
        for (var i = 1; i < SavedList.Most; i++)
            await KeepAsync(cora, $"List {i}", "", share: false);
        (await KeepAsync(cora, "One more", "", share: false)).ShouldBe(KeepList.Outcome.TooMany);
        (await KeepAsync(cora, "same", "", share: false)).ShouldBe(KeepList.Outcome.Kept);
    }

    private static Task<KeepList.Outcome> KeepAsync(Actor by, string name, string filter, bool share) =>
        by.DoAsync(
            (KeepList keep) =>
                keep.HandleAsync(
                    new()
                    {
                        Name = name,
                        Filter = filter,
                        Share = share,
                    }
                )
        );

    private static Task<IReadOnlyList<SavedListLine>> ListsAsync(Actor of) => of.DoAsync((SavedListsQuery lists) => lists.ReadAsync());
}
