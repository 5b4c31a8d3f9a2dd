using CoProduce.Tests.Circles;
using CoProduce.Tests.Stories;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Circles;
using CoProduce.Web.Features.Doubles;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Privacy;
using CoProduce.Web.Features.Relations;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Relations;

/// <summary>Who supports a member or a circle is known to both sides, gives no right, and goes with either.</summary>
public sealed class SupportersStandBeside(Bank bank) : IClassFixture<Bank>
{
    private Place Here => bank.Riverside;

    [Fact]
    public async Task Whoever_leaves_neither_supports_nor_is_supported_and_what_was_stays_readable()
    {
        var (cora, ann, bob, cat) = await PeopleAsync();
        (await SupportsAsync(cora, ann, bob)).ShouldBe(SetSupporter.Outcome.Set);
        (await SupportsAsync(cora, bob, cat)).ShouldBe(SetSupporter.Outcome.Set);
        await LeavesAsync(cora, bob);
        var shown = (await cora.DoAsync((SupportersQuery query) => query.OfAsync(ann)))!;
        shown.Now.ShouldBeEmpty();
        shown.Before.Single().Name.ShouldBe("Bob Example");
        (await cora.DoAsync((SupportersQuery query) => query.OfAsync(bob)))!.Now.ShouldBeEmpty();
    }

    [Fact]
    public async Task With_either_of_the_two_it_goes_when_they_are_erased_and_until_then_it_is_in_their_data()
    {
        var (cora, ann, bob, cat) = await PeopleAsync();
        await SupportsAsync(cora, ann, bob);
        await SupportsAsync(cora, bob, cat);
        await SupportsAsync(cora, ann, null, "Priya");
        (await (await cora.BrowserAsync()).ReadsAsync($"members/{bob.Value}/data")).ShouldContain("Who supports whom");
        await LeavesAsync(cora, bob);
        var erase = new EraseForm
        {
            Member = bob.Value,
            Number = $"{await Here.NumberAsync(bob)}",
            Reason = "He asked by letter",
        };
        (await cora.DoAsync((EraseMember use) => use.HandleAsync(erase))).ShouldBe(EraseMember.Outcome.Erased);
        var left = await Here.ReadAsync(db => db.Supporters.Where(s => s.MemberId == ann || s.MemberId == bob).ToListAsync());
        left.ShouldHaveSingleItem().Name.ShouldBe("Priya");
    }

    [Fact]
    public async Task It_follows_the_record_that_is_kept_when_two_are_put_together()
    {
        var (cora, ann, bob, cat) = await PeopleAsync();
        await SupportsAsync(cora, ann, bob);
        await SupportsAsync(cora, cat, ann);
        var kept = await Here.AddMemberAsync("Ann");
        var form = new MergeForm
        {
            Kept = kept.Value,
            Gone = ann.Value,
            Balance = await Here.BalanceAsync(ann),
        };
        (await cora.DoAsync((MergeMembers merge) => merge.HandleAsync(form))).ShouldBe(MergeMembers.Outcome.Merged);
        (await cora.DoAsync((SupportersQuery query) => query.OfAsync(kept)))!.Lines.Single().Person.ShouldBe(bob);
        (await cora.DoAsync((SupportersQuery query) => query.OfAsync(cat)))!.Lines.Single().Person.ShouldBe(kept);
    }

    [Fact]
    public async Task Nobody_in_custody_is_named_to_whom_is_outside()
    {
        var (cora, idris) = (await Here.CoordinatorAsync(), await Here.AddMemberInCustodyAsync("Idris"));
        var (dai, dot) = (await Here.MemberAsync("Dai"), await Here.AddMemberAsync("Dot"));
        await SupportsAsync(cora, dai.Member, idris);
        await SupportsAsync(cora, idris, dai.Member);
        await SupportsAsync(cora, dot, dai.Member);
        var mine = await dai.DoAsync((SupportersQuery query) => query.MineAsync());
        mine.Supporters.ShouldBeEmpty();
        mine.Supported.ShouldBe(["Dot"]);
    }

