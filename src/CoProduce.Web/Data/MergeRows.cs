using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Data;

/// <summary>Moves what belongs to a person from one of their two records to the other; the database says once what follows them (<c>doubles.sql</c>).</summary>
internal static class MergeRows
{
    /// <summary>What stays under the number where it happened: the history that figures and entries stand on, words given on one record, and what is only worked with.</summary>
    public static readonly IReadOnlyList<string> Stay =
    [
        "arrivals",
        "consents",
        "departures",
        "dispute_notes",
        "disputes",
        "exchanges",
        "hub_moves",
        "kiosk_pins", // whoever knows it types the number that it was chosen for
        "kiosk_visits",
        "member_merges",
        "not_doubles",
        "reach_answers", // they stay with the consent to which they were given; the report counts them for the record that is kept
        "record_views",
        "register_lines",
    ];

    /// <summary>Moves the rows and answers which, as JSON that <see cref="MoveBackAsync"/> understands. Where both have the same thing, that of the kept record stands.</summary>
    /// <param name="contact">Whether what the kept record does not say of how to reach them is filled in.</param>
    public static Task<string> MoveToAsync(this TenantDb db, MemberId kept, MemberId gone, bool contact, CancellationToken ct) =>
        db
            .Database.SqlQuery<string>(
                $"""select merge_member({db.OrganisationId.Value}, {kept.Value}, {gone.Value}, {contact})::text "Value" """
            )
            .SingleAsync(ct);

    /// <summary>Moves back what is still where it was put.</summary>
    public static Task MoveBackAsync(this TenantDb db, MemberId kept, MemberId gone, string moved, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select unmerge_member({db.OrganisationId.Value}, {kept.Value}, {gone.Value}, {moved}::jsonb)", ct);
}
