using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Ledger;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>Balances are nothing but the sum of history: dropped and rebuilt, here or in an empty database, they are the same (I17).</summary>
public sealed class BalancesAreReplayed(LedgerDatabase database, TestCluster cluster) : IClassFixture<LedgerDatabase>
{
    private const int Seed = 1724;
    private const string Accounts =
        "select string_agg(concat_ws(' ', id, balance, last_number, last_posted_at), E'\\n' order by id) from accounts where organisation_id = $1";
    private static readonly string[] Tables = ["accounts", "entries", "postings", "chain_links", "new_entries", "ledger_days"];
    private readonly LedgerDatabase database = database;

    [Fact]
    public async Task Dropped_and_rebuilt_from_the_lines_they_are_what_they_were()
    {
        var bank = await LivelyBankAsync();
        await using var connection = await database.Superuser.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync(); // never committed
        await RunAsync(connection, "set local session_replication_role = replica");
        var before = await TextAsync(connection, Accounts, bank);

        await RunAsync(
            connection,
            "update accounts set balance = 0, last_number = 0, last_posted_at = null where organisation_id = $1",
            bank
        );
        (await TextAsync(connection, Accounts, bank)).ShouldNotBe(before);
        await RunAsync(
            connection,
            """
            update accounts a set balance = line.balance, last_number = line.lines, last_posted_at = line.latest
            from (
              select p.account_id, sum(p.amount) as balance, count(*) as lines, max(e.posted_at) as latest
              from postings p join entries e on e.organisation_id = p.organisation_id and e.id = p.entry_id
              where p.organisation_id = $1 group by p.account_id
            ) line
            where a.organisation_id = $1 and a.id = line.account_id
            """,
            bank
        );

        (await TextAsync(connection, Accounts, bank)).ShouldBe(before, $"seed {Seed}");
    }

    [Fact]
    public async Task Carried_into_an_empty_database_they_have_the_same_hashes()
    {
        var bank = await LivelyBankAsync();
        await using var elsewhere = new LedgerDatabase(cluster);
        await elsewhere.InitializeAsync();
        await using var from = await database.Superuser.OpenConnectionAsync();
        await using var to = await elsewhere.Superuser.OpenConnectionAsync();
        await RunAsync(to, "set session_replication_role = replica");
        foreach (var table in Tables)
        {
            using var lines = await from.BeginTextExportAsync(
                $"copy (select * from {table} where organisation_id = '{bank.Id.Value}') to stdout"
            );
            await using var import = await to.BeginTextImportAsync($"copy {table} from stdin");
            await import.WriteAsync(await lines.ReadToEndAsync());
        }

        const string hashes = "select string_agg(encode(digest, 'hex'), ' ' order by entry_id) from entry_digests($1)";
        const string head = "select encode(hash, 'hex') from chain_links where organisation_id = $1 order by number desc limit 1";
        foreach (var sql in new[] { Accounts, hashes, head })
            (await TextAsync(to, sql, bank)).ShouldBe(await TextAsync(from, sql, bank), $"seed {Seed}");
        (await elsewhere.BreachesAsync(bank.Id)).ShouldBeEmpty();
    }

    private async Task<TimeBank> LivelyBankAsync()
    {
        var dice = new Random(Seed);
        var bank = await TimeBank.OpenAsync(database);
        var members = new AccountId[5];
        for (var i = 0; i < members.Length; i++)
            members[i] = await bank.MemberAsync(balance: 60 * i, floor: -60);
        var posted = new Stack<Entry>();
        for (var step = 0; step < 80; step++)
        {
            var (giver, receiver) = (dice.Next(5), dice.Next(5));
            if (giver == receiver)
                continue;
            var undoes = step % 9 == 8 && posted.Count > 0;
            var entry = undoes
                ? posted.Pop().Reverse("A slip", TimeBank.Monday)
                : Entry.OneToOne(members[receiver], members[giver], new(dice.Next(1, 90)), TimeBank.Monday);
            if ((await bank.PostAsync(entry)).Outcome == PostingOutcome.Posted && !undoes)
                posted.Push(entry);
        }
        (await bank.KeepingAsync(db => db.SealEntriesAsync(1000, TimeBank.Now))).ShouldBeGreaterThan(40);
        return bank;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, TimeBank? bank = null)
    {
        await using var command = Command(connection, sql, bank);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> TextAsync(NpgsqlConnection connection, string sql, TimeBank bank)
    {
        await using var command = Command(connection, sql, bank);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, TimeBank? bank)
    {
        var command = new NpgsqlCommand(sql, connection);
        if (bank is not null)
            command.Parameters.Add(new() { Value = bank.Id.Value });
        return command;
    }
}
