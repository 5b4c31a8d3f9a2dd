using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Circles;
using CoProduce.Web.Features.MemberLists;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Privacy;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shouldly;

namespace CoProduce.Tests.Circles;

public sealed class HouseholdsAndNetworksTests(Bank bank) : IClassFixture<Bank>
{
    private Place Here => bank.Riverside;

    [Fact]
    public async Task A_member_lives_in_one_household_and_is_in_any_number_of_networks()
    {
        var (cora, ann, bob) = (await Here.CoordinatorAsync(), await Here.AddMemberAsync("Ann"), await Here.AddMemberAsync("Bob"));
        var home = await cora.BeginsAsync(CircleKind.Household, "Ann and Bob", ann, bob);
        var other = await cora.BeginsAsync(CircleKind.Household, "Ann alone");
        await cora.BeginsAsync(CircleKind.Network, "Mill Lane", ann);
        await cora.BeginsAsync(CircleKind.Network, "The allotments", ann);
        (await cora.PutsAsync(other, ann)).ShouldBe(JoinCircle.Outcome.OtherHousehold);
        (await cora.PutsAsync(home, ann)).ShouldBe(JoinCircle.Outcome.IsInIt);
        (await cora.TakesOutAsync(home, ann)).ShouldBe(LeaveCircle.Outcome.Done);
        (await cora.PutsAsync(other, ann)).ShouldBe(JoinCircle.Outcome.Joined);
        (await cora.PutsBackAsync(home, ann)).ShouldBe(LeaveCircle.Outcome.CannotComeBack);
        (await cora.InItAsync(home)).ShouldBe([bob]);
    }

    [Fact]
    public async Task The_database_holds_to_one_household_whoever_writes()
    {
        var (cora, ann) = (await Here.CoordinatorAsync(), await Here.AddMemberAsync("Ann"));
        await cora.BeginsAsync(CircleKind.Household, "One", ann);
        var (two, network) = (
            await cora.BeginsAsync(CircleKind.Household, "Two"),
            await cora.BeginsAsync(CircleKind.Network, "Mill Lane", ann)
        );
        (await WriteAsync(two, CircleKind.Household)).ShouldBe(PostgresErrorCodes.UniqueViolation);
        // Nor by saying that a household is a network.
        (await WriteAsync(two, CircleKind.Network)).ShouldBe(PostgresErrorCodes.ForeignKeyViolation);
        (await WriteAsync(network, CircleKind.Network)).ShouldBe(PostgresErrorCodes.UniqueViolation);

        async Task<string> WriteAsync(CircleId circle, CircleKind kind)
        {
            var refused = await Should.ThrowAsync<DbUpdateException>(() =>
                Here.WriteAsync(db =>
                {
                    db.CircleMembers.Add(
                        new()
                        {
                            Id = Guid.CreateVersion7(),
                            CircleId = circle,
                            Kind = kind,
                            MemberId = ann,
                        }
                    );
                    return Task.FromResult(0);
                })
            );
            return ((PostgresException)refused.InnerException!).SqlState;
        }
    }

