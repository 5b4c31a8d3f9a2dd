using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Slips;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Slips;

public sealed class APileIsTypedIn(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task Each_slip_is_logged_once_by_itself_and_a_refused_one_is_kept_as_typed()
    {
        var here = await bank.CreateAsync("slips", "Slips");
        var (cora, ann, bob) = (await here.CoordinatorAsync(), await here.AddMemberAsync("Ann"), await here.AddMemberAsync("Bob"));
        var pile = await BeginAsync(cora);
        var one = await SlipAsync(here, pile, ann.Value, bob.Value, "1:30", "Shopping");
        (await SaveAsync(cora, one)).Outcome.ShouldBe(SaveSlip.Outcome.Logged);
        (await SaveAsync(cora, one)).Outcome.ShouldBe(SaveSlip.Outcome.Logged); // pressed twice
        var bad = await SlipAsync(here, pile, ann.Value, bob.Value, "long", "Reading");
        var refused = await SaveAsync(cora, bad);
        (refused.Outcome, refused.Problem).ShouldBe((SaveSlip.Outcome.Waits, SlipProblem.Length));

        var exchange = await here.ReadAsync(db => db.Exchanges.SingleAsync());
        (exchange.GiverId, exchange.ReceiverId, exchange.Minutes, exchange.Door).ShouldBe((ann, bob, 90, Door.Paper));
        ((await here.BalanceAsync(ann)), (await here.BalanceAsync(bob))).ShouldBe((210, 30));
        (await here.ReadAsync(db => db.Slips.CountAsync(s => s.LoggedAt == null))).ShouldBe(1);

        bad.HowLong = "0:30";
        (await SaveAsync(cora, bad)).Outcome.ShouldBe(SaveSlip.Outcome.Logged);
        (await here.ReadAsync(db => db.Slips.CountAsync(s => s.LoggedAt == null))).ShouldBe(0);
        (await here.BalanceAsync(bob)).ShouldBe(0);
        await here.BooksAreSoundAsync();
    }

    [Fact]
    public async Task What_looks_like_a_double_waits_for_a_word()
    {
        var here = await bank.CreateAsync("twins", "Twins");
        var (cora, ann, bob) = (await here.CoordinatorAsync(), await here.AddMemberAsync("Ann"), await here.AddMemberAsync("Bob"));
        var pile = await BeginAsync(cora);
        (await SaveAsync(cora, await SlipAsync(here, pile, ann.Value, bob.Value, "0:30", "Shopping"))).Outcome.ShouldBe(
            SaveSlip.Outcome.Logged
        );
        var again = await SlipAsync(here, pile, ann.Value, bob.Value, "0:30", "Shopping");
        var answer = await SaveAsync(cora, again);
        (answer.Outcome, answer.Problem).ShouldBe((SaveSlip.Outcome.Waits, SlipProblem.Twin));
        (await here.BalanceAsync(bob)).ShouldBe(90);
        again.IsAnother = true;
        (await SaveAsync(cora, again)).Outcome.ShouldBe(SaveSlip.Outcome.Logged);
        (await here.BalanceAsync(bob)).ShouldBe(60);
    }

    [Fact]
    public async Task A_pile_of_another_organisation_is_none_and_one_with_waiting_slips_is_not_put_away()
    {
        var (here, there) = (await bank.CreateAsync("piles-here", "Here"), await bank.CreateAsync("piles-there", "There"));
        var (cora, eva) = (await here.CoordinatorAsync(), await there.CoordinatorAsync("Eva"));
        var (ann, bob) = (await there.AddMemberAsync("Ann"), await there.AddMemberAsync("Bob"));
        var pile = await BeginAsync(cora);
        (await SaveAsync(eva, await SlipAsync(there, pile, ann.Value, bob.Value, "1", "Shopping"))).Outcome.ShouldBe(
            SaveSlip.Outcome.NoPile
        );
        (await there.ReadAsync(db => db.Exchanges.CountAsync())).ShouldBe(0);

        var (dai, eli) = (await here.AddMemberAsync("Dai"), await here.AddMemberAsync("Eli"));
        await SaveAsync(cora, await SlipAsync(here, pile, dai.Value, eli.Value, "", "Shopping"));
        (await cora.DoAsync((KeepPile keep) => keep.PutAwayAsync(new(pile)))).ShouldBe(KeepPile.Outcome.SlipsWait);
        var waiting = await here.ReadAsync(db => db.Slips.Select(s => s.Id).SingleAsync());
        (await cora.DoAsync((KeepPile keep) => keep.LetGoAsync(new(pile), waiting))).ShouldBe(KeepPile.Outcome.Done);
        (await cora.DoAsync((KeepPile keep) => keep.PutAwayAsync(new(pile)))).ShouldBe(KeepPile.Outcome.Done);
    }

    [Fact]
    public async Task On_the_page_a_pile_is_begun_a_slip_saved_and_undone()
    {
        var here = await bank.CreateAsync("pile-pages", "Pages");
        var cora = await here.CoordinatorAsync();
        var (ann, bob) = (await here.AddMemberAsync("Ann"), await here.AddMemberAsync("Bob"));
        var browser = await cora.BrowserAsync();
        var page = await browser.SendAsync(await browser.OpenAsync("desk/slips"), new() { ["Form.Written"] = "31" });
        page.QuerySelector("main")!.TextContent.ShouldContain("The envelope says 31 h: 31 h to go");
        page = await browser.SendAsync(
            page,
            new()
            {
                ["Form.Day"] = "18/11",
                ["Form.GiverTyped"] = $"{await here.NumberAsync(ann)}",
                ["Form.ReceiverTyped"] = $"{await here.NumberAsync(bob)}",
                ["Form.HowLong"] = "1",
                ["Form.Description"] = "Shopping",
            }
        );
        page.QuerySelector("main")!.TextContent.ShouldContain("Saved: Ann Example gave Bob Example an hour");
        (await here.BalanceAsync(ann)).ShouldBe(180);

        var slip = page.QuerySelector("button[name='Deed.Undo']")!.GetAttribute("value");
        await browser.SendAsync(page, new() { ["Deed.Undo"] = slip }, "form:has(button[name='Deed.Undo'])");
        (await here.BalanceAsync(ann)).ShouldBe(120);
        await here.BooksAreSoundAsync();
    }

    [Fact]
    public async Task It_offers_to_choose_only_where_several_are_found_and_the_same_again_stays_in_the_pile()
    {
        var here = await bank.CreateAsync("pile-choice", "Choice");
        var cora = await here.CoordinatorAsync();
        var (ann, bob) = (await here.AddMemberAsync("Annest", "One"), await here.AddMemberAsync("Bob"));
        await here.AddMemberAsync("Annest", "Two");
        var pile = await BeginAsync(cora);
        (await SaveAsync(cora, await SlipAsync(here, pile, ann.Value, bob.Value, "0:30", "Shopping"))).Outcome.ShouldBe(
            SaveSlip.Outcome.Logged
        );
        var second = await SlipAsync(here, pile, ann.Value, bob.Value, "0:30", "Shopping");
        second.IsAnother = true; // twice is a regular
        (await SaveAsync(cora, second)).Outcome.ShouldBe(SaveSlip.Outcome.Logged);
        var browser = await cora.BrowserAsync();
        (await ErrorAsync("Zebedee")).ShouldContain("is nobody here who takes part");
        (await ErrorAsync("Annest")).ShouldContain("could be several people here. Choose from those found.");
        var again = (await browser.OpenAsync("desk/slips")).QuerySelectorAll("section[aria-labelledby=again-title] a");
        again[0].GetAttribute("href")!.ShouldContain($"desk/slips/{pile}?again=");

        async Task<string> ErrorAsync(string typed)
        {
            var page = await browser.SendAsync(
                await browser.OpenAsync($"desk/slips/{pile}"),
                new()
                {
                    ["Form.GiverTyped"] = typed,
                    ["Form.ReceiverTyped"] = "Bob",
                    ["Form.HowLong"] = "1",
                    ["Form.Description"] = "Tea",
                }
            );
            return page.QuerySelector(".error-summary")!.TextContent;
        }
    }

    private static async Task<Guid> BeginAsync(Actor by)
    {
        var form = new PileForm();
        (await by.DoAsync((KeepPile keep) => keep.BeginAsync(form))).ShouldBe(KeepPile.Outcome.Done);
        return form.RequestKey;
    }

    private static async Task<SlipForm> SlipAsync(Place here, Guid pile, Guid giver, Guid receiver, string howLong, string what) =>
        new()
        {
            Pile = pile,
            Day = "18/11",
            GiverTyped = $"{await here.NumberAsync(new(giver))}",
            ReceiverTyped = $"{await here.NumberAsync(new(receiver))}",
            HowLong = howLong,
            Description = what,
        };

    private static Task<SlipAnswer> SaveAsync(Actor by, SlipForm form) => by.DoAsync((SaveSlip save) => save.HandleAsync(form));
}