    [Fact]
    public async Task A_circle_is_supported_in_the_sight_of_those_in_it_and_of_nobody_else()
    {
        var (cora, ann, fay) = (await Here.CoordinatorAsync(), await Here.MemberAsync("Ann"), await Here.MemberAsync("Fay"));
        var network = await cora.BeginsAsync(CircleKind.Network, "Weir Road", ann.Member);
        var form = new SupporterForm
        {
            Circle = network.Value,
            Name = "Priya",
            Reach = "01632 960999",
        };
        (await cora.DoAsync((SetSupporter use) => use.HandleAsync(form))).ShouldBe(SetSupporter.Outcome.Set);
        var page = await (await ann.BrowserAsync()).ReadsAsync($"me/circles/{network.Value}");
        page.ShouldContain("Priya");
        page.ShouldNotContain("01632 960999");
        (await fay.DoAsync((SupportersQuery query) => query.NowAsync(network))).ShouldBeEmpty();
        (await (await cora.BrowserAsync()).ReadsAsync($"circles/{network.Value}/supporters")).ShouldContain("01632 960999");
        var end = new EndSupporterForm { Supporter = form.RequestKey.ToString(), Reason = "She has another post" };
        (await cora.DoAsync((EndSupporter use) => use.HandleAsync(end))).ShouldBe(EndSupporter.Outcome.Ended);
        (await (await ann.BrowserAsync()).ReadsAsync("me")).ShouldNotContain("Priya");
    }

    [Fact]
    public async Task With_the_last_of_a_circle_who_is_erased_its_supporters_go_as_well()
    {
        var (cora, lone) = (await Here.CoordinatorAsync(), await Here.AddMemberAsync("Lone"));
        var network = await cora.BeginsAsync(CircleKind.Network, "Lone’s own", lone);
        await cora.DoAsync((SetSupporter use) => use.HandleAsync(new() { Circle = network.Value, Name = "Priya" }));
        await LeavesAsync(cora, lone);
        var erase = new EraseForm
        {
            Member = lone.Value,
            Number = $"{await Here.NumberAsync(lone)}",
            Reason = "She asked by letter",
        };
        (await cora.DoAsync((EraseMember use) => use.HandleAsync(erase))).ShouldBe(EraseMember.Outcome.Erased);
        (await Here.ReadAsync(db => db.Supporters.CountAsync(s => s.CircleId == network))).ShouldBe(0);
        (await Here.ReadAsync(db => db.Circles.CountAsync(c => c.Id == network))).ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_supports_themself_or_twice_and_what_was_typed_stays()
    {
        var (cora, ann, bob, _) = await PeopleAsync();
        (await SupportsAsync(cora, ann, ann)).ShouldBe(SetSupporter.Outcome.Themself);
        await SupportsAsync(cora, ann, bob);
        (await SupportsAsync(cora, ann, bob)).ShouldBe(SetSupporter.Outcome.SupportsAlready);
        (await SupportsAsync(cora, ann, new MemberId(Guid.NewGuid()))).ShouldBe(SetSupporter.Outcome.UnknownPerson);
        var browser = await cora.BrowserAsync();
        var page = await browser.SendAsync(
            await browser.OpenAsync($"members/{ann.Value}/supporters"),
            new() { ["Form.PersonTyped"] = "nobody of this name", ["Form.Role"] = "a friend" },
            "main form:has([name='Form.PersonTyped'])"
        );
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Choose the member");
        page.QuerySelector("[name='Form.PersonTyped']")!.GetAttribute("value").ShouldBe("nobody of this name");
        page.QuerySelector("[name='Form.Role']")!.GetAttribute("value").ShouldBe("a friend");
        page = await browser.SendAsync(
            await browser.OpenAsync($"members/{ann.Value}/supporters"),
            [],
            "main form:has([name='Form.PersonTyped'])"
        );
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Write a name, or choose a member.");
    }

    private async Task<(Actor Cora, MemberId Ann, MemberId Bob, MemberId Cat)> PeopleAsync() =>
        (
            await Here.CoordinatorAsync(),
            await Here.AddMemberAsync("Ann"),
            await Here.AddMemberAsync("Bob"),
            await Here.AddMemberAsync("Cat")
        );

    private static Task<SetSupporter.Outcome> SupportsAsync(Actor cora, MemberId member, MemberId? person, string? name = null) =>
        cora.DoAsync(
            (SetSupporter use) =>
                use.HandleAsync(
                    new()
                    {
                        Member = member.Value,
                        Person = person?.Value,
                        Name = name,
                    }
                )
        );

    private async Task LeavesAsync(Actor cora, MemberId member)
    {
        var pot = await Here.OwnAsync(CoProduce.Ledger.AccountKind.Pot);
        var form = new LeaveForm
        {
            Member = member.Value,
            Balance = await Here.BalanceAsync(member),
            Rest = pot.Value.ToString(),
            Reason = "He moves away",
        };
        (await cora.DoAsync((EndMembership end) => end.HandleAsync(form))).ShouldBe(EndMembership.Outcome.Left);
    }
}