    [Fact]
    public async Task A_network_lies_in_one_time_bank_and_only_people_who_take_part_come_in()
    {
        var (cora, far, gone) = (await Here.CoordinatorAsync(), await Here.AddMemberAsync("Far"), await Here.AddMemberAsync("Gone"));
        await Here.MoveAsync(far, await Here.AddHubAsync("Village"));
        await Here.WriteAsync(db =>
            db.Members.Where(m => m.Id == gone).ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MemberStatus.Suspended))
        );
        var (network, home) = (
            await cora.BeginsAsync(CircleKind.Network, "Mill Lane"),
            await cora.BeginsAsync(CircleKind.Household, "Far and away")
        );
        (await cora.PutsAsync(network, far)).ShouldBe(JoinCircle.Outcome.OtherHub);
        (await cora.PutsAsync(home, far)).ShouldBe(JoinCircle.Outcome.Joined);
        (await cora.PutsAsync(home, gone)).ShouldBe(JoinCircle.Outcome.NotTakingPart);
        (await cora.PutsAsync(home, MemberId.New())).ShouldBe(JoinCircle.Outcome.UnknownMember);
        var there = await bank.Hillside.CoordinatorAsync("Hal");
        (await there.PutsAsync(network, await bank.Hillside.AddMemberAsync("Hilda"))).ShouldBe(JoinCircle.Outcome.NotFound);
    }

    [Fact]
    public async Task Ended_with_a_reason_it_can_be_taken_up_again_with_those_who_can_still_come()
    {
        var (cora, ann, bob) = (await Here.CoordinatorAsync(), await Here.AddMemberAsync("Ann"), await Here.AddMemberAsync("Bob"));
        var home = await cora.BeginsAsync(CircleKind.Household, "Ann and Bob", ann, bob);
        (await cora.ChoosesAsync(home, bob)).ShouldBe(SaveCircle.Outcome.Saved);
        (await cora.EndsAsync(home)).ShouldBe(EndCircle.Outcome.Done);
        (await cora.EndsAsync(home)).ShouldBe(EndCircle.Outcome.NotFound);
        (await cora.PutsAsync(home, await Here.AddMemberAsync("Cyd"))).ShouldBe(JoinCircle.Outcome.NotFound);
        (await cora.InItAsync(home)).ShouldBeEmpty();
        await cora.BeginsAsync(CircleKind.Household, "Bob alone", bob);

        (await cora.TakesUpAsync(home)).ShouldBe(EndCircle.Outcome.Done);
        (await cora.InItAsync(home)).ShouldBe([ann]);
        var circle = (await cora.DoAsync((CirclesQuery query) => query.ReadAsync(home)))!.Circle;
        (circle.EndedWhy, circle.ContactId).ShouldBe(("", null)); // Bob's address serves nobody any more
    }

    [Fact]
    public async Task Whoever_leads_or_lends_an_address_is_in_it_and_stops_with_going_out()
    {
        var (cora, ann) = (await Here.CoordinatorAsync(), await Here.AddMemberAsync("Ann"));
        var network = await cora.BeginsAsync(CircleKind.Network, "Mill Lane", ann);
        (await cora.ChoosesAsync(network, await Here.AddMemberAsync("Bob"))).ShouldBe(SaveCircle.Outcome.NotInIt);
        (await cora.ChoosesAsync(network, ann)).ShouldBe(SaveCircle.Outcome.Saved);
        await cora.TakesOutAsync(network, ann);
        var circle = (await cora.DoAsync((CirclesQuery query) => query.ReadAsync(network)))!.Circle;
        (circle.LeaderId, circle.ContactId, circle.OneLetter).ShouldBe((null, null, false));
    }

    [Fact]
    public async Task Staff_see_who_lives_together_on_each_others_page_and_whose_address_serves()
    {
        var (cora, ann, bob) = (
            await Here.CoordinatorAsync(),
            await Here.AddMemberAsync("Ann", "Puw"),
            await Here.AddMemberAsync("Bob", "Puw")
        );
        var home = await cora.BeginsAsync(CircleKind.Household, "The Puws", ann, bob);
        await cora.ChoosesAsync(home, bob, "The Puws");
        var page = await (await cora.BrowserAsync()).OpenAsync($"members/{ann.Value}");
        var part = page.QuerySelector("section[aria-labelledby='circles-title']")!;
        part.TextContent.ShouldContain("Address and telephone are those of Bob Puw");
        part.TextContent.ShouldContain("One letter for the household.");
        part.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).ShouldContain($"riverside/members/{bob.Value}");
        (await Here.BalanceAsync(ann)).ShouldBe(await Here.BalanceAsync(bob)); // each their own welcome, and nothing mixed
    }

    [Fact]
    public async Task By_keyboard_a_name_puts_somebody_in_and_going_out_can_be_taken_back()
    {
        var (cora, zeno) = (await Here.CoordinatorAsync(), await Here.AddMemberAsync("Zeno", "Zephyr"));
        var network = await cora.BeginsAsync(CircleKind.Network, "Mill Lane");
        var browser = await cora.BrowserAsync();
        var page = await browser.SendAsync(
            await browser.OpenAsync($"circles/{network.Value}"),
            new() { ["Form.MemberTyped"] = "zeno z", ["Form.Place"] = "Mill Lane" },
            "form:has([name='Form.MemberTyped'])"
        );
        page.QuerySelector(".notice-done").ShouldNotBeNull(browser.Body);
        (await cora.InItAsync(network)).ShouldBe([zeno]);
        page = await browser.SendAsync(page, [], "form:has([value='take-out'])");
        (await cora.InItAsync(network)).ShouldBeEmpty();
        await browser.SendAsync(page, [], ".notice-done form:has([value='put-back'])");
        (await cora.InItAsync(network)).ShouldBe([zeno]);
        page = await browser.SendAsync(page, new() { ["Form.MemberTyped"] = "nobody like this" }, "form:has([name='Form.MemberTyped'])");
        page.QuerySelector(".error")!.TextContent.ShouldContain("Choose the member");
        page.QuerySelector("[name='Form.MemberTyped']")!.GetAttribute("value").ShouldBe("nobody like this");
    }

    [Fact]
    public async Task The_list_of_members_is_narrowed_by_it()
    {
        var (cora, ann, bob) = (await Here.CoordinatorAsync(), await Here.AddMemberAsync("Ann"), await Here.AddMemberAsync("Bob"));
        var network = await cora.BeginsAsync(CircleKind.Network, "Mill Lane", ann, bob);
        await cora.TakesOutAsync(network, bob);
        var filter = new MemberFilter { Circle = network };
        filter.Narrows.ShouldBeTrue();
        filter.At("members").ShouldBe($"members?circle={network.Value}");
        (await cora.DoAsync((MembersQuery query) => query.PageAsync(filter, 1))).Lines.Select(l => l.Id).ShouldBe([ann]);
    }

    [Fact]
    public async Task Who_leaves_the_organisation_leaves_every_circle_and_with_the_last_who_is_erased_it_goes()
    {
        var (cora, ann, bob) = (await Here.CoordinatorAsync(), await Here.AddMemberAsync("Ann"), await Here.AddMemberAsync("Bob"));
        var home = await cora.BeginsAsync(CircleKind.Household, "The Puws", ann, bob);
        await cora.ChoosesAsync(home, ann);
        await GoesAsync(ann);
        (await cora.InItAsync(home)).ShouldBe([bob]);
        (await EraseAsync(ann)).ShouldBe(EraseMember.Outcome.Erased);
        (await cora.DoAsync((CirclesQuery query) => query.ReadAsync(home)))!.People.Select(p => p.Id).ShouldBe([bob]);
        await GoesAsync(bob);
        await EraseAsync(bob);
        (await cora.DoAsync((CirclesQuery query) => query.ReadAsync(home))).ShouldBeNull();

        async Task GoesAsync(MemberId member)
        {
            var form = new LeaveForm
            {
                Member = member.Value,
                Balance = await Here.BalanceAsync(member),
                Reason = "Moving away",
                Rest = (
                    await Here.ReadAsync(db => db.Accounts.Where(a => a.Kind == AccountKind.Pot).Select(a => a.Id).FirstAsync())
                ).Value.ToString(),
            };
            (await cora.DoAsync((EndMembership end) => end.HandleAsync(form))).ShouldBe(EndMembership.Outcome.Left);
        }

        async Task<EraseMember.Outcome> EraseAsync(MemberId member)
        {
            var number = await Here.NumberAsync(member);
            return await cora.DoAsync(
                (EraseMember erase) =>
                    erase.HandleAsync(
                        new()
                        {
                            Member = member.Value,
                            Number = $"{number}",
                            Reason = "Asked by letter",
                        }
                    )
            );
        }
    }
}
