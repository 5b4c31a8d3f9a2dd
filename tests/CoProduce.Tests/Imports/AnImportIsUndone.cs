using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Imports;
using CoProduce.Web.Features.Imports.Reading;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Imports;

public sealed class AnImportIsUndone(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task Undoing_gives_every_balance_back_exactly_and_removes_or_marks_those_who_came()
    {
        var moving = await Moving.IntoAsync(bank, "undone");
        var zoe = await moving.Place.AddMemberAsync("Zoe", "Before");
        var before = await moving.BalancesAsync();
        var people = await moving.BringInAsync(
            "people.csv",
            Moving.People.Replace("Ellis,1", "Ellis,11").Replace("Hughes,2", "Hughes,12").Replace("Morgan,3", "Morgan,13")
        );
        var between = await moving.BalancesAsync();
        var help = await moving.BringInAsync("help.csv", Moving.Help.Replace("\n2,3", "\n12,13"));

        await moving.UndoAsync(people, expected: BeginImport.Outcome.LaterOneStands);
        help = await moving.UndoAsync(help);
        (help.Status, help.Removed, help.Kept).ShouldBe((ImportStatus.Undone, 3, 0));
        (await moving.BalancesAsync()).ShouldBe(between, ignoreOrder: true);
        people = await moving.UndoAsync(people);
        (people.Status, people.Removed, people.MarkedLeft, people.Kept).ShouldBe((ImportStatus.Undone, 0, 3, 0));
        var after = await moving.BalancesAsync();
        after["Zoe Before"].ShouldBe(before["Zoe Before"]);
        after.Where(b => b.Key != "Zoe Before").ShouldAllBe(b => b.Value == 0);
        var reversals = await moving.Place.ReadAsync(db => db.Entries.Where(e => e.Kind == EntryKind.Reversal).ToListAsync());
        reversals.ShouldAllBe(e => e.Reason == "The wrong file");
        (await moving.Place.ReadAsync(db => db.Members.SingleAsync(m => m.Id == zoe))).Status.ShouldBe(MemberStatus.Active);
        (await moving.BreachesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Brought_in_again_after_an_undo_they_are_back_with_their_hours_and_can_be_undone_again()
    {
        const string Balances = "Person,Balance\nAnn Ellis,3\nBob Hughes,1\n";
        var moving = await Moving.IntoAsync(bank, "returned");
        foreach (var text in new[] { "Name,Number,Balance\nAnn Ellis,1,3\nBob Hughes,2,1\n", "Name,Number\nAnn Ellis,1\nBob Hughes,2\n" })
        {
            var people = await moving.BringInAsync("people.csv", text);
            (await StandingAsync(moving)).ShouldBe(["Ann Active", "Bob Active"]);
            var balances = await moving.BringInAsync("balances.csv", Balances);
            (await moving.BalancesAsync())["Ann Ellis"].ShouldBe(180);
            await moving.UndoAsync(balances);
            await moving.UndoAsync(people);
            (await StandingAsync(moving)).ShouldBe(["Ann Left", "Bob Left"]);
        }
        await moving.BringInAsync("balances.csv", Balances);
        (await StandingAsync(moving)).ShouldBe(["Ann Active", "Bob Active"]);
        (await moving.BalancesAsync())["Bob Hughes"].ShouldBe(60);
        (await moving.BreachesAsync()).ShouldBeEmpty();

        static async Task<IEnumerable<string>> StandingAsync(Moving moving) =>
            (await moving.Place.ReadAsync(db => db.Members.OrderBy(m => m.Number).ToListAsync())).Select(m => $"{m.FirstName} {m.Status}");
    }

    [Fact]
    public async Task Whoever_has_lived_on_here_is_kept_and_whoever_has_not_goes_without_a_trace()
    {
        var moving = await Moving.IntoAsync(bank, "lived");
        var people = await moving.BringInAsync("people.csv", "Name,Number\nAnn Ellis,1\nBob Hughes,2\nCat Morgan,3\n");
        var ids = await moving.Place.ReadAsync(db => db.Members.ToDictionaryAsync(m => m.FirstName, m => m.Id));
        var cora = await moving.Place.CoordinatorAsync();
        var form = new LogForMembersForm
        {
            Giver = ids["Ann"].Value,
            Receiver = ids["Bob"].Value,
            HowLong = Web.Ui.DurationChoice.From(60),
            Description = "A lift",
        };
        (await cora.DoAsync((LogForMembers log) => log.HandleAsync(form))).ShouldBe(LogOutcome.Logged);
        people = await moving.UndoAsync(people);
        (people.Removed, people.MarkedLeft, people.Kept).ShouldBe((1, 0, 2));
        (await moving.Place.ReadAsync(db => db.Members.Select(m => m.FirstName).OrderBy(n => n).ToListAsync())).ShouldBe(["Ann", "Bob"]);
        (await moving.BreachesAsync()).ShouldBeEmpty();
        (await moving.BringInAsync("people.csv", "Name,Number\nCat Morgan,3\n")).Added.ShouldBe(1);
    }
}
