using CoProduce.Tests.Support;
using CoProduce.Web.Features.MemberLists;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.MemberLists;

public sealed class ManyMembersAreChangedTogether(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task After_a_look_at_who_changes_and_who_stays()
    {
        var here = await bank.CreateAsync("together", "Together");
        var (ann, bob, gone) = (
            await here.AddMemberAsync("Ann", "A"),
            await here.AddMemberAsync("Bob", "B"),
            await here.AddMemberAsync("Gone", "G")
        );
        await LeaveAsync(here, gone);
        var village = await here.AddHubAsync("Village");
        await here.MoveAsync(bob, village);
        var cora = await here.CoordinatorAsync();
        var browser = await cora.BrowserAsync();

        var page = await browser.OpenAsync(
            $"members/together?whom=ticked&do=move&to={village.Value}&pick={ann.Value}&pick={bob.Value}&pick={gone.Value}"
        );
        var words = page.QuerySelector("main")!.TextContent;
        words.ShouldContain("1 member will move");
        words.ShouldContain("is there already");
        words.ShouldContain("has left");
        (await HubOfAsync(here, ann)).ShouldBe(here.Hub);

        page = await browser.SendAsync(page, []);
        page.QuerySelector(".notice-done").ShouldNotBeNull();
        (await HubOfAsync(here, ann)).ShouldBe(village);
        (await HubOfAsync(here, gone)).ShouldBe(here.Hub);
        var line = await here.ReadAsync(db => db.AuditLines.SingleAsync(a => a.Deed == "MoveTogether"));
        (line.By, line.OnBehalfOf).ShouldBe((cora.Id, ann));
    }

    [Fact]
    public async Task With_a_reason_kept_and_only_those_who_were_looked_at()
    {
        var here = await bank.CreateAsync("together-pause", "Pause");
        var ann = await here.AddMemberAsync("Ann", "A");
        var browser = await (await here.CoordinatorAsync()).BrowserAsync();
        var page = await browser.OpenAsync("members/together?whom=all&do=suspend");
        var late = await here.AddMemberAsync("Late", "L");
        page = await browser.SendAsync(page, new() { ["Form.Reason"] = " " });
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Say why");
        (await StatusOfAsync(here, ann)).ShouldBe(MemberStatus.Active);

        await browser.SendAsync(page, new() { ["Form.Reason"] = "The hall is shut" });
        (await StatusOfAsync(here, ann)).ShouldBe(MemberStatus.Suspended);
        (await StatusOfAsync(here, late)).ShouldBe(MemberStatus.Active);
        (await here.ReadAsync(db => db.AuditLines.SingleAsync(a => a.Deed == "SuspendTogether"))).Reason.ShouldBe("The hall is shut");
    }

    [Fact]
    public async Task Invitations_go_to_those_who_can_be_invited()
    {
        var here = await bank.CreateAsync("together-invite", "Invite");
        var (mail, none) = (await here.AddMemberAsync("Mail", "M", "mail@together.example"), await here.AddMemberAsync("None", "N"));
        var (signsIn, inside) = (await here.MemberAsync("Signs"), await here.AddMemberInCustodyAsync("Idris"));
        var cora = await here.CoordinatorAsync();
        IReadOnlyList<MemberId> all = [mail, none, signsIn.Member, inside];

        var plan = await cora.DoAsync((ChangeTogether change) => change.PlanAsync(TogetherDeed.Invite, all, null, null));
        plan.Fates.ToDictionary(f => f.Member.Id, f => f.Spared)
            .ShouldBe(
                new Dictionary<MemberId, TogetherSpared?>
                {
                    [mail] = null,
                    [none] = TogetherSpared.NoAddress,
                    [signsIn.Member] = TogetherSpared.IsSo,
                    [inside] = TogetherSpared.InCustody,
                },
                ignoreOrder: true
            );
        var form = new TogetherForm { Deed = TogetherDeed.Invite, Members = string.Join('.', all.Select(m => m.Value)) };
        (await cora.DoAsync((ChangeTogether change) => change.HandleAsync(form))).ShouldBe(ChangeTogether.Outcome.Done);
        (await cora.DoAsync((ChangeTogether change) => change.HandleAsync(form))).ShouldBe(ChangeTogether.Outcome.Done);
        (await here.ReadAsync(db => db.Invitations.Select(i => i.MemberId).ToListAsync())).ShouldBe([mail]);
    }

    [Fact]
    public async Task Nobody_of_another_organisation_and_to_no_time_bank_of_another()
    {
        var (here, there) = (await bank.CreateAsync("together-a", "A"), await bank.CreateAsync("together-b", "B"));
        var (ann, stranger) = (await here.AddMemberAsync("Ann", "A"), await there.AddMemberAsync("Stranger", "S"));
        var cora = await here.CoordinatorAsync();

        (await cora.DoAsync((ChangeTogether change) => change.PlanAsync(TogetherDeed.Suspend, [stranger], null, null))).Count.ShouldBe(0);
        (
            await DoAsync(
                cora,
                new()
                {
                    Deed = TogetherDeed.Suspend,
                    Members = $"{stranger.Value}",
                    Reason = "Why not",
                }
            )
        ).ShouldBe(ChangeTogether.Outcome.Nobody);
        (
            await DoAsync(
                cora,
                new()
                {
                    Deed = TogetherDeed.Move,
                    Members = $"{ann.Value}",
                    Hub = there.Hub.Value,
                }
            )
        ).ShouldBe(ChangeTogether.Outcome.UnknownHub);
        (await StatusOfAsync(there, stranger)).ShouldBe(MemberStatus.Active);
    }

    private static Task<ChangeTogether.Outcome> DoAsync(Actor by, TogetherForm form) =>
        by.DoAsync((ChangeTogether change) => change.HandleAsync(form));

    private static Task<HubId> HubOfAsync(Place here, MemberId member) =>
        here.ReadAsync(db => db.Members.Where(m => m.Id == member).Select(m => m.HubId).SingleAsync());

    private static Task<MemberStatus> StatusOfAsync(Place here, MemberId member) =>
        here.ReadAsync(db => db.Members.Where(m => m.Id == member).Select(m => m.Status).SingleAsync());

    private static Task<int> LeaveAsync(Place here, MemberId member) =>
        here.WriteAsync(db =>
            db.Members.Where(m => m.Id == member).ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MemberStatus.Left))
        );
}
