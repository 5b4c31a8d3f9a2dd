using CoProduce.Tests.Circles;
using CoProduce.Tests.Offers;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Circles;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>
/// Discovery Programme, Headway: members who live with a brain injury run a project of their own, with supporters beside them. Whoever needs a break takes one; what to mind is said once, and
/// nothing has to be done by a day.
/// </summary>
public sealed class MembersDesignTheirOwnProject(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task A_member_leads_supporters_stand_beside_and_breaks_are_no_matter()
    {
        var here = await bank.CreateAsync("headway", "Headway");
        var (cora, olwen) = (await here.CoordinatorAsync(), await here.MemberAsync("Olwen", "Oak"));
        var (gus, hal) = (await here.MemberAsync("Gus"), await here.MemberAsync("Hal"));
        var project = await cora.BeginsAsync(CircleKind.Network, "The allotment", gus.Member, hal.Member);
        (await cora.ChoosesAsync(project, gus.Member)).ShouldBe(SaveCircle.Outcome.Saved);

        // The project has a supporter who is no member; Gus has one who is.
        var browser = await cora.BrowserAsync();
        var page = await browser.SendAsync(
            await browser.OpenAsync($"circles/{project.Value}/supporters"),
            new() { ["Form.Name"] = "Priya", ["Form.Role"] = "occupational therapist" }
        );
        page.QuerySelector(".notice-done").ShouldNotBeNull(browser.Body);
        page = await browser.SendAsync(
            await browser.OpenAsync($"members/{gus.Member.Value}/supporters"),
            new() { ["Form.PersonTyped"] = "olwen", ["Form.Role"] = "goes along" }
        );
        page.QuerySelector(".notice-done").ShouldNotBeNull(browser.Body);
        (await browser.ReadsAsync($"members/{gus.Member.Value}")).ShouldContain("Olwen Oak");
        (await (await hal.BrowserAsync()).ReadsAsync($"me/circles/{project.Value}")).ShouldContain("Priya, occupational therapist");
        var mine = await (await gus.BrowserAsync()).ReadsAsync("me");
        mine.ShouldContain("Olwen Oak, goes along");
        mine.ShouldContain("Priya, occupational therapist");
        (await (await olwen.BrowserAsync()).ReadsAsync("me")).ShouldContain("Whom I support");

        // What to mind, when, and that one asks first, in their own words.
        await gus.DoAsync((ChangeNotAsk change) => change.HandleAsync(new() { Words = "go on for more than half an hour" }));
        await gus.DoAsync((ChangeTimes change) => change.HandleAsync(new() { Ticked = ["3"], AskFirst = true }));
        (await (await gus.BrowserAsync()).ReadsAsync("me")).ShouldContain("more than half an hour");
        var wish = await gus.PutsUpAsync(OfferKind.Request, "Somebody to build a raised bed with us");
        (await here.OfferAsync(wish)).NeededBy.ShouldBeNull(); // any day will do

        // Hal rests for a season. He is still in the project, and comes back as he was.
        var rest = new StandingForm { Member = hal.Member.Value, Reason = "He rests until spring" };
        (await cora.DoAsync((SuspendMember suspend) => suspend.SuspendAsync(rest))).ShouldBe(SuspendMember.Outcome.Done);
        bank.Clock.Advance(TimeSpan.FromDays(120));
        (
            await cora.DoAsync((SuspendMember suspend) => suspend.ReinstateAsync(new() { Member = hal.Member.Value, Reason = "Spring" }))
        ).ShouldBe(SuspendMember.Outcome.Done);
        (await hal.DoAsync((MyCirclesQuery query) => query.ReadAsync(project)))!.People.Select(p => p.Name).ShouldBe(["Gus", "Hal"]);
        (await here.OfferAsync(wish)).Status.ShouldBe(OfferStatus.Open);
    }
}
