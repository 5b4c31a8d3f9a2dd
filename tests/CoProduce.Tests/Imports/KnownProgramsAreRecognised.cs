using CoProduce.Tests.Support;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Imports;
using CoProduce.Web.Features.Imports.Reading;
using CoProduce.Web.Features.Offers;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Imports;

/// <summary>Each program's files with the headings that it is known to write, brought in with nothing but the guess.</summary>
public sealed class KnownProgramsAreRecognised(Bank bank) : IClassFixture<Bank>
{
    private const string Members =
        "17,Ann Ellis,ann@home.example,01632 960001,,2019-05-01,2024-11-01,en,5400\n4,Bob Hughes,,01632 960002,01632 960003,2020-02-03,,es,-3600\n";
    private const string Transfers =
        "2024-03-01 10:30:00 UTC,Bob Hughes (4),Ann Ellis (17),Lift to town,1:30\n2024-03-09 10:30:00 UTC,Ann Ellis (17),Bob Hughes (4),,0:20\n2024-03-10 10:30:00 UTC,Ann Ellis (17),inactive/deleted user,,1:00\n";
    private const string Offers =
        "Transport\n31,Lifts to hospital,\"car, town\",Ann Ellis (17),2023-01-02\n32,Shopping,,Bob Hughes (4),2023-01-03\n";

