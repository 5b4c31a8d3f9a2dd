using CoProduce.Tests.Circles;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Circles;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Privacy;
using CoProduce.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>
/// KeyRing: nine people who live near one another make one network with a volunteer. They see each other and what each can give; the volunteer walks round with
/// a list by street and knows on whom to look in.
/// </summary>
public sealed class NeighboursInANetwork(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task From_the_first_member_to_a_visit()
    {
        var here = bank.Riverside;
        var cora = await here.CoordinatorAsync();
        var (vi, ann, bob) = (
            await here.MemberAsync("Vi", "Volunteer"),
            await here.MemberAsync("Ann", "Alder"),
            await here.MemberAsync("Bob", "Birch")
        );
        var (cyd, olu) = (await here.AddMemberAsync("Cyd", "Cherry"), await here.MemberAsync("Olu", "Outside"));
        await here.WriteAsync(async db =>
        {
            db.MemberSkills.Add(
                new()
                {
                    MemberId = ann.Member,
                    Words = "Bread and jam",
                    Side = SkillSide.Gives,
                }
            );
            (await db.MemberContacts.SingleAsync(c => c.MemberId == ann.Member)).Phone = "01632 960111";
            return 0;
        });
        var network = await cora.BeginsAsync(CircleKind.Network, "Mill Lane");
        foreach (
            var (who, street) in new[]
            {
                (vi.Member, "Mill Lane"),
                (ann.Member, "Weir Road"),
                (bob.Member, "Church Street"),
                (cyd, "Mill Lane"),
            }
        )
            (await cora.PutsAsync(network, who, street)).ShouldBe(JoinCircle.Outcome.Joined);
        (await cora.ChoosesAsync(network, vi.Member)).ShouldBe(SaveCircle.Outcome.Saved);
        await bob.DoAsync(
            (GiveConsent give) =>
                give.HandleAsync(
                    new()
                    {
                        Purpose = ConsentPurpose.Directory,
                        Give = true,
                        Version = 1,
                    }
                )
        );

        // A member finds it on their profile, and sees first names and gifts; the last name of him alone who is in the directory.
        var page = (await (await ann.BrowserAsync()).OpenAsync("me")).QuerySelector($"main a[href$='me/circles/{network.Value}']");
        page!.TextContent.ShouldBe("Mill Lane");
        var seen = (await ann.DoAsync((MyCirclesQuery query) => query.ReadAsync(network)))!;
        seen.People.Select(p => p.Name).ShouldBe(["Ann", "Bob Birch", "Cyd", "Vi"]);
        seen.People.ShouldAllBe(p => p.Place == "" && !p.IsQuiet);
        var text = (await (await bob.BrowserAsync()).OpenAsync($"me/circles/{network.Value}")).QuerySelector("main")!.TextContent;
        text.ShouldContain("Bread and jam");
        text.ShouldNotContain("01632 960111");
        text.ShouldNotContain("Alder");
        text.ShouldNotContain("Weir Road");

        // Three months on nobody has heard of Cyd. The volunteer's list is by street and says so; nobody else opens it.
        bank.Clock.Advance(TimeSpan.FromDays(90));
        var (_, exchange) = await ann.GaveAsync(60, to: bob.Member);
        await bob.ConfirmsAsync(exchange);
        var round = (await vi.DoAsync((MyCirclesQuery query) => query.RoundAsync(network)))!;
        round
            .People.Select(p => (p.Place, p.Name))
            .ShouldBe([("Church Street", "Bob Birch"), ("Mill Lane", "Cyd"), ("Mill Lane", "Vi"), ("Weir Road", "Ann")]);
        round.People.Where(p => p.IsQuiet).Select(p => p.Name).ShouldBe(["Cyd", "Vi"]);
        (await cora.DoAsync((MyCirclesQuery query) => query.RoundAsync(network))).ShouldNotBeNull();
        (await ann.DoAsync((MyCirclesQuery query) => query.RoundAsync(network))).ShouldBeNull();
        (await olu.DoAsync((MyCirclesQuery query) => query.ReadAsync(network))).ShouldBeNull();

        // Vi moves on; with her the right to the list goes.
        await cora.TakesOutAsync(network, vi.Member);
        (await vi.DoAsync((MyCirclesQuery query) => query.RoundAsync(network))).ShouldBeNull();
        (await vi.DoAsync((MyCirclesQuery query) => query.ReadAsync(network))).ShouldBeNull();
    }

    [Fact]
    public async Task And_nobody_in_custody_is_named_to_those_outside()
    {
        var here = bank.Riverside;
        var (cora, ann) = (await here.CoordinatorAsync("Cass"), await here.MemberAsync("Nan", "Puw"));
        var idris = await here.AddMemberInCustodyAsync("Idris", "Puw");
        var home = await cora.BeginsAsync(CircleKind.Household, "The Puws", ann.Member, idris);
        (await ann.DoAsync((MyCirclesQuery query) => query.ReadAsync(home)))!.People.Select(p => p.Name).ShouldBe(["Nan"]);
    }
}
