using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Moving;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Reports;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Moving;

/// <summary>A member comes to belong to another hub of the organisation, and no figure of the past moves with them.</summary>
public sealed class MembersMoveBetweenHubs(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task No_past_figure_moves_with_them()
    {
        var here = await NewAsync();
        var (cora, tom, coast) = (
            await here.CoordinatorAsync(),
            await here.StaffAsync("Tom", Role.Trustee),
            await here.AddHubAsync("Coast")
        );
        var (lou, bob) = (await here.MemberAsync("Lou"), await here.MemberAsync("Bob"));
        for (var i = 0; i < 6; i++)
            await here.AddMemberAsync("Somebody");
        var (_, exchange) = await lou.GaveAsync(60, to: bob.Member);
        await bob.ConfirmsAsync(exchange);
        await here.WriteAsync(db =>
            Task.FromResult(
                db.Offers.Add(
                    new()
                    {
                        Id = OfferId.New(),
                        Kind = OfferKind.Request,
                        MemberId = lou.Member,
                        Title = "A shelf",
                        MadeAt = bank.Clock.GetUtcNow(),
                    }
                )
            )
        );
        bank.Clock.Advance(TimeSpan.FromDays(1));
        var (old, whole) = (await FactsAsync(tom, here.Hub), await FactsAsync(tom, null));

        (await cora.MovesToHubAsync(lou.Member, coast)).ShouldBe(MoveToHub.Outcome.Moved);

        (await FactsAsync(tom, here.Hub)).ShouldBe(old);
        (await FactsAsync(tom, null)).ShouldBe(whole);
        (await HubOfAsync(here, lou.Member)).ShouldBe(coast);
        var (_, next) = await lou.GaveAsync(60, to: bob.Member);
        (await here.ReadAsync(db => db.Exchanges.SingleAsync(e => e.Id == next))).HubId.ShouldBe(coast);
        (await here.ReadAsync(db => db.Exchanges.SingleAsync(e => e.Id == exchange))).HubId.ShouldBe(here.Hub);
    }

    [Fact]
    public async Task It_is_read_back_told_shown_and_undone()
    {
        var here = await NewAsync();
        var (cora, coast) = (await here.CoordinatorAsync(), await here.AddHubAsync("Coast"));
        var lou = await here.AddMemberAsync("Lou", "Moves", "lou@moves.example");
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync($"members/{lou.Value}/move");
        page = await browser.SendAsync(page, new() { ["Form.HubChosen"] = coast.Value.ToString(), ["Form.Reason"] = "" });
        page.QuerySelector("#f-Reason-error")!.TextContent.ShouldContain("Say why");
        page = await browser.SendAsync(page, new() { ["Form.Reason"] = "Nearer to her sister" });
        page.QuerySelector(".read-back")!.TextContent.ShouldContain("stays counted in Town");
        (await HubOfAsync(here, lou)).ShouldBe(here.Hub);
        page = await browser.SendAsync(page, []);
        page.QuerySelector(".notice-done")!.TextContent.ShouldContain("Lou belongs to Coast now.");
        page.Body!.TextContent.ShouldContain("Moved from Town to Coast");
        (await here.UnsentAsync()).ShouldContain(l => l.Contains("You belong to Coast", StringComparison.Ordinal));

        page = await browser.OpenAsync($"members/{lou.Value}/move");
        page = await browser.SendAsync(
            page,
            new() { ["Which"] = page.QuerySelector("[name=Which]")!.GetAttribute("value") },
            "main section[aria-labelledby=history-title] form"
        );
        page.QuerySelector(".notice-done")!.TextContent.ShouldContain("It is undone.");
        (await HubOfAsync(here, lou)).ShouldBe(here.Hub);
        page.Body!.TextContent.ShouldContain("Undone");
    }

    [Fact]
    public async Task On_a_day_to_come_nothing_changes_until_then_and_it_can_be_called_off()
    {
        var here = await NewAsync();
        var (cora, coast) = (await here.CoordinatorAsync(), await here.AddHubAsync("Coast"));
        var (lou, ann) = (await here.AddMemberAsync("Lou"), await here.AddMemberAsync("Ann"));
        var day = DateOnly.FromDateTime(bank.Clock.GetUtcNow().UtcDateTime).AddDays(3);
        (await cora.MovesToHubAsync(lou, coast, day.AddDays(-4))).ShouldBe(MoveToHub.Outcome.WrongDay);
        (await cora.MovesToHubAsync(lou, coast, day)).ShouldBe(MoveToHub.Outcome.Planned);
        (await cora.MovesToHubAsync(lou, coast)).ShouldBe(MoveToHub.Outcome.OneIsPlanned);
        (await cora.MovesToHubAsync(ann, coast, day)).ShouldBe(MoveToHub.Outcome.Planned);
        var off = await here.ReadAsync(db => db.HubMoves.SingleAsync(m => m.MemberId == ann));
        (await cora.DoAsync((UndoHubMove undo) => undo.HandleAsync(new() { Move = off.Id }))).ShouldBe(UndoHubMove.Outcome.Undone);
        await here.DoDueAsync();
        (await HubOfAsync(here, lou)).ShouldBe(here.Hub);

        bank.Clock.Advance(TimeSpan.FromDays(4));
        await here.DoDueAsync();

        (await HubOfAsync(here, lou)).ShouldBe(coast);
        (await HubOfAsync(here, ann)).ShouldBe(here.Hub);
    }

    [Fact]
    public async Task Whoever_changes_the_hub_writes_it_down()
    {
        var here = await NewAsync();
        var (cora, coast, lou) = (await here.CoordinatorAsync(), await here.AddHubAsync("Coast"), await here.AddMemberAsync("Lou"));
        var form = (await cora.DoAsync((EditMember edit) => edit.ReadAsync(lou)))!;
        form.Hub = coast.Value;
        (await cora.DoAsync((EditMember edit) => edit.HandleAsync(form))).ShouldBe(EditMember.Outcome.Changed);
        var move = await here.ReadAsync(db => db.HubMoves.SingleAsync());
        (move.FromHub, move.ToHub, move.DoneAt.HasValue).ShouldBe((here.Hub, coast, true));
    }

    [Fact]
    public async Task Into_custody_no_way_to_reach_them_goes_along_and_out_of_it_one_may_be_written_down()
    {
        var here = await NewAsync();
        var (cora, prison) = (await here.CoordinatorAsync(), await here.CustodyAsync());
        var lou = await here.AddMemberAsync("Lou", "In", "lou@in.example");
        (await cora.MovesToHubAsync(lou, prison, email: "x@y.example")).ShouldBe(MoveToHub.Outcome.NoContactThere);
        (await cora.MovesToHubAsync(lou, prison)).ShouldBe(MoveToHub.Outcome.Moved);
        (await ContactAsync(here, lou)).Email.ShouldBe("");
        (await here.UnsentAsync()).ShouldBeEmpty();

        var day = DateOnly.FromDateTime(bank.Clock.GetUtcNow().UtcDateTime).AddDays(3);
        (await cora.MovesToHubAsync(lou, here.Hub, day, "lou@out.example")).ShouldBe(MoveToHub.Outcome.ContactTooEarly);
        (await cora.MovesToHubAsync(lou, here.Hub, email: "lou@out.example")).ShouldBe(MoveToHub.Outcome.Moved);
        (await ContactAsync(here, lou)).Email.ShouldBe("lou@out.example");
        var letter = (await here.UnsentAsync()).ShouldHaveSingleItem();
        letter.ShouldContain("You belong to Town");
        letter.ShouldNotContain("Leafhill");
        (await here.ReadAsync(db => db.HubMoves.OrderBy(m => m.MadeAt).ThenBy(m => m.Id).LastAsync())).IsRelease.ShouldBeTrue();
    }

    private static Task<MemberContact> ContactAsync(Place here, MemberId member) =>
        here.ReadAsync(db => db.MemberContacts.SingleAsync(c => c.MemberId == member));

    private static Task<HubId> HubOfAsync(Place here, MemberId member) =>
        here.ReadAsync(db => db.Members.Where(m => m.Id == member).Select(m => m.HubId).SingleAsync());

    // Everything the report says, as text.
    private async Task<string> FactsAsync(Actor tom, HubId? hub)
    {
        var day = DateOnly.FromDateTime(bank.Clock.GetUtcNow().UtcDateTime);
        var period = new ReportPeriod(new(day.Year, 1, 1), new(day.Year, 12, 31), "");
        return System.Text.Json.JsonSerializer.Serialize(await tom.DoAsync((ReportQuery query) => query.ReadAsync(period, hub)));
    }

    private Task<Place> NewAsync() => bank.CreateAsync($"hubs-{Guid.NewGuid():N}"[..20], "Hubs Bank");
}
