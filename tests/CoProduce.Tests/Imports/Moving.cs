using System.Text;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Imports;
using CoProduce.Web.Features.Messages;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace CoProduce.Tests.Imports;

/// <summary>A manager who moves a bank here, in the words of tests.</summary>
internal sealed class Moving(Place place, Actor manager)
{
    /// <summary>Three members, two with a balance.</summary>
    public const string People = "Name,Number,Email,Balance\nAnn Ellis,1,ann@home.example,2\nBob Hughes,2,,-1:30\nCat Morgan,3,,\n";

    /// <summary>Help between them, written in three ways.</summary>
    public const string Help =
        "Giver,Receiver,Hours,Date,What\nAnn Ellis,Bob Hughes,1.5,01/03/2024,A lift\n2,3,90 mins,13/02/2024,Gardening\nCat Morgan,ann@home.example,0.33,14/02/2024,Tea\n";

    public Place Place => place;

    public Actor Manager => manager;

    /// <summary>A new organisation with a manager who is about to bring things in.</summary>
    public static async Task<Moving> IntoAsync(Bank bank, string slug)
    {
        var place = await bank.CreateAsync(slug, $"The {slug} bank");
        return new(place, await place.StaffAsync("Mo", Role.Manager));
    }

    /// <summary>Sends a file; answers its tables in the order in which they are brought in.</summary>
    public async Task<List<Import>> SendAsync(string name, byte[] content, StartImport.Outcome expected = StartImport.Outcome.Started)
    {
        var before = (await ImportsAsync()).ConvertAll(i => i.Id);
        using var stream = new MemoryStream(content);
        var form = new StartImportForm { File = new FormFile(stream, 0, content.Length, "File", name), Hub = place.Hub.Value };
        (await manager.DoAsync((StartImport start) => start.HandleAsync(form))).ShouldBe(expected);
        return [.. (await ImportsAsync()).Where(i => !before.Contains(i.Id))];
    }

    /// <summary>Sends a text; answers its one table.</summary>
    public async Task<Import> SendAsync(string name, string text) =>
        (await SendAsync(name, Encoding.UTF8.GetBytes(text))).ShouldHaveSingleItem();

    /// <summary>Says that the columns are as guessed, but for what the test changes, and lets the lines be checked.</summary>
    public async Task<Import> CheckAsync(
        Import import,
        Action<ColumnsForm>? change = null,
        SayColumns.Outcome expected = SayColumns.Outcome.Checking
    )
    {
        var form = new ColumnsForm
        {
            Import = import.Id.Value,
            Kind = import.Kind,
            Source = import.Source,
            HasHeader = import.HasHeader,
            Columns = import.Columns.ConvertAll(c => $"{(short)c}"),
            Unit = import.Unit,
            Order = import.Order,
            OfferKind = import.OfferKind,
            Hub = import.HubId.Value,
        };
        change?.Invoke(form);
        (await manager.DoAsync((SayColumns say) => say.HandleAsync(form))).ShouldBe(expected);
        await WorkAsync();
        return await ImportAsync(import.Id);
    }

    /// <summary>Lets what was checked be brought in.</summary>
    public async Task<Import> BringInAsync(
        Import import,
        bool leaveOutWrong = false,
        BeginImport.Outcome expected = BeginImport.Outcome.Begun
    )
    {
        place.Bank.Clock.Advance(TimeSpan.FromSeconds(1)); // one is later than the other
        var form = new BeginForm { Import = import.Id.Value, LeaveOutWrong = leaveOutWrong };
        (await manager.DoAsync((BeginImport begin) => begin.BringInAsync(form))).ShouldBe(expected);
        await WorkAsync();
        return await ImportAsync(import.Id);
    }

    /// <summary>Sends, checks and brings in a text that has nothing wrong with it.</summary>
    public async Task<Import> BringInAsync(string name, string text, Action<ColumnsForm>? change = null)
    {
        var import = await CheckAsync(await SendAsync(name, text), change);
        (await WrongAsync(import)).ShouldBeEmpty();
        import = await BringInAsync(import);
        import.Status.ShouldBe(ImportStatus.Imported);
        return import;
    }

