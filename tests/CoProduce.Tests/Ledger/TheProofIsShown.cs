using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>Trustees see when each promise of the ledger was last checked, that all accounts together are nothing, and a number that no change would fit.</summary>
public sealed class TheProofIsShown(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task Checked_now_every_promise_holds_and_every_entry_is_sealed()
    {
        var place = await LivelyAsync();
        var trustee = await (await place.StaffAsync("Tom", Role.Trustee)).BrowserAsync();
        var page = await trustee.OpenAsync("proof");
        page.Body!.TextContent.ShouldContain("Not yet");
        await trustee.SendAsync(page, []);
        await Round.RunAsync();
        page = await trustee.OpenAsync("proof");
        page.Body!.TextContent.ShouldContain("Every promise holds.");
        page.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr").Length.ShouldBe(Invariants.All.Count);
        page.QuerySelectorAll("table")[0].TextContent.ShouldNotContain("Not yet");
        var together = page.QuerySelectorAll("table")[1].QuerySelectorAll("tbody tr").Last();
        together.QuerySelectorAll("td").First().TextContent.Trim().ShouldBe("0 min");
        together.QuerySelectorAll("td").Last().TextContent.Trim().ShouldBe("0 min");
        var head = await place.ReadAsync(db => db.ChainLinks.OrderByDescending(l => l.Number).Select(l => l.Hash).FirstAsync());
        page.QuerySelector("code.hash")!.TextContent.ShouldBe(Convert.ToHexStringLower(head));
    }

    [Fact]
    public async Task Asked_for_on_the_page_it_is_done_once_by_the_worker_in_that_organisation_alone()
    {
        var (place, other) = (await LivelyAsync(), await LivelyAsync());
        await Round.RunAsync();
        var (first, elsewhere) = (await CheckedAsync(place), await CheckedAsync(other));
        bank.Clock.Advance(TimeSpan.FromMinutes(10));
        var trustee = await (await place.StaffAsync("Tom", Role.Trustee)).BrowserAsync();
        var manager = await (await place.StaffAsync("Mia", Role.Manager)).BrowserAsync();
        var (page, hers) = (await trustee.OpenAsync("proof"), await manager.OpenAsync("proof"));

        page = await trustee.SendAsync(page, []);
        page.QuerySelector("main")!.TextContent.ShouldContain("Tom Staff asked for a full check: today at");
        page.QuerySelector("main")!.TextContent.ShouldNotContain("Check now");
        bank.Clock.Advance(TimeSpan.FromSeconds(5));
        hers = await manager.SendAsync(hers, []);

        hers.QuerySelector("main")!.TextContent.ShouldContain("That was asked for already. Nothing was changed.");
        hers.QuerySelector("main")!.TextContent.ShouldContain("Tom Staff asked for a full check");
        (await CheckedAsync(place)).ShouldBe(first);
        (await other.ReadAsync(db => db.FullChecks.CountAsync(c => c.AskedAt != null))).ShouldBe(0);
        await Round.RunAsync();
        var done = await CheckedAsync(place);
        done.ShouldBeGreaterThan(first);
        (await CheckedAsync(other)).ShouldBe(elsewhere);
        page = await trustee.OpenAsync("proof");
        page.QuerySelector("main")!.TextContent.ShouldNotContain("asked for a full check");
        page.QuerySelector("main")!.TextContent.ShouldContain("It took less than a minute.");
        page.QuerySelector("main")!.TextContent.ShouldContain("Check now");
        bank.Clock.Advance(TimeSpan.FromMinutes(1));
        await Round.RunAsync();
        (await CheckedAsync(place)).ShouldBe(done);
    }

    [Fact]
    public async Task While_another_node_checks_it_is_left_to_that_one()
    {
        var place = await LivelyAsync();
        await Round.RunAsync();
        var first = await CheckedAsync(place);
        bank.Clock.Advance(TimeSpan.FromMinutes(10));
        var trustee = await (await place.StaffAsync("Tom", Role.Trustee)).BrowserAsync();
        await trustee.SendAsync(await trustee.OpenAsync("proof"), []);

        await place.ReadAsync(async db =>
        {
            (await db.TryBeginFullCheckAsync()).ShouldBeTrue();
            await Round.RunAsync();
            return 0;
        });

        (await CheckedAsync(place)).ShouldBe(first);
        await Round.RunAsync();
        (await CheckedAsync(place)).ShouldBeGreaterThan(first);
    }

    [Fact]
    public async Task A_changed_line_is_named_on_the_page_and_by_the_command()
    {
        var place = await LivelyAsync();
        (await VerifyAsync(place.Slug)).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(0), r => r.Printed.ShouldNotContain("broken"));
        var entry = await place.ReadAsync(db => db.ChainLinks.Where(l => l.Number == 2).Select(l => l.EntryId).SingleAsync());
        await PastEveryRuleAsync($"update entries set service_date = service_date - 1 where id = '{entry}'");

        var (code, printed) = await VerifyAsync(place.Slug);

        code.ShouldBe(1);
        printed.ShouldContain($"entry {entry}, link 2 of the chain, is not what it was");
        var page = await (await (await place.StaffAsync("Tom", Role.Trustee)).BrowserAsync()).OpenAsync("proof");
        page.Body!.TextContent.ShouldContain("Something is not as promised");
        page.Body!.TextContent.ShouldContain($"{entry}");
        await PastEveryRuleAsync($"update entries set service_date = service_date + 1 where id = '{entry}'");
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("verify", "--organisation", "nowhere")]
    public async Task Called_wrongly_the_command_says_how(params string[] args)
    {
        await using var printed = new StringWriter();

        (await VerifyCommand.VerifyAsync(bank.Services, args, printed)).ShouldBe(2);

        printed.ToString().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_worker_links_what_is_new_and_looks_at_the_promises_once_a_day()
    {
        var place = await LivelyAsync();
        await Round.RunAsync();
        var first = await place.ReadAsync(db => db.ProofChecks.MaxAsync(c => c.CheckedAt));
        var (ann, bob) = (await place.MemberAsync("Ann"), await place.MemberAsync("Bob"));
        bank.Clock.Advance(TimeSpan.FromMinutes(10));
        await ExchangeAsync(ann, bob);
        await Round.RunAsync();

        (await place.ReadAsync(db => db.ChainLinks.CountAsync())).ShouldBe(await place.ReadAsync(db => db.Entries.CountAsync()));
        (await place.ReadAsync(db => db.ProofChecks.MaxAsync(c => c.CheckedAt))).ShouldBe(first);
        bank.Clock.Advance(ProveLedger.Often);
        await Round.RunAsync();
        (await place.ReadAsync(db => db.ProofChecks.MinAsync(c => c.CheckedAt))).ShouldBeGreaterThan(first);
    }

    [Fact]
    public async Task Books_are_closed_by_the_manager_when_nothing_waits_and_the_report_of_that_time_stays()
    {
        var place = await LivelyAsync();
        var (ann, bob) = (await place.MemberAsync("Ann"), await place.MemberAsync("Bob"));
        var (_, waiting) = await ann.GaveAsync(30, to: bob.Member);
        var day = DateOnly.FromDateTime(bank.Clock.GetUtcNow().UtcDateTime);
        bank.Clock.Advance(TimeSpan.FromDays(1));
        var manager = await place.StaffAsync("Mia", Role.Manager);
        var browser = await manager.BrowserAsync();
        var answers = new Dictionary<string, string?>
        {
            ["Form.To.Day"] = $"{day.Day}",
            ["Form.To.Month"] = $"{day.Month}",
            ["Form.To.Year"] = $"{day.Year}",
        };

        var page = await browser.SendAsync(await browser.OpenAsync("proof/close"), answers);
        page.Body!.TextContent.ShouldContain("Some exchanges of that time still wait");
        await bob.ConfirmsAsync(waiting);
        page = await browser.SendAsync(page, answers);
        page.Body!.TextContent.ShouldContain("The books are closed up to");

        var (outcome, _) = await ann.GaveAsync(30, to: bob.Member);
        outcome.ShouldBe(LogOutcome.Logged);
        var cora = await place.CoordinatorAsync();
        var late = new LogForMembersForm
        {
            Giver = ann.Member.Value,
            Receiver = bob.Member.Value,
            Description = "Late",
            HowLong = new() { Typed = "1" },
            When = new() { Choice = "yesterday" },
        };
        (await cora.DoAsync((LogForMembers log) => log.HandleAsync(late))).ShouldBe(LogOutcome.PeriodClosed);
        var undo = new SettleForm { Exchange = waiting.Value, Reason = "It never happened" };
        (await cora.DoAsync((SettleExchange settle) => settle.UndoAsync(undo))).ShouldBe(SettleExchange.Outcome.Reversed);
        var reversal = await place.ReadAsync(db => db.Entries.SingleAsync(e => e.Reverses != null));
        reversal.ServiceDate.ShouldBeGreaterThan(day);
    }

    [Theory]
    [InlineData("", "", "", "Write the last day to be closed")]
    [InlineData("1", "1", "2100", "That day is not over yet")]
    public async Task What_cannot_be_closed_gets_a_sentence(string day, string month, string year, string sentence)
    {
        var browser = await (await bank.Riverside.StaffAsync("Mia", Role.Manager)).BrowserAsync();

        var page = await browser.SendAsync(
            await browser.OpenAsync("proof/close"),
            new()
            {
                ["Form.To.Day"] = day,
                ["Form.To.Month"] = month,
                ["Form.To.Year"] = year,
            }
        );

        page.QuerySelector(".error-summary")!.TextContent.ShouldContain(sentence);
        (await bank.Riverside.ReadAsync(db => db.ClosedPeriods.CountAsync())).ShouldBe(0);
    }

    private ProofRound Round => bank.Services.GetRequiredService<ProofRound>();

    private static Task<DateTimeOffset> CheckedAsync(Place place) => place.ReadAsync(db => db.ProofChecks.MinAsync(c => c.CheckedAt));

    private async Task<Place> LivelyAsync()
    {
        var place = await bank.CreateAsync($"proven-{Guid.NewGuid():N}"[..20], "Proven");
        var (ann, bob) = (await place.MemberAsync("Ann"), await place.MemberAsync("Bob"));
        await ExchangeAsync(ann, bob);
        return place;
    }

    private static async Task ExchangeAsync(Actor from, Actor to)
    {
        var (_, exchange) = await from.GaveAsync(45, to: to.Member);
        (await to.ConfirmsAsync(exchange)).ShouldBe(AnswerExchange.Outcome.Confirmed);
    }

    private async Task<(int? Code, string Printed)> VerifyAsync(string slug)
    {
        await using var printed = new StringWriter();
        return (await VerifyCommand.VerifyAsync(bank.Services, ["verify", "--organisation", slug], printed), printed.ToString());
    }

    private async Task PastEveryRuleAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(bank.Connection("postgres"));
        await using var command = source.CreateCommand($"set session_replication_role = replica; {sql}");
        await command.ExecuteNonQueryAsync();
    }
}
