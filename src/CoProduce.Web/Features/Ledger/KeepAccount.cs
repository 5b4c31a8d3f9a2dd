using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace CoProduce.Web.Features.Ledger;

/// <summary>What closing an account came to.</summary>
public enum ClosingOutcome : short
{
    /// <summary>It is closed, now or since before.</summary>
    Closed = 1,

    /// <summary>This organisation has no such account.</summary>
    UnknownAccount = 2,

    /// <summary>There are minutes on it, owed by it, or promised from it.</summary>
    NotAtZero = 3,
}

/// <summary>Finds, opens and closes accounts and sets their floors, inside the caller's unit of work.</summary>
public static class KeepAccount
{
    /// <summary>The longest name of a team's, a partner's or a second pot's account.</summary>
    public const int NameLength = 80;

    /// <summary>The organisation's own account of that kind, of which there is one; a hub's pot is not meant.</summary>
    public static Task<AccountId> AccountOfAsync(this TenantDb db, AccountKind kind, CancellationToken ct) =>
        db.Accounts.Where(a => a.Kind == kind && a.HubId == null && a.Name == null).Select(a => a.Id).SingleAsync(ct);

    /// <summary>The organisation's own account of that kind, opened when it is needed for the first time; two at once open one.</summary>
    /// <param name="floor">The lowest balance in minutes of a new one; null for none.</param>
    public static async Task<AccountId> AccountOnFirstUseAsync(
        this TenantDb db,
        AccountKind kind,
        long? floor,
        DateTimeOffset at,
        CancellationToken ct
    )
    {
        var own = db.Accounts.Where(a => a.Kind == kind && a.HubId == null && a.Name == null).Select(a => (AccountId?)a.Id);
        if (await own.SingleOrDefaultAsync(ct) is { } there)
            return there;
        await db.LockOpeningAsync(ct);
        if (await own.SingleOrDefaultAsync(ct) is { } since)
            return since;
        var account = AccountId.New();
        await db.OpenAccountAsync(account, kind, null, floor, at, ct: ct);
        return account;
    }