    [Theory]
    [InlineData(
        "en",
        "N,Name,Email,Phone,Alternative Phone,Created,Last login,Locale,Balance",
        "Date,From,To,Post,Quantity",
        ",Title,Tags,User,Created",
        "Offers.csv",
        "Inquiries.csv"
    )]
    [InlineData(
        "es",
        "N,Nombre,Correo,Teléfono,Teléfono alternativo,Creado,Último login,Idioma,Balance",
        "Fecha,Origen,Destino,Anuncio,Cantidad",
        ",Título,Etiquetas,Usuario,Creado",
        "Ofertas.csv",
        "Demandas.csv"
    )]
    [InlineData(
        "ca",
        "N,Nom,Correu,Telèfon,Telèfon alternatiu,Creat,Darrera connexió,Idioma,Balanç",
        "Data,Origen,Destí,Anunci,Quantitat",
        ",Títol,Etiquetes,Usuari,Creat",
        "Ofertes.csv",
        "Demandes.csv"
    )]
    public async Task TimeOverflow_gives_a_zip_in_the_banks_language_with_balances_in_seconds(
        string language,
        string members,
        string transfers,
        string offers,
        string offersFile,
        string requestsFile
    )
    {
        var moving = await Moving.IntoAsync(bank, $"overflow-{language}");
        await moving.Place.WriteAsync(db =>
            Task.FromResult(
                db.Categories.Add(
                    new()
                    {
                        Id = Web.Features.Organisations.CategoryId.New(),
                        Name = "Transport",
                        Position = 9,
                    }
                )
            )
        );
        var zip = Workbooks.Zip(
            (requestsFile, $"{offers}\nTransport\n33,A lift on Mondays,,Bob Hughes (4),2023-02-03\n"),
            ("Transfers.csv", $"{transfers}\n{Transfers}"),
            (offersFile, $"{offers}\n{Offers}"),
            ("Members.csv", $"{members}\n{Members}")
        );
        var imports = await moving.SendAsync("bank.zip", zip);
        imports.ShouldAllBe(i => i.Source == ImportSource.TimeOverflow);
        imports.Select(i => i.Kind).ShouldBe([ImportKind.Members, ImportKind.Offers, ImportKind.Offers, ImportKind.History]);
        foreach (var sent in imports)
        {
            var import = await moving.CheckAsync(sent);
            if (import.Kind == ImportKind.History)
                import = await moving.DecideAsync(import, ("inactive/deleted user", "out"));
            (await moving.WrongAsync(import)).ShouldBeEmpty();
            await moving.BringInAsync(import);
        }
        (await moving.BalancesAsync()).ShouldBe(
            new Dictionary<string, long> { ["Ann Ellis"] = 90, ["Bob Hughes"] = -60 },
            ignoreOrder: true
        );
        var shown = await moving.Manager.DoAsync((ImportsQuery query) => query.BalancesAsync(imports[0].Id, 1));
        shown!.Rows.ShouldBe([new("17 Ann Ellis", 70, 20, 90), new("4 Bob Hughes", -70, 10, -60)], ignoreOrder: true);
        var board = await moving.Place.ReadAsync(db => db.Offers.OrderBy(o => o.Title).ToListAsync());
        board
            .Select(o => (o.Title, o.Kind))
            .ShouldBe([("A lift on Mondays", OfferKind.Request), ("Lifts to hospital", OfferKind.Offer), ("Shopping", OfferKind.Offer)]);
        board.ShouldAllBe(o => o.CategoryId != null);
        (await moving.BreachesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task TimeOverflows_own_shape_has_no_headings_and_counts_in_seconds()
    {
        var moving = await Moving.IntoAsync(bank, "overflow-own");
        var users = await moving.BringInAsync(
            "users.csv",
            "17,2019-05-01,Ann,Mary,Ellis,1,1950-02-03,01632 960001,,ann@home.example\n4,2020-02-03,Bob,,Hughes,2,1949-01-02,,01632 960003,\n"
        );
        (users.Source, users.HasHeader, users.Added).ShouldBe((ImportSource.TimeOverflowOwn, false, 2));
        var transfers = await moving.BringInAsync(
            "transfers.csv",
            "4,member,17,member,5400,2024-03-01,Lift to town,31\n4,organization,17,member,3600,2024-03-02,Front desk,\n17,member,1,organization,1800,2024-03-03,A gift,\n"
        );
        (transfers.Kind, transfers.Added).ShouldBe((ImportKind.History, 3));
        (await moving.BalancesAsync()).ShouldBe(
            new Dictionary<string, long> { ["Ann Mary Ellis"] = 120, ["Bob Hughes"] = -90 },
            ignoreOrder: true
        );
        (await moving.Place.ReadAsync(db => db.Exchanges.CountAsync(e => e.Shape == ExchangeShape.ForTheOrganisation))).ShouldBe(1);
        var posts = await moving.BringInAsync(
            "posts.csv",
            "17,Offer,Lifts,To the hospital,3,2024-01-01,2024-01-01,\n4,Inquiry,A lift,,3,2024-01-01,,\n"
        );
        (posts.Kind, posts.Added).ShouldBe((ImportKind.Offers, 2));
        (await moving.BreachesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Komunitin_names_accounts_by_codes_and_holds_back_what_was_not_committed()
    {
        var moving = await Moving.IntoAsync(bank, "komunitin");
        var accounts = await moving.BringInAsync(
            "accounts.csv",
            "id,created,updated,code,status,balance,creditLimit,maximumBalance,key,user.id,2023,2024\na1,2023-01-01T10:00:00Z,2024-01-01T10:00:00Z,NET0001,active,1.5,10,,k,u1,3,4\na2,2023-01-01T10:00:00Z,2024-01-01T10:00:00Z,NET0002,active,-1.5,10,,k,u2,3,4\n"
        );
        (accounts.Source, accounts.Added, accounts.OpeningMinutes).ShouldBe((ImportSource.Komunitin, 2, 0));
        var transfers = await moving.BringInAsync(
            "transfers.csv",
            "id,created,updated,state,amount,description,hash,authorization,payer.id,payer.code,payee.id,payee.code,user.id\nt1,2024-03-01T10:00:00Z,,committed,1.5,Bread,h,,a2,NET0002,a1,NET0001,u1\nt2,2024-03-02T10:00:00Z,,rejected,9,No,h,,a2,NET0002,a1,NET0001,u1\n"
        );
        (transfers.Source, transfers.Added).ShouldBe((ImportSource.Komunitin, 1));
        (await moving.CountAsync(transfers, LineState.NotMeant)).ShouldBe(1);
        (await moving.BalancesAsync()).ShouldBe(new Dictionary<string, long> { ["NET0001"] = 90, ["NET0002"] = -90 }, ignoreOrder: true);
        var load = await moving.BringInAsync(
            "load.csv",
            "From,To,Description,Amount\nNET0001,NET0002,Eggs,0.5\n",
            form =>
            {
                // The four-column load file has no day: nothing here can be brought in without one.
                form.Kind = ImportKind.Balances;
                form.Columns = [$"{(short)ImportField.Person}", "0", "0", $"{(short)ImportField.Balance}"];
                form.Source = ImportSource.Komunitin;
            }
        );
        load.Changed.ShouldBe(1);
    }

    [Fact]
    public async Task Community_Weaver_lists_come_with_the_ids_of_its_people()
    {
        var moving = await Moving.IntoAsync(bank, "weaver");
        var members = await moving.BringInAsync(
            "members.csv",
            "Member ID,First Name,Last Name,Email,Home Phone,Mobile Phone,Date Joined,Status\n901,Ann,Ellis,,01632 960001,,03/15/2019,Enabled\n902,Bob,Hughes,,,,11/02/2020,Disabled\n",
            form => form.Order = DateOrder.MonthFirst
        );
        (members.Source, members.Added, members.Order).ShouldBe((ImportSource.CommunityWeaver, 2, DateOrder.MonthFirst));
        var balances = await moving.BringInAsync("user-balances.csv", "User ID,Name,Balance\n901,Ann Ellis,2.25\n902,Bob Hughes,-1\n");
        (balances.Source, balances.Kind, balances.OpeningMinutes).ShouldBe((ImportSource.CommunityWeaver, ImportKind.Balances, 75));
        var history = await moving.BringInAsync(
            "exchange_history.csv",
            "Exchange ID,Provider,Recipient,Date of Service,Description,Service Category,Hours\n5001,901,902,03/20/2024,Ride,Lifts,1.25\n"
        );
        (history.Source, history.Added, history.Order).ShouldBe((ImportSource.CommunityWeaver, 1, DateOrder.MonthFirst));
        (await moving.Place.ReadAsync(db => db.Exchanges.SingleAsync())).CategoryId.ShouldNotBeNull();
        (await moving.BalancesAsync()).ShouldBe(
            new Dictionary<string, long> { ["Ann Ellis"] = 135, ["Bob Hughes"] = -60 },
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task Community_Forge_rounds_to_two_decimals_and_the_opening_shows_what_that_lost()
    {
        var moving = await Moving.IntoAsync(bank, "forge");
        await moving.BringInAsync("people.csv", "Name,Number\nAnn Ellis,1\nBob Hughes,2\n");
        var history = await moving.BringInAsync(
            "transactions.csv",
            "payer;payee;quantity;created;state;type;description;category\n2;1;0,33;2024-03-01;done;1;Tea;Company\n2;1;0,33;2024-03-02;done;1;Tea;Company\n2;1;0,33;2024-03-03;done;1;Tea;Company\n2;1;5;2024-03-04;pending;1;Tea;Company\n"
        );
        (history.Source, history.Added).ShouldBe((ImportSource.CommunityForge, 3));
        var balances = await moving.BringInAsync("balances.csv", "user,balance,gross_income\n1,0.99,0.99\n2,-0.99,0\n");
        (balances.Source, balances.OpeningMinutes).ShouldBe((ImportSource.CommunityForge, 0));
        var shown = await moving.Manager.DoAsync((ImportsQuery query) => query.BalancesAsync(balances.Id, 1));
        shown!.Rows.ShouldBe([new("1 Ann Ellis", 60, -1, 59), new("2 Bob Hughes", -60, 1, -59)], ignoreOrder: true);
    }

    [Fact]
    public async Task Project_NEXUS_gives_members_and_exchanges_and_takes_in_a_short_list()
    {
        var moving = await Moving.IntoAsync(bank, "nexus");
        var members = await moving.BringInAsync(
            "members-export.csv",
            "ID,Name,Email,Phone,Location,Role,Status,Approved,Joined,Last Login,Balance,XP,Level\n7,Ann Ellis,ann@home.example,,Newtown,member,active,Yes,2023-01-02,2024-01-01,1.5,300,4\n8,Bob Hughes,bob@home.example,,Newtown,member,active,Yes,2023-01-02,,0,10,1\n"
        );
        (members.Source, members.Added, members.OpeningMinutes).ShouldBe((ImportSource.Nexus, 2, 90));
        var history = await moving.BringInAsync(
            "exchanges.csv",
            "ID,Date,Hours,Description,Status,Type,Provider,Provider Email,Receiver,Receiver Email,Category\n70,2024-03-01,1.5,Lift,completed,offer,Ann E.,ann@home.example,Bob,bob@home.example,Lifts\n"
        );
        (history.Source, history.Added).ShouldBe((ImportSource.Nexus, 1));
        var load = await moving.BringInAsync("load.csv", "first_name,last_name,email,phone,role\nCat,Morgan,cat@home.example,,member\n");
        (load.Source, load.Added).ShouldBe((ImportSource.Nexus, 1));
        (await moving.BalancesAsync()).ShouldBe(
            new Dictionary<string, long>
            {
                ["Ann Ellis"] = 90,
                ["Bob Hughes"] = 0,
                ["Cat Morgan"] = 0,
            },
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task A_workbook_is_as_good_as_a_text()
    {
        var moving = await Moving.IntoAsync(bank, "workbook");
        await moving.BringInAsync("people.csv", "Name,Number\nMargaret,1\nBob Hughes,2\n");
        var import = (await moving.SendAsync("hours.xlsx", Workbooks.WithLooks())).ShouldHaveSingleItem();
        import.Head.ShouldContain("25:30");
        import.Table.ShouldBe("Hours");
    }

    [Theory]
    [InlineData("Name,Balance,Email", ImportKind.Members)]
    [InlineData("First name,Surname,Tel", ImportKind.Members)]
    [InlineData("Member,Balance", ImportKind.Balances)]
    [InlineData("Member number,Balance", ImportKind.Balances)]
    [InlineData("Giver,Receiver,Minutes,When,Notes", ImportKind.History)]
    [InlineData("Title,Member,Type", ImportKind.Offers)]
    public void A_plain_sheet_is_guessed_by_its_headings(string headings, ImportKind kind) =>
        ImportPresets.Guess(headings.Split(','))!.Kind.ShouldBe(kind);

    [Fact]
    public void What_is_like_nothing_is_not_guessed() => ImportPresets.Guess(["Wer", "Wem", "Zeit"]).ShouldBeNull();
}
