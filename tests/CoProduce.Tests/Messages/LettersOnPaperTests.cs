using CoProduce.Tests.Support;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Messages;

public sealed class LettersOnPaperTests(WritingBank bank) : IClassFixture<WritingBank>
{
    [Fact]
    public async Task From_the_tray_to_the_post_and_back_on_the_same_day_only()
    {
        var (here, cora, ann, dot) = await HereAsync();
        await ann.GaveAsync(60, dot, "Reading the paper");
        var nobody = await here.ReachedAsync("Nat", ContactWay.Post, c => c.Address = "2 High Street");
        await ann.GaveAsync(60, nobody, "Cooking");
        await here.ContactAsync(nobody, c => c.Address = ""); // moved house meanwhile
        var batch = await cora.PrintsAsync();
        var sheet = (await cora.SheetsAsync(batch))!.ShouldHaveSingleItem();
        sheet.Address.ShouldBe(["Dot Example", "1 High Street", "Lydney", "GL15 5AA"]);
        (sheet.Large, sheet.Language.Code, sheet.Greeting).ShouldBe((true, "cy", "Annwyl Dot,"));
        sheet.Parts.ShouldHaveSingleItem().Subject.ShouldContain("Reading the paper");
        (await cora.DoAsync((LettersQuery query) => query.ReadAsync())).Lines.ShouldHaveSingleItem().HasAddress.ShouldBeFalse();
        (await here.ReadAsync(db => db.RecordViews.CountAsync(v => v.MemberId == dot))).ShouldBeGreaterThan(0);

        var today = DateOnly.FromDateTime(bank.Clock.GetUtcNow().Date);
        (await PostAsync(today.AddDays(1))).ShouldBe(PrintLetters.Outcome.NotThatDay);
        (await PostAsync(today)).ShouldBe(PrintLetters.Outcome.Done);
        (await PostAsync(today)).ShouldBe(PrintLetters.Outcome.NotNow);
        (await StateAsync()).ShouldBe(SendingState.Gone);
        (await NotPostedAsync()).ShouldBe(PrintLetters.Outcome.Done);
        (await StateAsync()).ShouldBe(SendingState.Waiting);
        (await PostAsync(today)).ShouldBe(PrintLetters.Outcome.Done);
        var page = await (await cora.BrowserAsync()).OpenAsync($"members/{dot.Value}/sent");
        page.QuerySelector("main")!.TextContent.ShouldContain("Posted on 18 Nov 2026");
        bank.Tomorrow(10);
        (await NotPostedAsync()).ShouldBe(PrintLetters.Outcome.NotNow);
        (await here.SentToAsync(dot)).Single().Letter.ShouldNotBeEmpty();
        bank.Tomorrow(12);
        await bank.DeliverAsync();
        (await here.SentToAsync(dot)).Single().Letter.ShouldBeEmpty(); // kept no longer than it can be taken back

        Task<PrintLetters.Outcome> PostAsync(DateOnly day) =>
            cora.DoAsync((PrintLetters print) => print.PostAsync(new() { Batch = batch, Day = DateBoxes.From(day) }));
        Task<PrintLetters.Outcome> NotPostedAsync() => cora.DoAsync((PrintLetters print) => print.NotPostedAsync(new() { Batch = batch }));
        async Task<SendingState> StateAsync() => (await here.SentToAsync(dot)).Single().State;
    }

