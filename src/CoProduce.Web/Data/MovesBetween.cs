using System.Data;
using CoProduce.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Moving;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CoProduce.Web.Data;

/// <summary>What completing a move between two organisations came to in the old place.</summary>
public enum MoveCompleted : short
{
    /// <summary>The membership there has ended and the hours are here.</summary>
    Moved = 1,

    /// <summary>It was taken back or answered in the meantime.</summary>
    NotWaiting = 2,

    /// <summary>They take no part there now.</summary>
    NotTakingPart = 3,

    /// <summary>Exchanges wait there; they are settled first.</summary>
    ExchangesWait = 4,

    /// <summary>What the two organisations agreed to owe each other is reached.</summary>
    LimitReached = 6,

    /// <summary>The two are not affiliated any more.</summary>
    NotAffiliated = 10,
}

/// <summary>The few things that a move does in the other organisation, each in the caller's unit of work: both halves or neither.</summary>
internal static class MovesBetween
{
    /// <summary>Lays a saved departure before the new place; false when the two are not affiliated.</summary>
    public static async Task<bool> OfferMoveAsync(
        this TenantDb db,
        Departure departure,
        string fromName,
        string name,
        string parcel,
        DateTimeOffset at,
        CancellationToken ct
    ) =>
        (short)
            (
                await Command(
                        db,
                        "select offer_move($1, $2, $3, $4, $5, $6, $7)",
                        departure.There.Value,
                        departure.Id,
                        fromName,
                        name,
                        parcel,
                        at.ToUniversalTime()
                    )
                    .ExecuteScalarAsync(ct)
            )! == 1;

    /// <summary>Takes it back on both sides; false when the new place has answered.</summary>
    public static async Task<bool> WithdrawMoveAsync(this TenantDb db, Guid move, DateTimeOffset at, CancellationToken ct) =>
        (short)(await Command(db, "select withdraw_move($1, $2, $3)", move, at.ToUniversalTime()).ExecuteScalarAsync(ct))! == 1;

    /// <summary>Tells the old place of a no.</summary>
    public static async Task RefuseMoveAsync(this TenantDb db, Guid move, string answer, DateTimeOffset at, CancellationToken ct) =>
        await Command(db, "select refuse_move($1, $2, $3, $4)", move, answer, at.ToUniversalTime()).ExecuteNonQueryAsync(ct);

    /// <summary>Ends the membership in the old place and brings the hours to an account here; the minutes are zero for none.</summary>
    public static async Task<(MoveCompleted Outcome, long Minutes)> CompleteMoveAsync(
        this TenantDb db,
        Guid move,
        MemberId member,
        DateOnly day,
        DateOnly dayThere,
        Authorship by,
        DateTimeOffset at,
        CancellationToken ct
    )
    {
        await using var command = Command(
            db,
            "select outcome, minutes from complete_move($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            move,
            member.Account.Value,
            day,
            dayThere,
            by.By!.Value,
            member.Value,
            (short)by.Door,
            at.ToUniversalTime()
        );
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleRow, ct);
        await reader.ReadAsync(ct);
        return ((MoveCompleted)reader.GetInt16(0), reader.GetInt64(1));
    }

    /// <summary>The arrival, locked so that it is answered once; null when there is none here.</summary>
    public static Task<Arrival?> LockArrivalAsync(this TenantDb db, Guid id, CancellationToken ct) =>
        db
            .Arrivals.FromSql($"select * from arrivals where organisation_id = {db.OrganisationId.Value} and id = {id} for no key update")
            .SingleOrDefaultAsync(ct);

    private static NpgsqlCommand Command(TenantDb db, string sql, params object[] values)
    {
        var transaction = (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        var command = new NpgsqlCommand(sql, transaction.Connection, transaction);
        command.Parameters.Add(new() { Value = db.OrganisationId.Value });
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }
}