    /// <summary>The number of the account's last line that was posted before a moment, by a few probes however long its history is; 0 when there is none.</summary>
    public static async Task<long> LastLineBeforeAsync(this TenantDb db, AccountId account, DateTimeOffset moment, CancellationToken ct)
    {
        await using var command = LedgerCommand.Of(db, "select last_line_before($1, $2, $3)");
        command.Parameters.Add(new() { Value = db.OrganisationId.Value });
        command.Parameters.Add(new() { Value = account.Value });
        command.Parameters.Add(new() { Value = moment.ToUniversalTime() });
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Lets one at a time open accounts of this organisation's own, until the end of the unit of work.</summary>
    public static async Task LockOpeningAsync(this TenantDb db, CancellationToken ct)
    {
        await using var command = LedgerCommand.Of(db, "select pg_advisory_xact_lock(hashtextextended('accounts ' || $1::text, 0))::text");
        command.Parameters.Add(new() { Value = db.OrganisationId.Value });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Opens an account at zero.</summary>
    /// <param name="floor">The lowest balance in minutes; null for none.</param>
    /// <param name="name">What it is called, for a team, a partner or a second pot; null for others.</param>
    /// <param name="hub">Whose pot it is; null unless it is a hub's.</param>
    public static async Task OpenAccountAsync(
        this TenantDb db,
        AccountId account,
        AccountKind kind,
        Guid? member,
        long? floor,
        DateTimeOffset at,
        string? name = null,
        HubId? hub = null,
        CancellationToken ct = default
    )
    {
        await using var command = LedgerCommand.Of(db, "select open_account($1, $2, $3, $4, $5, $6, $7, $8)");
        var values = command.Parameters;
        values.Add(new() { Value = db.OrganisationId.Value });
        values.Add(new() { Value = account.Value });
        values.Add(new() { Value = (short)kind });
        values.Add(LedgerCommand.Nullable(member, NpgsqlDbType.Uuid));
        values.Add(LedgerCommand.Nullable(floor, NpgsqlDbType.Bigint));
        values.Add(new() { Value = at.ToUniversalTime() });
        values.Add(LedgerCommand.Nullable(name, NpgsqlDbType.Text));
        values.Add(LedgerCommand.Nullable(hub?.Value, NpgsqlDbType.Uuid));
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Opens the accounts of many members at zero, each under the member's own id.</summary>
    /// <param name="floor">The lowest balance in minutes; null for none.</param>
    public static async Task OpenMemberAccountsAsync(
        this TenantDb db,
        IReadOnlyCollection<Guid> members,
        long? floor,
        DateTimeOffset at,
        CancellationToken ct = default
    )
    {
        await using var command = LedgerCommand.Of(
            db,
            "select count(open_account($1, member.id, $2, member.id, $3, $4)::text) from unnest($5) as member (id)"
        );
        var values = command.Parameters;
        values.Add(new() { Value = db.OrganisationId.Value });
        values.Add(new() { Value = (short)AccountKind.Member });
        values.Add(LedgerCommand.Nullable(floor, NpgsqlDbType.Bigint));
        values.Add(new() { Value = at.ToUniversalTime() });
        values.Add(new() { Value = members.ToArray() });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Closes an account that is at zero; its history stays.</summary>
    public static async Task<ClosingOutcome> CloseAccountAsync(
        this TenantDb db,
        AccountId account,
        DateTimeOffset at,
        CancellationToken ct = default
    )
    {
        await using var command = LedgerCommand.Of(db, "select close_account($1, $2, $3)");
        command.Parameters.Add(new() { Value = db.OrganisationId.Value });
        command.Parameters.Add(new() { Value = account.Value });
        command.Parameters.Add(new() { Value = at.ToUniversalTime() });
        return (ClosingOutcome)(short)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Opens a closed member's account again, at the floor given: somebody has come back. Its history goes on. Throws for any other account.</summary>
    public static async Task ReopenAccountAsync(this TenantDb db, AccountId account, long? floor, CancellationToken ct = default)
    {
        await using var command = LedgerCommand.Of(db, "select reopen_account($1, $2, $3)");
        command.Parameters.Add(new() { Value = db.OrganisationId.Value });
        command.Parameters.Add(new() { Value = account.Value });
        command.Parameters.Add(LedgerCommand.Nullable(floor, NpgsqlDbType.Bigint));
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Sets the floor. A balance that is below it already may stay and rise, but not fall. Throws when the account is unknown.</summary>
    /// <param name="floor">The lowest balance in minutes; null for none.</param>
    public static async Task SetFloorAsync(this TenantDb db, AccountId account, long? floor, CancellationToken ct = default)
    {
        await using var command = LedgerCommand.Of(db, "select set_floor($1, $2, $3)");
        command.Parameters.Add(new() { Value = db.OrganisationId.Value });
        command.Parameters.Add(new() { Value = account.Value });
        command.Parameters.Add(LedgerCommand.Nullable(floor, NpgsqlDbType.Bigint));
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Sets the floor of every member's open account but of those who have a floor of their own, in the order in which everybody locks accounts.</summary>
    /// <param name="floor">The lowest balance in minutes; null for none.</param>
    public static async Task SetFloorOfMembersAsync(this TenantDb db, long? floor, CancellationToken ct = default)
    {
        await using var command = LedgerCommand.Of(
            db,
            """
            select count(set_floor($1, member.id, $2)::text)
            from (
              select a.id from accounts a
              where a.organisation_id = $1 and a.kind = $3 and a.closed_at is null and not exists (
                select from members m where m.organisation_id = $1 and m.id = a.member_id and m.own_floor_minutes is not null)
              order by a.id) member
            """
        );
        command.Parameters.Add(new() { Value = db.OrganisationId.Value });
        command.Parameters.Add(LedgerCommand.Nullable(floor, NpgsqlDbType.Bigint));
        command.Parameters.Add(new() { Value = (short)AccountKind.Member });
        await command.ExecuteNonQueryAsync(ct);
    }
}
