using System.Net;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Care;

/// <summary>A concern is read by those with the right to safeguarding and whoever sees to it, grows step by step, and is kept from whom it is about.</summary>
public sealed class ConcernsAreForFew(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task The_right_and_the_owner_open_it_and_for_every_other_coordinator_it_is_not_there()
    {
        var here = bank.Riverside;
        var (gwen, olga, cora) = (await here.GuardianAsync(), await here.CoordinatorAsync("Olga"), await here.CoordinatorAsync());
        var mair = await here.AddMemberAsync("Mair", "Worried-about");
        var concern = await cora.WorriesAsync(mair, owner: olga, seen: "She did not want to go home");
        foreach (var reader in new[] { gwen, olga })
        {
            var browser = await reader.BrowserAsync();
            (await browser.OpenAsync($"concerns/{concern.Value}")).Body!.TextContent.ShouldContain("She did not want to go home");
            (await browser.OpenAsync("concerns")).Body!.TextContent.ShouldContain("Worried-about");
        }
        var other = await cora.BrowserAsync(); // who recorded it
        await other.OpenAsync($"concerns/{concern.Value}");
        other.Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.OpenAsync("concerns")).Body!.TextContent.ShouldNotContain("Worried-about");
        (await cora.StepsAsync(concern, "I had a word", ConcernStatus.Closed, cora)).ShouldBe(TakeConcernStep.Outcome.NotFound);
        var there = await (await bank.Hillside.GuardianAsync("Hana")).DoAsync((ConcernsQuery query) => query.OpenAsync(concern));
        there.ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_reads_or_sees_to_one_about_themself()
    {
        var here = bank.Riverside;
        var gwen = await here.GuardianAsync();
        var mair = await here.MemberAsync("Mair", "Coordinates-too");
        await here.WriteAsync(async db =>
        {
            (await db.RoleHolders.SingleAsync(h => h.Id == mair.Id)).Roles = [Role.Member, Role.Coordinator, Role.Safeguarding];
            return 0;
        });
        var concern = await gwen.WorriesAsync(mair.Member, owner: gwen);
        var browser = await mair.BrowserAsync();
        await browser.OpenAsync($"concerns/{concern.Value}");
        browser.Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.OpenAsync("concerns")).Body!.TextContent.ShouldNotContain("Coordinates-too");
        (await gwen.StepsAsync(concern, "Over to her", ConcernStatus.LookedInto, mair)).ShouldBe(TakeConcernStep.Outcome.OwnerIsConcerned);
    }

    [Fact]
    public async Task Every_step_is_added_and_nothing_before_it_is_changed()
    {
        var here = bank.Riverside;
        var (gwen, olga) = (await here.GuardianAsync(), await here.CoordinatorAsync("Olga"));
        var concern = await gwen.WorriesAsync(await here.AddMemberAsync("Mair"), owner: olga);
        (await olga.StepsAsync(concern, "Rang her daughter", ConcernStatus.LookedInto, olga)).ShouldBe(TakeConcernStep.Outcome.Taken);
        (await olga.StepsAsync(concern, "Told the council's team", ConcernStatus.PassedOn, gwen)).ShouldBe(TakeConcernStep.Outcome.Taken);
        var steps = await here.ReadAsync(db => db.ConcernSteps.Where(s => s.ConcernId == concern).OrderBy(s => s.Status).ToListAsync());
        steps
            .Select(s => (s.Words, s.Status, s.OwnerId))
            .ShouldBe([
                ("Rang her daughter", ConcernStatus.LookedInto, olga.Id),
                ("Told the council's team", ConcernStatus.PassedOn, gwen.Id),
            ]);
        var now = await here.ReadAsync(db => db.Concerns.SingleAsync(c => c.Id == concern));
        (now.Status, now.OwnerId, now.DueOn, now.Seen).ShouldBe((ConcernStatus.PassedOn, gwen.Id, Caring.Today.AddDays(14), "A bruise"));
        (await olga.StepsAsync(concern, "No longer hers", ConcernStatus.Closed, olga)).ShouldBe(TakeConcernStep.Outcome.NotFound);
    }

    [Fact]
    public async Task That_somebody_looked_is_kept_from_the_member_until_they_were_told()
    {
        var here = bank.Riverside;
        var gwen = await here.GuardianAsync("Gwenllian");
        var mair = await here.MemberAsync("Mair");
        var concern = await gwen.WorriesAsync(mair.Member, owner: gwen);
        await (await gwen.BrowserAsync()).OpenAsync($"concerns/{concern.Value}");
        var (hers, printed) = (await mair.BrowserAsync(), await (await here.CoordinatorAsync()).BrowserAsync());
        (await hers.OpenAsync("me/looks")).Body!.TextContent.ShouldNotContain("Gwenllian");
        (await printed.OpenAsync($"members/{mair.Member.Value}/looks")).Body!.TextContent.ShouldNotContain("Gwenllian");
        await gwen.StepsAsync(concern, "Sat down with her", ConcernStatus.LookedInto, gwen, told: true);
        (await hers.OpenAsync("me/looks")).Body!.TextContent.ShouldContain("safeguarding record");
        (await printed.OpenAsync($"members/{mair.Member.Value}/looks")).Body!.TextContent.ShouldContain("Gwenllian");
    }

    [Fact]
    public async Task The_list_begins_with_what_is_due_first_and_the_owner_finds_it_on_their_day()
    {
        var here = await bank.CreateAsync($"worried-{Guid.NewGuid():N}"[..30], "Worried");
        var gwen = await here.GuardianAsync();
        await gwen.WorriesAsync(await here.AddMemberAsync("Later"), owner: gwen, dueIn: 9);
        await gwen.WorriesAsync(await here.AddMemberAsync("Sooner"), owner: gwen, dueIn: 2);
        var browser = await gwen.BrowserAsync();
        var names = (await browser.OpenAsync("concerns")).QuerySelectorAll("main .lines strong").Select(s => s.TextContent);
        names.ShouldBe(["Sooner Example", "Later Example"]);
        (await browser.OpenAsync("today")).QuerySelectorAll("main a[href*='/concerns/']").Length.ShouldBe(2);
        var other = await (await here.CoordinatorAsync()).BrowserAsync();
        (await other.OpenAsync("today")).QuerySelectorAll("main a[href*='/concerns/']").ShouldBeEmpty();
    }
}
