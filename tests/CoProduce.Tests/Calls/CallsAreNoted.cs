using CoProduce.Tests.Support;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Calls;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shouldly;

namespace CoProduce.Tests.Calls;

public sealed class CallsAreNoted(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task From_the_card_without_script_and_shown_there_and_on_the_members_page()
    {
        var cora = await bank.Riverside.CoordinatorAsync();
        var mair = await bank.Riverside.AddMemberAsync("Mair");
        var browser = await cora.BrowserAsync();
        var card = await browser.OpenAsync($"desk/{mair.Value}");
        var done = await browser.SendAsync(card, new() { ["Form.Note"] = "Will ring back on Monday" });
        done.QuerySelector(".notice-done").ShouldNotBeNull(browser.Body);
        done.QuerySelector("#card")!.TextContent.ShouldContain("Will ring back on Monday");
        (await browser.OpenAsync($"members/{mair.Value}")).Body!.TextContent.ShouldContain("Will ring back on Monday");
        var call = await bank.Riverside.ReadAsync(db => db.Calls.SingleAsync(c => c.MemberId == mair));
        (call.Direction, call.NotedBy, call.Day).ShouldBe((CallDirection.In, cora.Id, new DateOnly(2026, 11, 18)));
        var audited = await bank.Riverside.ReadAsync(db => db.AuditLines.SingleAsync(l => l.SubjectId == call.Id.Value));
        (audited.Deed, audited.By).ShouldBe((nameof(NoteCall), (RoleHolderId?)cora.Id));
    }

    [Fact]
    public async Task A_correction_is_a_further_line_and_the_first_stays()
    {
        var cora = await bank.Riverside.CoordinatorAsync();
        var mair = await bank.Riverside.AddMemberAsync("Mair");
        var first = new NoteCallForm { Member = mair.Value, Note = "Lift on Friday" };
        (await NoteAsync(cora, first)).ShouldBe(NoteCall.Outcome.Noted);
        var right = new NoteCallForm
        {
            Member = mair.Value,
            Note = "Lift on Thursday",
            Corrects = first.RequestKey.ToString(),
        };
        (await NoteAsync(cora, right)).ShouldBe(NoteCall.Outcome.Noted);
        var lines = await cora.DoAsync((CallsQuery calls) => calls.OfAsync(mair, 10));
        lines.Select(l => l.Call.Note).ShouldBe(["Lift on Thursday", "Lift on Friday"], ignoreOrder: true);
        lines.Single(l => l.Call.Corrects is not null).CorrectsOf.ShouldNotBeNull();
        var page = await (await cora.BrowserAsync()).OpenAsync($"members/{mair.Value}/calls");
        page.QuerySelectorAll("main .lines > li").Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("update calls set note = 'Nothing'")]
    [InlineData("update calls set day = day - 1")]
    public async Task And_the_database_refuses_the_program_itself(string change)
    {
        await using var connection = new NpgsqlConnection(bank.Connection(Roles.Application));
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(change, connection);
        var refused = await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        refused.MessageText.ShouldContain("calls");
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_and_nothing_is_noted()
    {
        var (cora, here) = (await bank.Riverside.CoordinatorAsync(), bank.Riverside);
        var (mair, other) = (await here.AddMemberAsync("Mair"), await here.AddMemberAsync("Other"));
        var elsewhere = await bank.Hillside.AddMemberAsync("Elsewhere");
        var first = new NoteCallForm { Member = other.Value, Note = "About another" };
        await NoteAsync(cora, first);
        (await NoteAsync(cora, new() { Member = elsewhere.Value, Note = "x" })).ShouldBe(NoteCall.Outcome.NotFound);
        (
            await NoteAsync(
                cora,
                new()
                {
                    Member = mair.Value,
                    Note = "x",
                    Corrects = first.RequestKey.ToString(),
                }
            )
        ).ShouldBe(NoteCall.Outcome.UnknownCall);
        var tomorrow = new DayChoice { Choice = "other", Other = DateBoxes.From(new(2026, 11, 19)) };
        (
            await NoteAsync(
                cora,
                new()
                {
                    Member = mair.Value,
                    Note = "x",
                    When = tomorrow,
                }
            )
        ).ShouldBe(NoteCall.Outcome.NotYet);
        (await here.ReadAsync(db => db.Calls.CountAsync(c => c.MemberId == mair))).ShouldBe(0);
        var browser = await cora.BrowserAsync();
        var page = await browser.SendAsync(await browser.OpenAsync($"desk/{mair.Value}"), new() { ["Form.Note"] = " " });
        page.QuerySelector("#error-summary").ShouldNotBeNull();
        (await here.ReadAsync(db => db.Calls.CountAsync(c => c.MemberId == mair))).ShouldBe(0);
    }

    [Fact]
    public async Task A_peer_broker_reads_none()
    {
        var here = bank.Riverside;
        var mair = await here.AddMemberAsync("Mair");
        await NoteAsync(await here.CoordinatorAsync(), new() { Member = mair.Value, Note = "Only for coordinators" });
        var peer = await here.StaffAsync("Pat", Role.PeerBroker);
        (await peer.DoAsync((CallsQuery calls) => calls.OfAsync(mair, 10))).ShouldBeEmpty();
        var browser = await peer.BrowserAsync();
        foreach (var path in (string[])[$"members/{mair.Value}", $"members/{mair.Value}/calls", $"desk?q=Mair"])
        {
            await browser.OpenAsync(path);
            browser.Body.ShouldNotContain("Only for coordinators");
        }
    }

    private static Task<NoteCall.Outcome> NoteAsync(Actor actor, NoteCallForm form) =>
        actor.DoAsync((NoteCall note) => note.HandleAsync(form));
}
