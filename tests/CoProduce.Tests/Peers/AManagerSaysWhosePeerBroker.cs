using System.Net;
using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.MemberLists;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Peers;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Peers;

public sealed class AManagerSaysWhosePeerBroker(Bank bank) : IClassFixture<Bank>
{
    private static readonly Role[] Broker = [Role.Member, Role.PeerBroker];

    [Fact]
    public async Task On_the_page_of_their_roles_with_a_last_day_and_they_are_told()
    {
        var (here, upper) = await bank.TwoHubsAsync();
        var (mo, pia) = (await here.StaffAsync("Mo", Role.Manager), await here.MemberAsync("Pia", "Penn", "pia@peers.example"));
        var browser = await mo.BrowserAsync();
        var page = await browser.OpenAsync($"people/{pia.Id.Value}");
        page = await browser.SendAsync(page, new() { ["Form.Roles"] = nameof(Role.PeerBroker), ["Form.Hubs"] = null });
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Choose at least one time bank");
        page.QuerySelector($"[name='Form.Roles'][value='{nameof(Role.PeerBroker)}']")!.HasAttribute("checked").ShouldBeTrue();
        page = await browser.SendAsync(
            page,
            new()
            {
                ["Form.Hubs"] = upper.Value.ToString(),
                ["Form.Until.Day"] = "1",
                ["Form.Until.Month"] = "11",
                ["Form.Until.Year"] = "2026",
            }
        );
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("That day is over.");
        (await pia.BrokersForAsync()).ShouldBeEmpty();
        page = await browser.SendAsync(page, new() { ["Form.Until.Month"] = "12" });
        browser.Path.ShouldEndWith("/people");
        page.QuerySelector("main")!.TextContent.ShouldContain("A peer broker of Upper until");
        (await pia.BrokersForAsync()).ShouldBe(["Upper"]);
        (await here.PeerDeedsAsync()).ShouldBe([PeerHubs.Given]);
        (await here.ReadAsync(db => db.Outbox.CountAsync(o => o.Letter.Contains("You are a peer broker of Upper")))).ShouldBe(1);
        page.QuerySelector("main")!.TextContent.ShouldNotContain("ended");
        page = await browser.OpenAsync($"people/{pia.Id.Value}");
        page.QuerySelector("[name='Form.Until.Month']")!.GetAttribute("value").ShouldBe("12");

        bank.Clock.Advance(TimeSpan.FromDays(20));
        (await pia.BrokersForAsync()).ShouldBeEmpty();
        (await (await mo.BrowserAsync()).OpenAsync("people"))
            .QuerySelector("main")!
            .TextContent.ShouldContain("A peer broker of no time bank now");
        // The tick is still there; both pages say that it has no effect.
        page = await (await mo.BrowserAsync()).OpenAsync("people");
        page.QuerySelector("main")!.TextContent.ShouldContain("Peer broker of Upper until 1 Dec 2026, ended.");
        page = await (await mo.BrowserAsync()).OpenAsync($"people/{pia.Id.Value}");
        page.QuerySelector($"[name='Form.Roles'][value='{nameof(Role.PeerBroker)}']")!.HasAttribute("checked").ShouldBeTrue();
        page.QuerySelector("main .notice")!.TextContent.ShouldContain("Peer broker of Upper until 1 Dec 2026, ended.");
        var peer = await pia.BrowserAsync();
        await peer.OpenAsync("desk");
        peer.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Only_of_open_time_banks_of_this_organisation_and_of_one_at_least()
    {
        var (here, upper) = await bank.TwoHubsAsync();
        var (mo, pia) = (await here.StaffAsync("Mo", Role.Manager), await here.MemberAsync("Pia"));
        await mo.DoAsync(
            (SaveHub save) =>
                save.HandleAsync(
                    new()
                    {
                        Hub = upper.Value,
                        Name = "Upper",
                        IsClosed = true,
                    }
                )
        );
        foreach (
            var hubs in (HubId[][])
                [
                    [],
                    [upper],
                    [here.Hub, bank.Hillside.Hub],
                    [HubId.New()],
                ]
        )
            (await mo.MakesAsync(pia, Broker, hubs)).ShouldBe(ChangeRoles.Outcome.UnknownHub);
        (await pia.BrokersForAsync()).ShouldBeEmpty();
        (await here.PeerDeedsAsync()).ShouldBeEmpty();
        (await here.ReadAsync(db => db.PeerHubs.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Another_hub_or_none_is_written_down_and_told_and_saving_again_is_not()
    {
        var (here, upper) = await bank.TwoHubsAsync();
        var (mo, pia) = (await here.StaffAsync("Mo", Role.Manager), await here.MemberAsync("Pia", "Penn", $"pia@{here.Slug}.example"));
        (await mo.MakesAsync(pia, Broker, [here.Hub])).ShouldBe(ChangeRoles.Outcome.Changed);
        (await mo.MakesAsync(pia, Broker, [here.Hub])).ShouldBe(ChangeRoles.Outcome.Changed);
        (await here.PeerDeedsAsync()).ShouldBe([PeerHubs.Given]);
        (await mo.MakesAsync(pia, Broker, [upper])).ShouldBe(ChangeRoles.Outcome.Changed);
        (await pia.BrokersForAsync()).ShouldBe(["Upper"]);
        (await mo.MakesAsync(pia, [Role.Member], [upper])).ShouldBe(ChangeRoles.Outcome.Changed);
        (await pia.BrokersForAsync()).ShouldBeEmpty();
        (await here.PeerDeedsAsync()).Order().ShouldBe([PeerHubs.Ended, PeerHubs.Ended, PeerHubs.Given, PeerHubs.Given]);
        (await here.ReadAsync(db => db.PeerHubs.CountAsync())).ShouldBe(0);
        (await here.ReadAsync(db => db.Outbox.CountAsync(o => o.Letter.Contains("You are no longer a peer broker of Upper")))).ShouldBe(1);
    }

    [Theory]
    [InlineData("suspended")]
    [InlineData("suspended together")]
    [InlineData("left")]
    [InlineData("moved")]
    [InlineData("moved together")]
    [InlineData("hub closed")]
    public async Task It_ends_with_what_it_rested_on_and_does_not_come_back_by_itself(string how)
    {
        var (here, upper) = await bank.TwoHubsAsync();
        var (mo, cora, pia) = (await here.StaffAsync("Mo", Role.Manager), await here.CoordinatorAsync(), await here.MemberAsync("Pia"));
        (await mo.MakesAsync(pia, Broker, [here.Hub])).ShouldBe(ChangeRoles.Outcome.Changed);
        (await pia.BrokersForAsync()).ShouldBe(["Town"]);
        var standing = new StandingForm { Member = pia.Member.Value, Reason = "For now" };
        switch (how)
        {
            case "suspended":
                await cora.DoAsync((SuspendMember use) => use.SuspendAsync(standing));
                (await pia.BrokersForAsync()).ShouldBeEmpty();
                await cora.DoAsync((SuspendMember use) => use.ReinstateAsync(new() { Member = pia.Member.Value, Reason = "Well again" }));
                break;
            case "suspended together":
                await TogetherAsync(cora, new() { Deed = TogetherDeed.Suspend, Reason = "For now" }, pia);
                await TogetherAsync(cora, new() { Deed = TogetherDeed.Reinstate, Reason = "Well again" }, pia);
                break;
            case "left":
                var leave = new LeaveForm
                {
                    Member = pia.Member.Value,
                    Balance = await pia.BalanceAsync(),
                    Reason = "Moving away",
                    Rest = (
                        await here.ReadAsync(db => db.Accounts.Where(a => a.Kind == AccountKind.Pot).Select(a => a.Id).FirstAsync())
                    ).Value.ToString(),
                };
                (await cora.DoAsync((EndMembership end) => end.HandleAsync(leave))).ShouldBe(EndMembership.Outcome.Left);
                break;
            case "moved":
                await EditAsync(cora, pia, upper);
                await EditAsync(cora, pia, here.Hub);
                break;
            case "moved together":
                await TogetherAsync(cora, new() { Deed = TogetherDeed.Move, Hub = upper.Value }, pia);
                await TogetherAsync(cora, new() { Deed = TogetherDeed.Move, Hub = here.Hub.Value }, pia);
                break;
            default:
                await SaveHubAsync(mo, here.Hub, isClosed: true);
                (await pia.BrokersForAsync()).ShouldBeEmpty();
                await SaveHubAsync(mo, here.Hub, isClosed: false);
                break;
        }
        (await pia.BrokersForAsync()).ShouldBeEmpty(how);
        (await here.PeerDeedsAsync()).Order().ShouldBe([PeerHubs.Ended, PeerHubs.Given]);
        (await here.ReadAsync(db => db.RoleHolders.SingleAsync(h => h.Id == pia.Id))).Roles.ShouldBe([Role.Member]);
    }

    [Fact]
    public async Task A_role_without_a_hub_opens_nothing_and_a_closed_hub_counts_for_nothing()
    {
        var (here, upper) = await bank.TwoHubsAsync();
        var (none, fay) = (await here.PeerBrokerAsync("Nia"), await here.PeerBrokerAsync("Fay", upper, here.Hub));
        await here.WriteAsync(db => db.PeerHubs.Where(p => p.HolderId == none.Id).ExecuteDeleteAsync());
        (await fay.BrokersForAsync()).ShouldBe(["Town", "Upper"]);
        await here.WriteAsync(db =>
            db.Hubs.Where(h => h.Id == upper).ExecuteUpdateAsync(h => h.SetProperty(x => x.ClosedAt, bank.Clock.GetUtcNow()))
        );
        (await fay.BrokersForAsync()).ShouldBe(["Town"]);
        var browser = await none.BrowserAsync();
        foreach (var path in (string[])["desk", "desk/peer-log", "shortlists"])
        {
            await browser.OpenAsync(path);
            browser.Status.ShouldBe(HttpStatusCode.Forbidden, path);
        }
    }

    private static async Task EditAsync(Actor cora, Actor whom, HubId hub)
    {
        var form = (await cora.DoAsync((EditMember edit) => edit.ReadAsync(whom.Member)))!;
        form.Hub = hub.Value;
        (await cora.DoAsync((EditMember edit) => edit.HandleAsync(form))).ShouldBe(EditMember.Outcome.Changed);
    }

    private static async Task TogetherAsync(Actor cora, TogetherForm form, Actor whom)
    {
        form.Members = whom.Member.Value.ToString();
        (await cora.DoAsync((ChangeTogether change) => change.HandleAsync(form))).ShouldBe(ChangeTogether.Outcome.Done);
    }

    private static async Task SaveHubAsync(Actor mo, HubId hub, bool isClosed) =>
        (
            await mo.DoAsync(
                (SaveHub save) =>
                    save.HandleAsync(
                        new()
                        {
                            Hub = hub.Value,
                            Name = "Town",
                            IsClosed = isClosed,
                        }
                    )
            )
        ).ShouldBe(SaveHub.Outcome.Saved);
}
