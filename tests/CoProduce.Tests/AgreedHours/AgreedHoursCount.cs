using System.Globalization;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.AgreedHours;
using CoProduce.Web.Features.Doubles;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.AgreedHours;

/// <summary>Hours that were agreed are counted from the ledger: help given counts, gifts and time before do not, and nobody owes after leaving.</summary>
public sealed class AgreedHoursCount(Bank bank) : IClassFixture<Bank>
{
    [Theory]
    [InlineData("2026-11-18", "2026-11-17", 0)]
    [InlineData("2026-11-18", "2026-12-17", 0)]
    [InlineData("2026-11-18", "2026-12-18", 1)]
    [InlineData("2026-01-31", "2026-02-27", 0)]
    [InlineData("2026-01-31", "2026-02-28", 1)]
    [InlineData("2025-12-31", "2027-01-30", 12)]
    public void A_month_runs_from_the_day_on_which_it_began(string from, string today, int over) =>
        AgreedHoursQuery
            .MonthsOver(DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(today, CultureInfo.InvariantCulture))
            .ShouldBe(over);

    [Fact]
    public async Task Help_counts_and_what_was_given_to_them_does_not_also_under_a_number_put_together_with_theirs()
    {
        var here = await bank.CreateAsync("counting", "Counting");
        var (cora, ann, bob) = (await here.CoordinatorAsync(), await here.AddMemberAsync("Ann"), await here.AddMemberAsync("Bob"));
        var twin = await here.AddMemberAsync("Ann");
        await AgreeAsync(cora, ann);
        var gift = Books.Move(MoveKind.Gift, bob, 30, "For her birthday", other: ann);
        gift.Account = MoveForm.AMember;
        (await cora.MovesAsync(gift)).ShouldBe(MoveHours.Outcome.Moved);
        await cora.LogsAsync(ann, bob, 45);
        await cora.LogsAsync(bob, ann, 60);
        (await GivenAsync(cora)).ShouldBe(45);
        await cora.LogsAsync(twin, bob, 15);
        var form = new MergeForm
        {
            Kept = ann.Value,
            Gone = twin.Value,
            Balance = await here.BalanceAsync(twin),
        };
        (await cora.DoAsync((MergeMembers merge) => merge.HandleAsync(form))).ShouldBe(MergeMembers.Outcome.Merged);
        (await GivenAsync(cora)).ShouldBe(60);
    }

    [Fact]
    public async Task One_of_a_sort_lasts_at_a_time_and_it_ends_with_the_membership()
    {
        var here = await bank.CreateAsync("lasting", "Lasting");
        var (cora, ann) = (await here.CoordinatorAsync(), await here.AddMemberAsync("Ann"));
        await AgreeAsync(cora, ann);
        (await cora.DoAsync((AgreeHours agree) => agree.HandleAsync(Form(ann)))).ShouldBe(AgreeHours.Outcome.LastsAlready);
        var leave = new LeaveForm
        {
            Member = ann.Value,
            Balance = await here.BalanceAsync(ann),
            Rest = LeaveForm.Later,
            Reason = "She moves away",
        };
        (await cora.DoAsync((EndMembership end) => end.HandleAsync(leave))).ShouldBe(EndMembership.Outcome.Left);
        (await cora.DoAsync((AgreedHoursQuery query) => query.AllAsync())).ShouldBeEmpty();
        (await here.ReadAsync(db => db.HoursAgreed.SingleAsync())).EndedOn.ShouldNotBeNull();
    }

    [Fact]
    public async Task No_hours_are_refused_beside_the_field_and_an_end_otherwise_says_why()
    {
        var here = await bank.CreateAsync("refusing", "Refusing");
        var (cora, ann) = (await here.CoordinatorAsync(), await here.AddMemberAsync("Ann"));
        var browser = await cora.BrowserAsync();
        foreach (var hours in new[] { "", "0", "many", "2001" })
        {
            var refused = await browser.SendAsync(
                await browser.OpenAsync($"members/{ann.Value}/agreed"),
                new() { ["Form.Hours"] = hours, ["Form.What"] = "Sitting as a juror" }
            );
            refused.QuerySelector(".error-summary")!.TextContent.ShouldContain("Write a number of hours");
            refused.QuerySelector("[name='Form.What']")!.GetAttribute("value").ShouldBe("Sitting as a juror");
        }
        await AgreeAsync(cora, ann);
        var page = await browser.SendAsync(
            await browser.OpenAsync($"members/{ann.Value}/agreed"),
            new() { ["End.How"] = nameof(AgreedEnd.Otherwise) },
            "main form:has([name='End.How'])"
        );
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Say why");
        (await here.ReadAsync(db => db.HoursAgreed.SingleAsync())).EndedOn.ShouldBeNull();
    }

    private AgreeHoursForm Form(MemberId member) =>
        new()
        {
            Member = member.Value,
            Hours = "10",
            From = DateBoxes.From(DateOnly.FromDateTime(bank.Clock.GetUtcNow().Date)),
        };

    private async Task AgreeAsync(Actor cora, MemberId member) =>
        (await cora.DoAsync((AgreeHours agree) => agree.HandleAsync(Form(member)))).ShouldBe(AgreeHours.Outcome.Agreed);

    private static async Task<long> GivenAsync(Actor cora) =>
        (await cora.DoAsync((AgreedHoursQuery query) => query.AllAsync())).ShouldHaveSingleItem().Given;
}
