using System.Net;
using CoProduce.Tests.Support;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Care;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shouldly;

namespace CoProduce.Tests.Care;

public sealed class NotesAreNeverChanged(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task A_correction_is_a_new_note_that_names_the_old_one()
    {
        var cora = await bank.Riverside.CoordinatorAsync();
        var mair = await bank.Riverside.AddMemberAsync("Mair");
        var old = await cora.NotesAsync(mair, "Her daughter is called Sian");
        var browser = await cora.BrowserAsync();
        var page = await browser.SendAsync(
            await browser.OpenAsync($"members/{mair.Value}/notes"),
            new() { ["Form.Words"] = "Her daughter is called Siân", ["Form.Corrects"] = old.Value.ToString() }
        );
        page.QuerySelector(".notice-done").ShouldNotBeNull(browser.Body);
        page.QuerySelectorAll("main .lines > li").Length.ShouldBe(2);
        page.QuerySelector($"main .lines a[href$='#note-{old.Value:N}']").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("update care_notes set words = 'Nothing'")]
    [InlineData("delete from care_notes")]
    [InlineData("update member_checks set until = null")]
    [InlineData("delete from member_checks")]
    [InlineData("update restrictions set why = 'Nothing'")]
    [InlineData("delete from restrictions")]
    [InlineData("update concerns set seen = 'Nothing'")]
    [InlineData("delete from concerns")]
    [InlineData("update concern_steps set words = 'Nothing'")]
    [InlineData("update record_views set viewed_at = now()")]
    [InlineData("delete from record_views")]
    [InlineData("update care_marks set member_id = id")]
    [InlineData("delete from care_marks")]
    public async Task The_database_refuses_the_program_itself(string change)
    {
        await using var connection = new NpgsqlConnection(bank.Connection(Roles.Application));
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var name = new NpgsqlCommand("select set_config('app.organisation_id', $1, true)", connection)
        {
            Parameters = { new() { Value = bank.Riverside.Id.Value.ToString() } },
        };
        await name.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(change, connection);
        var refused = await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Sensitive_ones_are_read_and_written_by_those_with_the_right_alone()
    {
        var here = bank.Riverside;
        var (gwen, cora) = (await here.GuardianAsync(), await here.CoordinatorAsync());
        var mair = await here.AddMemberAsync("Mair");
        await gwen.NotesAsync(mair, "Sensitive words", sensitive: true);
        await gwen.NotesAsync(mair, "Ordinary words");
        (await (await gwen.BrowserAsync()).OpenAsync($"members/{mair.Value}/notes/sensitive")).Body!.TextContent.ShouldContain(
            "Sensitive words"
        );
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync($"members/{mair.Value}/notes");
        page.Body!.TextContent.ShouldContain("Ordinary words");
        page.Body!.TextContent.ShouldNotContain("ensitive");
        await browser.OpenAsync($"members/{mair.Value}/notes/sensitive");
        browser.Status.ShouldBe(HttpStatusCode.Forbidden);
        (await cora.DoAsync((CareDoor door) => door.NotesAsync(mair, sensitive: true))).ShouldBeNull();
        var form = new NoteForm
        {
            Member = mair.Value,
            Words = "Not mine",
            IsSensitive = true,
        };
        (await cora.DoAsync((WriteNote write) => write.HandleAsync(form))).ShouldBe(WriteNote.Outcome.NotForYou);
        (await here.ReadAsync(db => db.CareNotes.AnyAsync(n => n.Words == "Not mine"))).ShouldBeFalse();
    }
}
