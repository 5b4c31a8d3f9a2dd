using System.Net;
using CoProduce.Tests.Joining;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Members;

public sealed class CoordinatorsLookAfterMembers(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task They_add_somebody_with_a_name_and_nothing_else()
    {
        await bank.Riverside.AsksForAsync(); // nothing comes before joining
        var cora = await bank.Riverside.CoordinatorAsync();
        var browser = await cora.BrowserAsync();
        var page = await browser.SendAsync(
            await browser.OpenAsync("members/new"),
            new() { ["Form.FirstName"] = "Ѕofía 🌻", ["Form.LastName"] = "عمر" }
        );
        page.QuerySelector(".notice-done")!.TextContent.ShouldContain("Added");
        var member = await bank.Riverside.ReadAsync(db => db.Members.SingleAsync(m => m.LastName == "عمر"));
        member.AddedBy.ShouldBe(cora.Id);
        (await bank.Riverside.BalanceAsync(member.Id)).ShouldBe(120);
    }

    [Fact]
    public async Task A_name_is_needed_and_nothing_typed_is_lost()
    {
        var browser = await (await bank.Riverside.CoordinatorAsync()).BrowserAsync();
        var page = await browser.SendAsync(
            await browser.OpenAsync("members/new"),
            new()
            {
                ["Form.FirstName"] = " ",
                ["Form.LastName"] = "Keptname",
                ["Form.Email"] = "no address",
            }
        );
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Write a name.");
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Write the e-mail address");
        page.QuerySelector("[name='Form.LastName']")!.GetAttribute("value").ShouldBe("Keptname");
        (await bank.Riverside.ReadAsync(db => db.Members.AnyAsync(m => m.LastName == "Keptname"))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_time_bank_is_chosen_where_there_are_several()
    {
        var here = await bank.CreateAsync("two-hubs", "Two");
        await here.AsksForAsync();
        await here.WriteAsync(db =>
            Task.FromResult(db.Hubs.Add(new() { Id = CoProduce.Web.Features.Organisations.HubId.New(), Name = "Village" }))
        );
        var browser = await (await here.CoordinatorAsync()).BrowserAsync();
        var page = await browser.SendAsync(await browser.OpenAsync("members/new"), new() { ["Form.FirstName"] = "Hubless" });
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Choose a time bank.");
        page = await browser.SendAsync(page, new() { ["Form.HubChosen"] = here.Hub.Value.ToString() });
        page.QuerySelector(".notice-done").ShouldNotBeNull();
    }

    [Fact]
    public async Task They_put_in_a_request_for_somebody_who_phones()
    {
        var member = await bank.Riverside.AddMemberAsync("Phoebe", "Phones");
        var cora = await bank.Riverside.CoordinatorAsync();
        var browser = await cora.BrowserAsync();
        var page = await browser.SendAsync(await browser.OpenAsync($"members/{member.Value}/requests/new"), new() { ["Form.Title"] = " " });
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Say in a few words");
        page = await browser.SendAsync(page, new() { ["Form.Title"] = "A shelf hung" });
        page.QuerySelector("main")!.TextContent.ShouldContain("A shelf hung");
        var offer = await bank.Riverside.ReadAsync(db => db.Offers.SingleAsync(o => o.MemberId == member));
        (offer.Kind, offer.MadeBy, offer.Door).ShouldBe(
            (CoProduce.Web.Features.Offers.OfferKind.Request, cora.Id, CoProduce.Ledger.Door.Phone)
        );
        (await bank.Riverside.ReadAsync(db => db.AuditLines.SingleAsync(a => a.SubjectId == offer.Id.Value))).OnBehalfOf.ShouldBe(member);
    }

    [Fact]
    public async Task Contact_details_are_shown_after_a_click_that_is_written_down_and_can_be_changed()
    {
        var member = await bank.Riverside.AddMemberAsync("Percy", "Private", "percy@private.example");
        var cora = await bank.Riverside.CoordinatorAsync();
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync($"members/{member.Value}");
        page.Body!.TextContent.ShouldNotContain("percy@private.example");
        (await LooksAsync(member)).ShouldBe(0);
        var opened = await browser.SendAsync(page, [], "form:has([value='show-contact'])");
        opened.Body!.TextContent.ShouldContain("percy@private.example");
        (await LooksAsync(member)).ShouldBe(1);
        var wrong = await browser.SendAsync(opened, new() { ["Form.Phone"] = new string('1', 60) }, "form:has([name='Form.Phone'])");
        wrong.QuerySelector(".error-summary")!.TextContent.ShouldContain("at most 40");
        await browser.SendAsync(wrong, new() { ["Form.Phone"] = "01632 960555" }, "form:has([name='Form.Phone'])");
        (await bank.Riverside.ReadAsync(db => db.MemberContacts.SingleAsync(c => c.MemberId == member))).Phone.ShouldBe("01632 960555");
    }

    [Fact]
    public async Task They_change_a_name()
    {
        var member = await bank.Riverside.AddMemberAsync("Oldname", "Changing");
        var browser = await (await bank.Riverside.CoordinatorAsync()).BrowserAsync();
        var page = await browser.SendAsync(
            await browser.OpenAsync($"members/{member.Value}/edit"),
            new() { ["Form.FirstName"] = "Newname" }
        );
        page.QuerySelector("h1")!.TextContent.ShouldContain("Newname Changing");
    }

    [Fact]
    public async Task They_suspend_with_a_reason_and_let_somebody_take_part_again()
    {
        var sid = await bank.Riverside.MemberAsync("Sid", "Suspended");
        var browser = await (await bank.Riverside.CoordinatorAsync()).BrowserAsync();
        var page = await browser.OpenAsync($"members/{sid.Member.Value}/standing");
        (await browser.SendAsync(page, [])).QuerySelector(".error-summary")!.TextContent.ShouldContain("Say why");
        await browser.SendAsync(page, new() { ["Pause.Reason"] = "A complaint is looked into" });
        (await StatusAsync(sid.Member)).ShouldBe(MemberStatus.Suspended);
        (await bank.Riverside.ReadAsync(db => db.AuditLines.SingleAsync(a => a.Deed == nameof(SuspendMember)))).Reason.ShouldBe(
            "A complaint is looked into"
        );
        await browser.SendAsync(
            await browser.OpenAsync($"members/{sid.Member.Value}/standing"),
            new() { ["Pause.Reason"] = "Nothing in it" }
        );
        (await StatusAsync(sid.Member)).ShouldBe(MemberStatus.Active);
    }

    [Fact]
    public async Task They_invite_somebody_to_sign_in_who_then_is_the_member()
    {
        var member = await bank.Riverside.AddMemberAsync("Ida", "Invited");
        var browser = await (await bank.Riverside.CoordinatorAsync()).BrowserAsync();
        var page = await browser.OpenAsync($"members/{member.Value}");
        page = await browser.OpenAsync("/" + page.QuerySelector("a[href$='/invite']")!.GetAttribute("href"));
        page = await browser.SendAsync(page, []);
        page.QuerySelector("#f-Email-error")!.TextContent.ShouldContain("the invitation goes there");
        page = await browser.SendAsync(page, new() { ["Form.Email"] = "ida@invited.example" });
        page.QuerySelector(".notice-done")!.TextContent.ShouldContain("on its way");
        page.QuerySelector("main")!.TextContent.ShouldContain("Invited on 18 Nov 2026, not yet");
        var invitation = await bank.Riverside.ReadAsync(db => db.Invitations.SingleAsync(i => i.MemberId == member));
        (invitation.Email, invitation.Name).ShouldBe(("ida@invited.example", "Ida Invited"));
        invitation.Roles.ShouldBe([Role.Member]);
        (await bank.Riverside.ReadAsync(db => db.MemberContacts.SingleAsync(c => c.MemberId == member))).Email.ShouldBe(
            "ida@invited.example"
        );
        page = await browser.OpenAsync($"members/{member.Value}/invite");
        page.QuerySelector("[name='Form.Email']").ShouldBeNull();
        browser.Body.ShouldNotContain("ida@invited.example"); // an address is shown behind its own door only
    }

    [Fact]
    public async Task The_same_invitation_sent_twice_is_one_letter()
    {
        var member = await bank.Riverside.AddMemberAsync("Ines", "Invited");
        var cora = await bank.Riverside.CoordinatorAsync();
        var form = new InviteMemberForm { Member = member.Value, Email = " ines@invited.example " };
        for (var i = 0; i < 2; i++)
            (await cora.DoAsync((InviteMember invite) => invite.HandleAsync(form))).ShouldBe(InviteMember.Outcome.Invited);
        (await bank.Riverside.ReadAsync(db => db.Invitations.SingleAsync(i => i.MemberId == member))).Email.ShouldBe(
            "ines@invited.example"
        );
        (await bank.Riverside.ReadAsync(db => db.Outbox.CountAsync(o => o.Letter!.Contains("ines@invited.example")))).ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_is_invited_who_signs_in_already_or_takes_no_part_or_is_in_custody()
    {
        var here = await bank.CreateAsync("inviting", "Inviting");
        var (ann, gone, inside) = (
            await here.MemberAsync("Ann", email: "ann@signs-in.example"),
            await here.AddMemberAsync("Gone", email: "gone@left.example"),
            await here.AddMemberAsync("Inside", email: "inside@custody.example")
        );
        await here.WriteAsync(async db =>
        {
            (await db.Members.SingleAsync(m => m.Id == gone)).Status = MemberStatus.Left;
            return 0;
        });
        await here.MoveAsync(inside, await here.CustodyAsync());
        var cora = await here.CoordinatorAsync();
        var browser = await cora.BrowserAsync();
        foreach (var member in new[] { ann.Member, gone, inside })
        {
            (await browser.OpenAsync($"members/{member.Value}")).QuerySelector("a[href$='/invite']").ShouldBeNull();
            var outcome = await cora.DoAsync((InviteMember invite) => invite.HandleAsync(new() { Member = member.Value }));
            outcome.ShouldBe(member == ann.Member ? InviteMember.Outcome.HasSignIn : InviteMember.Outcome.NotFound);
            (await here.ReadAsync(db => db.Invitations.AnyAsync(i => i.MemberId == member))).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Who_leaves_may_give_the_rest_to_the_pot_and_the_account_closes()
    {
        var lou = await bank.Riverside.AddMemberAsync("Lou", "Leaving");
        var browser = await (await bank.Riverside.CoordinatorAsync()).BrowserAsync();
        var pot = await bank.Riverside.OwnAsync(CoProduce.Ledger.AccountKind.Pot);
        var page = await browser.SendAsync(
            await browser.OpenAsync($"members/{lou.Value}/leave"),
            new() { ["Form.Reason"] = "Moves to Wales", ["Form.Rest"] = $"{pot.Value}" }
        );
        await browser.SendAsync(page, []);
        (await StatusAsync(lou)).ShouldBe(MemberStatus.Left);
        var account = await bank.Riverside.ReadAsync(db => db.Accounts.SingleAsync(a => a.Id == lou.Account));
        account.Balance.ShouldBe(0);
        account.ClosedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Nobody_leaves_while_an_exchange_waits()
    {
        var (ann, bob) = (await bank.Riverside.MemberAsync("Ann", "Waiting"), await bank.Riverside.MemberAsync("Bob"));
        await ann.GaveAsync(60, to: bob.Member);
        var browser = await (await bank.Riverside.CoordinatorAsync()).BrowserAsync();
        var page = await browser.SendAsync(
            await browser.OpenAsync($"members/{ann.Member.Value}/leave"),
            new() { ["Form.Reason"] = "Moves", ["Form.Rest"] = LeaveForm.Later }
        );
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Settle those first");
        (await StatusAsync(ann.Member)).ShouldBe(MemberStatus.Active);
    }

    [Fact]
    public async Task A_peer_broker_sees_first_name_and_skills_and_never_more()
    {
        var member = await bank.Riverside.AddMemberAsync("Nora", "Secretname", "nora@secret.example");
        await bank.Riverside.WriteAsync(db => Task.FromResult(db.MemberSkills.Add(new() { MemberId = member, Words = "Knitting socks" })));
        var pia = await (await bank.Riverside.StaffAsync("Pia", Role.PeerBroker)).BrowserAsync();
        var page = await pia.OpenAsync($"members/{member.Value}");
        pia.Status.ShouldBe(HttpStatusCode.OK);
        page.QuerySelector("main")!.TextContent.ShouldContain("Knitting socks");
        foreach (var path in new[] { $"members/{member.Value}", "desk?q=nora", "desk?q=knitting" })
        {
            var seen = await pia.OpenAsync(path);
            seen.QuerySelector("main")!.TextContent.ShouldContain("Nora");
            pia.Body.ShouldNotContain("Secretname");
            pia.Body.ShouldNotContain("secret.example");
            pia.Body.ShouldNotContain("show-contact");
        }
        (await pia.OpenAsync("desk?q=secretname")).QuerySelectorAll("[data-line]").ShouldBeEmpty();
        (await pia.OpenAsync("desk?q=nora@secret.example")).QuerySelectorAll("[data-line]").ShouldBeEmpty();
        foreach (var path in new[] { "edit", "standing", "leave" })
        {
            await pia.OpenAsync($"members/{member.Value}/{path}");
            pia.Status.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task A_coordinator_of_another_organisation_finds_nobody()
    {
        var member = await bank.Riverside.AddMemberAsync("Nora", "Elsewhere");
        var hilda = await (await bank.Hillside.CoordinatorAsync()).BrowserAsync();
        foreach (var path in new[] { "", "/edit", "/standing", "/leave" })
        {
            await hilda.OpenAsync($"members/{member.Value}{path}");
            hilda.Status.ShouldBe(HttpStatusCode.NotFound, path);
        }
        (await hilda.OpenAsync("desk?q=elsewhere")).QuerySelector("#results")!.TextContent.ShouldContain("Nobody and nothing");
    }

    private Task<int> LooksAsync(MemberId member) => bank.Riverside.ReadAsync(db => db.RecordViews.CountAsync(v => v.MemberId == member));

    private Task<MemberStatus> StatusAsync(MemberId member) =>
        bank.Riverside.ReadAsync(db => db.Members.Where(m => m.Id == member).Select(m => m.Status).SingleAsync());
}