    [Fact]
    public async Task A_letter_is_printed_once_and_a_batch_that_is_put_back_is_printed_again()
    {
        var (_, cora, ann, dot) = await HereAsync();
        await ann.GaveAsync(60, dot, "Sewing");
        var first = await cora.PrintsAsync();
        var second = await cora.PrintsAsync();
        (await cora.SheetsAsync(second)).ShouldBeNull(); // there was nothing left
        (await cora.DoAsync((PrintLetters print) => print.PutBackAsync(new() { Batch = first }))).ShouldBe(PrintLetters.Outcome.Done);
        (await cora.SheetsAsync(await cora.PrintsAsync()))!.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_household_that_wants_it_so_gets_one_envelope()
    {
        var (here, cora, ann, dot) = await HereAsync();
        var ed = await here.ReachedAsync("Ed", ContactWay.Post, c => c.Address = "an old address");
        await here.HouseholdAsync(dot, ed);
        await ann.GaveAsync(60, dot, "Sewing");
        await ann.GaveAsync(60, ed, "Sawing");
        var sheet = (await cora.SheetsAsync(await cora.PrintsAsync()))!.ShouldHaveSingleItem();
        sheet.Address[0].ShouldBe("Dot Example, Ed Example");
        sheet.Address[1].ShouldBe("1 High Street");
        sheet.Parts.Select(p => p.Whose).ShouldBe(["Dot Example", "Ed Example"], ignoreOrder: true);
    }

    [Fact]
    public async Task Statements_of_a_period_for_everybody_with_an_address()
    {
        var (here, cora, ann, dot) = await HereAsync();
        var (_, exchange) = await ann.GaveAsync(60, dot, "Sewing");
        await cora.DoAsync(
            (Web.Features.Exchanges.SettleExchange settle) =>
                settle.ConfirmAsync(new() { Exchange = exchange.Value, Door = CoProduce.Ledger.Door.Phone })
        );
        var today = bank.Clock.GetUtcNow().UtcDateTime;
        var form = new StatementsForm
        {
            From = DateBoxes.From(DateOnly.FromDateTime(today.AddDays(-10))),
            To = DateBoxes.From(DateOnly.FromDateTime(today)),
        };
        (await cora.DoAsync((OrderStatements order) => order.HandleAsync(form))).ShouldBe(OrderStatements.Outcome.LookFirst);
        var count = (await cora.DoAsync((OrderStatements order) => order.CountAsync(form)))!;
        (count.Statements, count.Envelopes, count.WithoutAddress).ShouldBe((1, 1, 1));
        form = await SeenAsync(cora, form);
        (await cora.DoAsync((OrderStatements order) => order.HandleAsync(form))).ShouldBe(OrderStatements.Outcome.Done);
        (await here.SentToAsync(ann.Member)).ShouldNotContain(s => s.StatementFrom != null); // no address
        var sheet = (await cora.SheetsAsync(await cora.PrintsAsync()))!.ShouldHaveSingleItem();
        sheet.Parts.Single(p => p.Lines.Count > 0).Lines.ShouldContain(l => l.What.Contains("Sewing", StringComparison.Ordinal));
        sheet.Parts.Single(p => p.Lines.Count > 0).Heads.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_statement_with_nothing_moved_is_left_out_unless_it_is_asked_for()
    {
        var (_, cora, _, _) = await HereAsync();
        bank.Clock.Advance(TimeSpan.FromDays(30));
        var form = Days(-10);
        (await cora.DoAsync((OrderStatements order) => order.HandleAsync(form))).ShouldBe(OrderStatements.Outcome.Nobody);
        (await cora.DoAsync((OrderStatements order) => order.CountAsync(form)))!.Still.ShouldBe(1);
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync("letters/statements");
        page.QuerySelector("input[name='Form.LeaveOutStill'][type=checkbox]")!.HasAttribute("checked").ShouldBeTrue();
        form.LeaveOutStill = false;
        form = await SeenAsync(cora, form);
        (await cora.DoAsync((OrderStatements order) => order.HandleAsync(form))).ShouldBe(OrderStatements.Outcome.Done);
        bank.Clock.Advance(TimeSpan.FromDays(-30));
    }

    [Fact]
    public async Task A_balance_below_zero_is_a_sentence()
    {
        var (here, cora, ann, _) = await HereAsync();
        var fay = await here.ReachedAsync("Fay", ContactWay.Post, c => (c.Address, c.WritesIn) = ("3 High Street", "en"));
        var (_, exchange) = await ann.GaveAsync(180, fay, "Sewing");
        await cora.DoAsync(
            (Web.Features.Exchanges.SettleExchange settle) =>
                settle.ConfirmAsync(new() { Exchange = exchange.Value, Door = CoProduce.Ledger.Door.Phone })
        );
        var form = await SeenAsync(cora, Days(-10));
        (await cora.DoAsync((OrderStatements order) => order.HandleAsync(form))).ShouldBe(OrderStatements.Outcome.Done);
        var sheet = (await cora.SheetsAsync(await cora.PrintsAsync()))!.Single(s => s.Address[0] == "Fay Example");
        var said = sheet.Parts.Single(p => p.Lines.Count > 0).Paragraphs;
        said[0].ShouldContain("you had given as much as you had received");
        said[1].ShouldContain("more than you had given. That is fine: others will ask you in time.");
    }

    [Fact]
    public async Task Another_organisation_sees_nothing_of_it()
    {
        var (_, cora, ann, dot) = await HereAsync();
        await ann.GaveAsync(60, dot, "Sewing");
        var batch = await cora.PrintsAsync();
        var max = await bank.Hillside.CoordinatorAsync("Max");
        (await max.SheetsAsync(batch)).ShouldBeNull();
        (await max.DoAsync((PrintLetters print) => print.PutBackAsync(new() { Batch = batch }))).ShouldBe(
            PrintLetters.Outcome.NothingThere
        );
        (await max.DoAsync((SentQuery sent) => sent.OfAsync(dot))).ShouldBeNull();
        var browser = await max.BrowserAsync();
        await browser.OpenAsync($"letters/{batch}/print");
        browser.Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    private StatementsForm Days(int from)
    {
        var today = bank.Clock.GetUtcNow().UtcDateTime;
        return new()
        {
            From = DateBoxes.From(DateOnly.FromDateTime(today.AddDays(from))),
            To = DateBoxes.From(DateOnly.FromDateTime(today)),
        };
    }

    // The same after a look at how many.
    private static async Task<StatementsForm> SeenAsync(Actor cora, StatementsForm form) =>
        new()
        {
            From = form.From,
            To = form.To,
            LeaveOutStill = form.LeaveOutStill,
            Seen = (await cora.DoAsync((OrderStatements order) => order.CountAsync(form)))!.Statements,
        };

    private async Task<(Place Here, Actor Cora, Actor Ann, MemberId Dot)> HereAsync()
    {
        var here = await bank.CreateAsync($"paper-{Guid.NewGuid():N}"[..20], "Paper");
        var dot = await here.ReachedAsync(
            "Dot",
            ContactWay.Post,
            c => (c.Address, c.WritesIn, c.AccessTicks) = ("1 High Street\nLydney\n\nGL15 5AA", "cy", AccessNeed.LargePrint)
        );
        return (here, await here.CoordinatorAsync(), await here.MemberAsync("Ann"), dot);
    }
}
