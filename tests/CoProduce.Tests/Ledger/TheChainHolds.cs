using CoProduce.Ledger;
using CoProduce.Web.Features.Ledger;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>A chain of hashes over all entries finds and names any line that was changed, even past every rule.</summary>
public sealed class TheChainHolds(LedgerDatabase database) : IClassFixture<LedgerDatabase>
{
    private readonly LedgerDatabase database = database;

    [Fact]
    public async Task Every_entry_is_linked_once_in_the_order_of_posting()
    {
        var (bank, _) = await LivelyBankAsync();

        (await LinkAsync(bank, limit: 2)).ShouldBe(2);
        (await LinkAsync(bank, limit: 100)).ShouldBe(3);
        (await LinkAsync(bank, limit: 100)).ShouldBe(0);

        var linked = await bank.Work.ReadAsync(db => db.ChainLinks.OrderBy(l => l.Number).Select(l => l.EntryId).ToListAsync());
        var posted = await bank.Work.ReadAsync(db => db.Entries.OrderBy(e => e.PostedAt).ThenBy(e => e.Id).Select(e => e.Id).ToListAsync());
        linked.ShouldBe(posted);
    }

    [Theory]
    [InlineData("update entries set acted_by = gen_random_uuid() where id = $1")]
    [InlineData("update entries set reason = 'Another' where id = $1")]
    [InlineData("update entries set service_date = service_date + 1 where id = $1")]
    [InlineData("update postings set amount = amount * 2, running_balance = running_balance + 1 where entry_id = $1")]
    public async Task A_changed_line_is_found_and_named(string change)
    {
        var (bank, changed) = await LivelyBankAsync();
        await LinkAsync(bank, limit: 100);
        await using var connection = await database.Superuser.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("set local session_replication_role = replica", connection);
        await command.ExecuteNonQueryAsync();
        command.CommandText = change;
        command.Parameters.Add(new() { Value = changed.Value });
        await command.ExecuteNonQueryAsync();
        await using var asTheProgram = new NpgsqlCommand("set local role coproduce_app", connection);
        await asTheProgram.ExecuteNonQueryAsync();

        var breaches = await LedgerDatabase.BreachesAsync(connection, bank.Id);

        breaches.Where(b => b.StartsWith("I5: entry", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldContain(changed.ToString());
    }

    [Fact]
    public async Task Sixteen_that_link_at_once_make_one_chain()
    {
        var (bank, _) = await LivelyBankAsync();

        var linked = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => LinkAsync(bank, limit: 1))));

        linked.Sum().ShouldBe(5);
        (await database.BreachesAsync(bank.Id)).ShouldBeEmpty();
    }

    private async Task<(TimeBank Bank, EntryId Middle)> LivelyBankAsync()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob) = (await bank.MemberAsync(balance: 120), await bank.MemberAsync());
        var middle = Entry.OneToOne(ann, bob, new(45), TimeBank.Monday);
        await bank.PostAsync(Entry.OneToOne(ann, bob, new(15), TimeBank.Monday));
        await bank.PostAsync(middle);
        var wrong = Entry.OneToOne(bob, ann, new(10), TimeBank.Monday);
        await bank.PostAsync(wrong);
        await bank.PostAsync(wrong.Reverse("No", TimeBank.Monday));
        return (bank, middle.Id);
    }

    private static Task<int> LinkAsync(TimeBank bank, int limit) => bank.KeepingAsync(db => db.SealEntriesAsync(limit, TimeBank.Now));
}
