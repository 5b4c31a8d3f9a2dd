using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Imports;
using CoProduce.Web.Features.Imports.Reading;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Imports;

public sealed class ABankMovesIn(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task Checking_says_what_would_happen_and_changes_nothing()
    {
        var moving = await Moving.IntoAsync(bank, "dry");
        var before = await moving.ImageAsync();
        var import = await moving.CheckAsync(await moving.SendAsync("people.csv", Moving.People));
        (import.Status, import.Lines, import.Done).ShouldBe((ImportStatus.Checked, 3, 3));
        (await moving.CountAsync(import, LineState.Ready)).ShouldBe(3);
        (await moving.ImageAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Members_come_with_their_balances_from_an_account_of_its_own_and_without_a_welcome()
    {
        var moving = await Moving.IntoAsync(bank, "people");
        var import = await moving.BringInAsync("people.csv", Moving.People);
        (import.Added, import.OpeningMinutes).ShouldBe((3, 30));
        var balances = await moving.BalancesAsync();
        balances.ShouldBe(
            new Dictionary<string, long>
            {
                ["Ann Ellis"] = 120,
                ["Bob Hughes"] = -90,
                ["Cat Morgan"] = 0,
            },
            ignoreOrder: true
        );
        var opening = await moving.Place.ReadAsync(db => db.Accounts.SingleAsync(a => a.Kind == AccountKind.Opening));
        opening.Balance.ShouldBe(-30);
        var entries = await moving.Place.ReadAsync(db => db.Entries.ToListAsync());
        entries.ShouldAllBe(e => e.Kind == EntryKind.Opening && e.Door == Door.Import && e.ActedBy == moving.Manager.Id.Value);
        (await moving.BreachesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task History_stands_in_the_order_of_its_days_with_two_clocks_and_people_by_number_name_or_mail()
    {
        var moving = await Moving.IntoAsync(bank, "history");
        await moving.BringInAsync("people.csv", "Name,Number,Email\nAnn Ellis,1,ann@home.example\nBob Hughes,2,\nCat Morgan,3,\n");
        var import = await moving.BringInAsync("help.csv", Moving.Help);
        import.Added.ShouldBe(3);
        (await moving.BalancesAsync()).ShouldBe(
            new Dictionary<string, long>
            {
                ["Ann Ellis"] = 70,
                ["Bob Hughes"] = 0,
                ["Cat Morgan"] = -70,
            },
            ignoreOrder: true
        );
        var bob = (await moving.Place.ReadAsync(db => db.Members.SingleAsync(m => m.FirstName == "Bob"))).Id.Account;
        var lines = await moving.Place.ReadAsync(db =>
            (
                from line in db.Postings
                join entry in db.Entries on line.EntryId equals entry.Id
                where line.AccountId == bob
                orderby line.Number
                select new
                {
                    entry.ServiceDate,
                    entry.PostedAt,
                    line.Amount,
                }
            ).ToListAsync()
        );
        lines.Select(l => (l.ServiceDate, l.Amount)).ShouldBe([(new(2024, 2, 13), 90), (new(2024, 3, 1), -90)]);
        lines.ShouldAllBe(l => l.PostedAt == bank.Clock.GetUtcNow());
        var exchanges = await moving.Place.ReadAsync(db => db.Exchanges.ToListAsync());
        exchanges.ShouldAllBe(e => e.Status == ExchangeStatus.Confirmed && e.Door == Door.Import);
        exchanges.Select(e => e.Minutes).Order().ShouldBe([20, 90, 90]);
        (await moving.BreachesAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stated_balance_stands_whether_history_comes_before_or_after_it(bool historyFirst)
    {
        var moving = await Moving.IntoAsync(bank, historyFirst ? "before" : "after");
        await moving.BringInAsync("people.csv", "Name,Number,Email\nAnn Ellis,1,ann@home.example\nBob Hughes,2,\nCat Morgan,3,\n");
        const string balances = "Member,Balance\n1,2:00\n2,0\n";
        if (historyFirst)
            await moving.BringInAsync("help.csv", Moving.Help);
        var stated = await moving.BringInAsync("balances.csv", balances);
        if (!historyFirst)
            await moving.BringInAsync("help.csv", Moving.Help);
        (await moving.BalancesAsync()).ShouldBe(
            new Dictionary<string, long>
            {
                ["Ann Ellis"] = 120,
                ["Bob Hughes"] = 0,
                ["Cat Morgan"] = -70,
            },
            ignoreOrder: true
        );
        var shown = await moving.Manager.DoAsync((ImportsQuery query) => query.BalancesAsync(stated.Id, 1));
        shown!.Rows.ShouldBe([new("1 Ann Ellis", 70, 50, 120), new("2 Bob Hughes", 0, 0, 0)], ignoreOrder: true);
        shown.Rows.ShouldAllBe(r => r.AddsUp);
        (await moving.BreachesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_history_leaves_below_the_floor_stays_there_and_spends_nothing_more()
    {
        var moving = await Moving.IntoAsync(bank, "deep");
        await moving.BringInAsync("people.csv", "Name,Number,Balance\nAnn Ellis,1,10\nBob Hughes,2,-20\n");
        (await moving.BalancesAsync())["Bob Hughes"].ShouldBe(-1200);
        var bob = await moving.Place.ReadAsync(db => db.Accounts.SingleAsync(a => a.Balance == -1200 && a.Kind == AccountKind.Member));
        (bob.Floor, bob.FloorPassedTo).ShouldBe((-300L, -1200L));
        (await moving.Place.ReadAsync(db => db.Entries.AnyAsync(e => e.PassedFloor))).ShouldBeFalse();
        (await moving.BreachesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_file_again_adds_nothing_and_says_so_and_what_is_other_is_changed()
    {
        var moving = await Moving.IntoAsync(bank, "again");
        await moving.BringInAsync("people.csv", Moving.People);
        var help = "Id," + Moving.Help.Replace("\nAnn", "\n71,Ann").Replace("\n2,", "\n72,2,").Replace("\nCat", "\n73,Cat");
        await moving.BringInAsync("help.csv", help);
        var before = await moving.ImageAsync();
        foreach (var (name, text) in new[] { ("people.csv", Moving.People), ("help.csv", help) })
        {
            var again = await moving.BringInAsync(name, text);
            (again.Added, again.Changed, again.Same).ShouldBe((0, 0, 3));
        }
        (await moving.ImageAsync()).ShouldBe(before);

        var changed = await moving.BringInAsync("people.csv", Moving.People.Replace("ann@home", "ann@new").Replace(",2\n", ",3\n"));
        (changed.Added, changed.Changed, changed.Same).ShouldBe((0, 1, 2));
        (await moving.BalancesAsync())["Ann Ellis"].ShouldBe(180);
        changed = await moving.BringInAsync("help.csv", help.Replace("ann@home", "ann@new").Replace("1.5,", "1,"));
        (changed.Added, changed.Changed).ShouldBe((0, 2));
        var standing = await moving.Place.ReadAsync(db =>
            db.Exchanges.Where(e => e.Status == ExchangeStatus.Confirmed).Select(e => e.Minutes).OrderBy(m => m).ToListAsync()
        );
        standing.ShouldBe([20, 60, 90]);
        (await moving.BreachesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_stands_twice_in_a_file_is_found_by_the_check_and_not_only_when_it_is_brought_in()
    {
        var moving = await Moving.IntoAsync(bank, "twice");
        var import = await moving.CheckAsync(
            await moving.SendAsync("people.csv", "Name,Number\nAnn Ellis,1\nBob Hughes,2\nCat Morgan,1\nDan Powell,4\n")
        );
        (await moving.WrongAsync(import)).ShouldBe(["4 Number SameIdTwice"]);
        await moving.MendAsync(import, 4, ImportField.Number, "3");
        (await moving.WrongAsync(import)).ShouldBeEmpty();
        (await moving.BringInAsync(import)).Added.ShouldBe(4);
        import = await moving.CheckAsync(await moving.SendAsync("balances.csv", "Person,Balance\n1,3\nBob Hughes,1\nAnn Ellis,2\n"));
        (await moving.WrongAsync(import)).ShouldBe(["4 Person SameIdTwice"]);
    }

    [Fact]
    public async Task What_is_wrong_is_said_by_line_and_mended_where_it_stands_or_left_out()
    {
        var moving = await Moving.IntoAsync(bank, "mended");
        await moving.BringInAsync("people.csv", "Name,Number\nAnn Ellis,1\nBob Hughes,2\n");
        var import = await moving.CheckAsync(
            await moving.SendAsync(
                "help.csv",
                "Giver,Receiver,Hours,Date\n1,2,two,2024-03-01\n1,2,1,31/02/2024\n1,2,1,2030-01-01\n1,1,1,2024-03-01\n1,,1,2024-03-01\n1,2,30,2024-03-01\n1,2,1,2024-03-02\nTotal,,35,\n"
            )
        );
        (await moving.WrongAsync(import)).ShouldBe([
            "2 Hours HoursNotRead",
            "3 Day DayNotRead",
            "4 Day DayNotYet",
            "5 Receiver SamePerson",
            "6 Receiver Missing",
            "7 Hours HoursOutOfRange",
        ]);
        (await moving.CountAsync(import, LineState.NotMeant)).ShouldBe(1);
        await moving.BringInAsync(import, expected: BeginImport.Outcome.LinesAreWrong);
        await moving.MendAsync(import, 2, ImportField.Hours, "2h");
        (await moving.WrongAsync(import)).Count.ShouldBe(5);
        import = await moving.BringInAsync(import, leaveOutWrong: true);
        import.Added.ShouldBe(2);
        (await moving.BalancesAsync())["Ann Ellis"].ShouldBe(180);
    }

    [Fact]
    public async Task A_name_spelt_three_ways_waits_for_a_person_and_is_never_joined_silently()
    {
        var moving = await Moving.IntoAsync(bank, "spelt");
        await moving.BringInAsync("people.csv", "Name,Number\nMargaret Hughes,1\nAnn Ellis,2\n");
        var import = await moving.CheckAsync(
            await moving.SendAsync(
                "help.csv",
                "Giver,Receiver,Hours,Date\nMargret Hughes,Ann Ellis,1,2024-03-01\nM. Hughes,Ann Ellis,1,2024-03-02\nHughes Margaret,Ann Ellis,1,2024-03-03\nNew Neighbour,Ann Ellis,1,2024-03-04\nNew Nieghbour,Ann Ellis,1,2024-03-05\nThe Window Man,Ann Ellis,1,2024-03-06\nMargaret  HUGHES,ann ellis,1,2024-03-07\n"
            )
        );
        (await moving.WrongAsync(import)).ShouldBe([.. Enumerable.Range(2, 6).Select(n => $"{n} Giver WhoIsIt")]);
        var names = await moving.Manager.DoAsync((ImportsQuery query) => query.NamesAsync(import.Id, 1));
        foreach (var spelling in new[] { "Margret Hughes", "M. Hughes", "Hughes Margaret" })
            names!.Names.Single(n => n.Name.Spelling == spelling).Members[0].Label.ShouldBe("1 Margaret Hughes");
        names!.Names.Single(n => n.Name.Spelling == "New Nieghbour").Spellings.ShouldContain(("new neighbour", "New Neighbour"));
        var margaret = $"m{names.Names.Single(n => n.Name.Spelling == "Margret Hughes").Members[0].Id.Value}";
        import = await moving.DecideAsync(
            import,
            ("Margret Hughes", margaret),
            ("M. Hughes", margaret),
            ("Hughes Margaret", margaret),
            ("New Neighbour", "new"),
            ("New Nieghbour", "snew neighbour"),
            ("The Window Man", "out")
        );
        (await moving.WrongAsync(import)).ShouldBeEmpty();
        import = await moving.BringInAsync(import);
        import.Added.ShouldBe(6);
        (await moving.BalancesAsync()).ShouldBe(
            new Dictionary<string, long>
            {
                ["Margaret Hughes"] = 240,
                ["Ann Ellis"] = -360,
                ["New Neighbour"] = 120,
            },
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task Somebody_of_the_same_name_or_mail_here_is_asked_about_and_the_same_of_both_is_the_same_person()
    {
        var moving = await Moving.IntoAsync(bank, "alike");
        await moving.Place.AddMemberAsync("Ann", "Ellis", "home@ellis.example");
        await moving.Place.AddMemberAsync("Bob", "Hughes");
        var import = await moving.CheckAsync(
            await moving.SendAsync(
                "people.csv",
                "Name,Email,Id\nAnn Ellis,home@ellis.example,x1\nTom Ellis,home@ellis.example,x2\nBob Hughes,,x3\nCat Morgan,,x4\n"
            )
        );
        (await moving.WrongAsync(import)).ShouldBe(["3 Name WhoIsIt", "4 Name WhoIsIt"]);
        (await moving.CountAsync(import, LineState.Changed)).ShouldBe(1);
        import = await moving.DecideAsync(import, ("Tom Ellis", "new"), ("Bob Hughes", "new"));
        import = await moving.BringInAsync(import);
        (import.Added, import.Changed).ShouldBe((3, 1));
        (await moving.Place.ReadAsync(db => db.Members.CountAsync())).ShouldBe(5);
    }

    [Fact]
    public async Task Books_that_are_closed_take_no_history()
    {
        var moving = await Moving.IntoAsync(bank, "closed");
        await moving.BringInAsync("people.csv", "Name,Number\nAnn Ellis,1\nBob Hughes,2\n");
        await moving.Place.WriteAsync(db =>
            Web.Features.Ledger.KeepBooks.ClosePeriodAsync(
                db,
                new(2024, 12, 31),
                new(2026, 11, 18),
                bank.Clock.GetUtcNow(),
                moving.Manager.Id.Value
            )
        );
        var import = await moving.CheckAsync(
            await moving.SendAsync("help.csv", "Giver,Receiver,Hours,Date\n1,2,1,2024-12-31\n1,2,1,2025-01-01\n")
        );
        (await moving.WrongAsync(import)).ShouldBe(["2 Day PeriodClosed"]);
    }

    [Fact]
    public async Task A_formula_in_a_cell_is_text_here_and_stays_text_when_it_leaves()
    {
        var moving = await Moving.IntoAsync(bank, "formulas");
        await moving.BringInAsync("people.csv", "Name,Number\nAnn Ellis,1\nBob Hughes,2\n");
        await moving.BringInAsync("help.csv", "Giver,Receiver,Hours,Date,What\n1,2,1,2024-03-01,\"=HYPERLINK(\"\"http://x\"\")\"\n");
        (await moving.Place.ReadAsync(db => db.Exchanges.Select(e => e.Description).SingleAsync())).ShouldBe("=HYPERLINK(\"http://x\")");
        var browser = await (await moving.Place.CoordinatorAsync()).BrowserAsync();
        await browser.OpenAsync("exchanges.csv");
        browser.Body.ShouldContain("\"'=HYPERLINK(\"\"http://x\"\")\"");
        var line = ImportFile.Lines(System.Text.Encoding.UTF8.GetBytes(browser.Body), "x.csv").Last();
        line.Cells.ShouldContain("=HYPERLINK(\"http://x\")");
    }

    [Fact]
    public async Task What_was_said_of_the_columns_is_remembered_for_the_same_headings()
    {
        var moving = await Moving.IntoAsync(bank, "layouts");
        await moving.BringInAsync("people.csv", "Name,Number\nAnn Ellis,1\nBob Hughes,2\n");
        const string help = "Wer,Wem,Zeit,Tag\n1,2,90,2024-03-01\n";
        var import = await moving.SendAsync("stunden.csv", help);
        await moving.CheckAsync(import, expected: SayColumns.Outcome.ColumnMissing);
        await moving.CheckAsync(
            import,
            form =>
            {
                form.Kind = ImportKind.History;
                form.Columns =
                [
                    .. new[] { ImportField.Giver, ImportField.Receiver, ImportField.Hours, ImportField.Day }.Select(f => $"{(short)f}"),
                ];
                form.Unit = HourUnit.Minutes;
            }
        );
        var next = await moving.SendAsync("stunden-2.csv", help);
        (next.Unit, next.Kind).ShouldBe((HourUnit.Minutes, ImportKind.History));
        next.Columns.ShouldBe([ImportField.Giver, ImportField.Receiver, ImportField.Hours, ImportField.Day]);
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_kindly()
    {
        var moving = await Moving.IntoAsync(bank, "refused");
        await moving.SendAsync("huge.csv", new byte[ImportLimits.MostBytes + 1], StartImport.Outcome.TooLarge);
        await moving.SendAsync("bomb.zip", Workbooks.Bomb("members.csv", ImportLimits.MostUnpackedBytes + 1), StartImport.Outcome.TooMuch);
        await moving.SendAsync("photo.csv", [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 0, 0, 13], StartImport.Outcome.NotRead);
        await moving.SendAsync("old.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], StartImport.Outcome.OldWorkbook);
        await moving.SendAsync("empty.csv", "\n\n  \n"u8.ToArray(), StartImport.Outcome.Empty);
        await moving.SendAsync("nothing.csv", [], StartImport.Outcome.Empty);
    }
}
