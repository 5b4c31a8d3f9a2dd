using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CoProduce.Web.Data;

/// <summary>Where a telephone number is known, by the numbers as they are dialled (<c>texts.sql</c>).</summary>
internal static class TextRows
{
    /// <summary>The members of this organisation who gave that number.</summary>
    public static async Task<List<MemberId>> MembersOfNumberAsync(this TenantDb db, string number, CancellationToken ct) =>
        [
            .. (
                await db
                    .Database.SqlQuery<Guid>(
                        $"""
                        select c.member_id "Value" from member_contacts c
                        where c.organisation_id = {db.OrganisationId.Value} and c.phone <> '' and dialled(c.phone) = {number}
                        """
                    )
                    .ToListAsync(ct)
            ).Select(id => new MemberId(id)),
        ];

    /// <summary>The organisations that have to do with that number, or have that text already.</summary>
    public static async Task<List<NumberHere>> OrganisationsOfNumberAsync(
        NpgsqlDataSource platform,
        string number,
        string key,
        DateTimeOffset since,
        CancellationToken ct
    )
    {
        await using var command = platform.CreateCommand(
            "select organisation, has_it, is_known, texted_at, asked_at from organisations_of_number($1, $2, $3)"
        );
        command.Parameters.Add(new() { Value = number });
        command.Parameters.Add(new() { Value = key });
        command.Parameters.Add(new() { Value = since.ToUniversalTime() });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<NumberHere>();
        while (await reader.ReadAsync(ct))
            found.Add(
                new(
                    new(reader.GetGuid(0)),
                    reader.GetBoolean(1),
                    reader.GetBoolean(2),
                    reader.IsDBNull(3) ? null : reader.GetFieldValue<DateTimeOffset>(3),
                    reader.IsDBNull(4) ? null : reader.GetFieldValue<DateTimeOffset>(4)
                )
            );
        return found;
    }
}

/// <summary>What an organisation has to do with a telephone number.</summary>
/// <param name="HasIt">True when the text is there already.</param>
/// <param name="IsKnown">True when a member gave the number.</param>
/// <param name="TextedAt">When it texted that number last; null when not lately.</param>
/// <param name="AskedAt">When it asked something by text there; null when not lately.</param>
internal sealed record NumberHere(OrganisationId Organisation, bool HasIt, bool IsKnown, DateTimeOffset? TextedAt, DateTimeOffset? AskedAt);