    public async Task<Import> UndoAsync(Import import, BeginImport.Outcome expected = BeginImport.Outcome.Begun)
    {
        var form = new BeginForm { Import = import.Id.Value, Reason = "The wrong file" };
        (await manager.DoAsync((BeginImport begin) => begin.UndoAsync(form))).ShouldBe(expected);
        await WorkAsync();
        return await ImportAsync(import.Id);
    }

    /// <summary>Decides about names by their spellings: "new", "out", "m" and an id, "s" and a key.</summary>
    public async Task<Import> DecideAsync(Import import, params (string Spelling, string Choice)[] choices)
    {
        var form = new NamesForm
        {
            Import = import.Id.Value,
            Names = [.. choices.Select(c => new NameAnswer { Key = Web.Features.Members.Folded.Of(c.Spelling), Choice = c.Choice })],
        };
        (await manager.DoAsync((DecideNames decide) => decide.HandleAsync(form))).ShouldBe(DecideNames.Outcome.Saved);
        await WorkAsync();
        return await ImportAsync(import.Id);
    }

    public async Task MendAsync(Import import, int line, ImportField field, string value)
    {
        var form = new MendForm
        {
            Import = import.Id.Value,
            Lines =
            [
                new()
                {
                    Number = line,
                    Field = (short)field,
                    Value = value,
                },
            ],
        };
        (await manager.DoAsync((MendLines mend) => mend.HandleAsync(form))).ShouldBe(MendLines.Outcome.Saved);
    }

    /// <summary>Lets the worker do what is due.</summary>
    public async Task WorkAsync() => await place.Bank.Services.GetRequiredService<OutboxRound>().RunAsync();

    public Task<Import> ImportAsync(ImportId id) => place.ReadAsync(db => db.Imports.SingleAsync(i => i.Id == id));

    /// <summary>What is wrong, as line, column and fault.</summary>
    public Task<List<string>> WrongAsync(Import import) =>
        place.ReadAsync(async db =>
            (
                await db.ImportLines.Where(l => l.ImportId == import.Id && l.State == LineState.Wrong).OrderBy(l => l.Number).ToListAsync()
            ).ConvertAll(l => $"{l.Number} {l.FaultField} {l.Fault}")
        );

    public Task<int> CountAsync(Import import, LineState state) =>
        place.ReadAsync(db => db.ImportLines.CountAsync(l => l.ImportId == import.Id && l.State == state));

    /// <summary>Everybody's balance by name, in minutes.</summary>
    public Task<Dictionary<string, long>> BalancesAsync() =>
        place.ReadAsync(async db =>
        {
            var members = await db.Members.ToListAsync();
            var balances = await db.Accounts.ToDictionaryAsync(a => a.Id, a => a.Balance);
            return members.ToDictionary(m => m.Name, m => balances[m.Id.Account]);
        });

    /// <summary>The breaches of every promise of the ledger; empty when all hold.</summary>
    public Task<List<string>> BreachesAsync() =>
        place.ReadAsync(async db =>
        {
            var breaches = new List<string>();
            foreach (var promise in Web.Features.Ledger.Invariants.All)
                breaches.AddRange((await Web.Features.Ledger.Invariants.BreachesAsync(db, promise)).Select(b => $"{promise.Code}: {b}"));
            return breaches;
        });

    /// <summary>How many rows each table has that belongs to people and hours, to see that nothing changed.</summary>
    public Task<string> ImageAsync() =>
        place.ReadAsync(async db =>
            string.Join(
                ' ',
                await db.Members.CountAsync(),
                await db.MemberContacts.CountAsync(),
                await db.Exchanges.CountAsync(),
                await db.Offers.CountAsync(),
                await db.Entries.CountAsync(),
                await db.Accounts.CountAsync(),
                await db.ImportedRecords.CountAsync(),
                string.Join(',', await db.Accounts.OrderBy(a => a.Id).Select(a => a.Balance).ToListAsync())
            )
        );

    private Task<List<Import>> ImportsAsync() =>
        place.ReadAsync(db => db.Imports.OrderBy(i => i.MadeAt).ThenBy(i => i.Kind).ThenBy(i => i.Id).ToListAsync());
}
