using CoProduce.Ledger;
using CoProduce.Web.Features.Ledger;
using Npgsql;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>Every promise of the ledger has a query that finds its breach: each is planted here past all rules, found, and taken back.</summary>
public sealed class PromisesAreWatched(LedgerDatabase database) : IClassFixture<LedgerDatabase>
{
    private readonly LedgerDatabase database = database;

    public static TheoryData<string, string> Breaches =>
        new()
        {
            { "I1", "update postings set amount = amount + 1 where amount = 45" },
            { "I1", "delete from postings where amount = 45" },
            { "I2", "update accounts set balance = balance + 1 where kind = 1" },
            { "I2", "update postings set running_balance = running_balance + 1 where number = 1 and amount > 0" },
            { "I3", "update postings set number = number + 10 where number = 2" },
            { "I3", "update accounts set last_number = last_number + 1" },
            { "I4", "alter table accounts drop constraint ck_accounts_floor; update accounts set floor = 10000 where kind = 1" },
            { "I5", "alter table postings disable trigger postings_never_change" },
            { "I5", "drop trigger entries_never_truncate on entries" },
            { "I5", "grant update on entries to coproduce_app" },
            { "I6", "update entries set service_date = service_date + 1" },
            { "I6", "drop index ix_entries_organisation_id_request_key; update entries set request_key = organisation_id" },
            { "I10", "update entries set passed_floor = true where kind = 2" },
            { "I10", "update entries set reverses = gen_random_uuid() where kind = 5" },
            { "I10", "update postings set amount = amount * 2 where entry_id in (select id from entries where kind = 5)" },
            { "I5", "update entries set door = 1 where kind = 2" },
            { "I5", "update chain_links set hash = digest where number = 2" },
            { "I5", "delete from chain_links where number = 2" },
            { "I5", "delete from new_entries" },
            {
                "I5",
                "insert into new_entries (organisation_id, entry_id) select organisation_id, entry_id from chain_links where number = 1"
            },
            {
                "I5",
                "insert into new_entries (organisation_id, entry_id) select organisation_id, gen_random_uuid() from chain_links where number = 1"
            },
            { "I5", "grant delete on new_entries to coproduce_app" },
            { "I11", "update accounts set held = held + 1 where kind = 1" },
            { "I11", "update holds set status = 3" },
            { "I11", "update holds set entry_id = (select id from entries where kind = 1 limit 1)" },
            { "I12", "update postings set account_id = gen_random_uuid() where amount = 45" },
            {
                "I12",
                "alter table postings drop constraint fk_postings_entries_organisation_id_entry_id; update postings set entry_id = gen_random_uuid()"
            },
            { "I13", "update postings set amount = 0 where amount = 45" },
            { "I13", "update postings set amount = amount - 1 where amount = 45" },
            { "I14", "update entries set kind = 1 where kind = 2" },
            { "I14", "update accounts set closed_at = now() where balance <> 0" },
            { "I15", "update entries set posted_at = posted_at - interval '1 day' where kind = 5" },
            { "I16", "update entries set acted_by = null where kind = 2" },
            { "I16", "update entries set reason = null where kind = 5" },
            {
                "I20",
                "insert into accounts (organisation_id, id, kind, opened_at, affiliate_id) select distinct organisation_id, gen_random_uuid(), 6, now(), gen_random_uuid() from accounts"
            },
            { "I21", "update ledger_days set came_in = came_in + 1 where kind = 1" },
            { "I21", "update ledger_days set day = day + 1" },
            { "I21", "delete from ledger_days where kind = 1" },
            {
                "I21",
                "insert into report_people (organisation_id, month, hub_id, category_id, person, gave, received) select distinct organisation_id, date '2026-03-01', gen_random_uuid(), gen_random_uuid(), 1, 1, 0 from accounts"
            },
            {
                "I21",
                "insert into report_cells (organisation_id, month, hub_id, category_id, minutes, times, givers, receivers) select distinct organisation_id, date '2026-03-01', gen_random_uuid(), gen_random_uuid(), 60, 1, ''::bytea, ''::bytea from accounts"
            },
        };

    [Theory, MemberData(nameof(Breaches))]
    public async Task A_planted_breach_is_found(string promise, string breach)
    {
        var bank = await LivelyBankAsync();
        await using var connection = await database.Superuser.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await RunAsync(connection, "set local session_replication_role = replica; " + breach);
        await RunAsync(connection, "set local session_replication_role = origin; set local role coproduce_app");

        var found = await LedgerDatabase.BreachesAsync(connection, bank.Id);

        found.ShouldContain(line => line.StartsWith(promise + ": ", StringComparison.Ordinal), string.Join('\n', found));
    }

    [Fact]
    public async Task Where_nothing_is_wrong_nothing_is_found()
    {
        var bank = await LivelyBankAsync();

        (await database.BreachesAsync(bank.Id)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_promise_has_a_breach_here()
    {
        var planted = Breaches.Select(row => row.Data.Item1).Distinct();

        planted.Order().ShouldBe(Invariants.All.Select(invariant => invariant.Code).Order());
    }

    private async Task<TimeBank> LivelyBankAsync()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob) = (await bank.MemberAsync(balance: 120), await bank.MemberAsync(floor: -60));
        var wrong = Entry.OneToOne(bob, ann, new(30), TimeBank.Monday);
        await bank.PostAsync(Entry.OneToOne(ann, bob, new(45), TimeBank.Monday));
        await bank.PostAsync(wrong);
        await bank.PostAsync(wrong.Reverse("Wrong day", TimeBank.Monday));
        await bank.KeepingAsync(db => db.PlaceHoldAsync(HoldId.New(), ann, new(15), "A place", TimeBank.Now, null, Guid.NewGuid()));
        await bank.KeepingAsync(db => db.SealEntriesAsync(3, TimeBank.Now));
        return bank;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
