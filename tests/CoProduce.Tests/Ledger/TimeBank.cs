using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>An organisation with nothing but a ledger, and the words in which tests speak of it.</summary>
internal sealed class TimeBank(LedgerDatabase database)
{
    public static readonly DateOnly Monday = new(2026, 3, 2);
    public static readonly DateTimeOffset Now = new(2026, 3, 4, 10, 30, 0, TimeSpan.Zero);
    public static readonly Authorship Coordinator = new(new("0198c0de-0000-7000-8000-00000000c0de"), null, Door.Phone);

    public LedgerDatabase Database => database;

    public OrganisationId Id { get; } = OrganisationId.New();

    public AccountId WelcomeAccount { get; } = AccountId.New();

    public AccountId OwnAccount { get; } = AccountId.New();

    public UnitOfWork Work => database.WorkOf(Id);

    public static async Task<TimeBank> OpenAsync(LedgerDatabase database)
    {
        var bank = new TimeBank(database);
        await bank.OpenAsync(bank.WelcomeAccount, AccountKind.Welcome, floor: null);
        await bank.OpenAsync(bank.OwnAccount, AccountKind.Organisation, floor: null);
        return bank;
    }

    /// <summary>A member with a floor and a balance, both in minutes.</summary>
    public async Task<AccountId> MemberAsync(long balance = 0, long? floor = 0)
    {
        var account = AccountId.New();
        await OpenAsync(account, AccountKind.Member, floor);
        if (balance != 0)
            (await PostAsync(Entry.Welcome(WelcomeAccount, account, new(balance), Monday))).Outcome.ShouldBe(PostingOutcome.Posted);
        return account;
    }

    public Task OpenAsync(AccountId account, AccountKind kind, long? floor) =>
        Work.WriteAsync(async db =>
        {
            await db.OpenAccountAsync(account, kind, kind == AccountKind.Member ? Guid.CreateVersion7() : null, floor, Now);
            db.Keep();
            return true;
        });

    /// <summary>An account that belongs to no member, at zero.</summary>
    public async Task<AccountId> AccountAsync(AccountKind kind, long? floor = 0)
    {
        var account = AccountId.New();
        await OpenAsync(account, kind, floor);
        return account;
    }

    /// <summary>Runs something in a unit of work of this organisation and keeps it.</summary>
    public Task<T> KeepingAsync<T>(Func<TenantDb, Task<T>> act) =>
        Work.WriteAsync(async db =>
        {
            var answer = await act(db);
            db.Keep();
            return answer;
        });

    public Task<ClosingOutcome> CloseAsync(AccountId account) =>
        Work.WriteAsync(async db =>
        {
            var outcome = await db.CloseAccountAsync(account, Now);
            db.Keep();
            return outcome;
        });

    public Task SetFloorAsync(AccountId account, long? floor) =>
        Work.WriteAsync(async db =>
        {
            await db.SetFloorAsync(account, floor);
            db.Keep();
            return true;
        });

    /// <summary>Posts in one try, without the unit of work's patience: a deadlock comes out as an exception.</summary>
    public async Task<PostingResult> PostInOneTryAsync(Entry entry)
    {
        await using var db = new TenantDb(LedgerDatabase.Options(database.Application), Id);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var result = await db.PostAsync(entry, Coordinator, Guid.NewGuid(), LedgerSubject.Exchange, null, Now);
        await transaction.CommitAsync();
        return result;
    }

    /// <summary>Posts and commits whatever the answer is, as no use case does.</summary>
    public Task<PostingResult> PostAndKeepAsync(Entry entry, Guid key) =>
        Work.WriteAsync(async db =>
        {
            var result = await db.PostAsync(entry, Coordinator, key, LedgerSubject.Exchange, null, Now);
            db.Keep();
            return result;
        });

    /// <summary>Posts as a use case does: what was refused is not kept.</summary>
    public Task<PostingResult> PostAsync(
        Entry entry,
        Guid? key = null,
        DateTimeOffset? at = null,
        Guid? about = null,
        UnitOfWork? through = null
    ) =>
        (through ?? Work).WriteAsync(async db =>
        {
            var result = await db.PostAsync(entry, Coordinator, key ?? Guid.NewGuid(), LedgerSubject.Exchange, about, at ?? Now);
            if (result.IsPosted)
                db.Keep();
            return result;
        });

    /// <summary>Posts many; commits even when they were refused where a test says so, as no use case does.</summary>
    public Task<PostManyResult> PostManyAsync(IReadOnlyList<EntryToPost> entries, bool evenWhenRefused = false) =>
        Work.WriteAsync(async db =>
        {
            var result = await db.PostManyAsync(entries);
            if (evenWhenRefused || result.Outcome == PostingOutcome.Posted)
                db.Keep();
            return result;
        });

    public async Task<long> BalanceAsync(AccountId account) => (await AccountAsync(account)).Balance;

    public Task<Dictionary<AccountId, long>> BalancesAsync() =>
        Work.ReadAsync(db => db.Accounts.ToDictionaryAsync(a => a.Id, a => a.Balance));

    public Task<AccountRow> AccountAsync(AccountId account) => Work.ReadAsync(db => db.Accounts.SingleAsync(a => a.Id == account));

    public Task<List<PostingRow>> LinesAsync(AccountId account) =>
        Work.ReadAsync(db => db.Postings.Where(p => p.AccountId == account).OrderBy(p => p.Number).ToListAsync());

    /// <summary>The balance as it was known at that moment.</summary>
    public Task<long> BalanceAtAsync(AccountId account, DateTimeOffset moment) =>
        Work.ReadAsync(db =>
            (
                from line in db.Postings
                join entry in db.Entries on line.EntryId equals entry.Id
                where line.AccountId == account && entry.PostedAt <= moment
                orderby line.Number descending
                select line.RunningBalance
            ).FirstOrDefaultAsync()
        );

    public Task<EntryRow> EntryAsync(EntryId entry) => Work.ReadAsync(db => db.Entries.SingleAsync(e => e.Id == entry));

    public Task<int> EntryCountAsync() => Work.ReadAsync(db => db.Entries.CountAsync());

    /// <summary>Every row of the ledger's tables of this organisation as text, to see that nothing at all has changed.</summary>
    public async Task<string> ImageAsync()
    {
        await using var command = database.Superuser.CreateCommand(
            """
            select coalesce(string_agg(line, E'\n' order by line), '') from (
              select 'a' || a::text from accounts a where organisation_id = $1
              union all select 'e' || e::text from entries e where organisation_id = $1
              union all select 'p' || p::text from postings p where organisation_id = $1
              union all select 'h' || h::text from holds h where organisation_id = $1
              union all select 'l' || l::text from chain_links l where organisation_id = $1
              union all select 'c' || c::text from closed_periods c where organisation_id = $1) image (line)
            """
        );
        command.Parameters.Add(new() { Value = Id.Value });
        return (string)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Runs SQL in this organisation as a role and commits it; answers what PostgreSQL had against it, or null.</summary>
    public Task<PostgresException?> TryAsync(string role, string sql, params object[] values) => TryAsync(role, sql, keep: true, values);

    /// <summary>As above, and takes it back afterwards unless it is to be kept.</summary>
    public async Task<PostgresException?> TryAsync(string role, string sql, bool keep, object[] values)
    {
        await using var connection = await database.Superuser.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var enter = new NpgsqlCommand(
            $"select set_config('app.organisation_id', '{Id.Value}', true); set local role {role}",
            connection
        );
        await enter.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        try
        {
            await command.ExecuteNonQueryAsync();
            if (keep)
                await transaction.CommitAsync();
            return null;
        }
        catch (PostgresException refusal)
        {
            return refusal;
        }
    }
}
