using CoProduce.Web.Features.Kiosk;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Data;

/// <summary>Counts the tries at a member number before they are looked at, one after the other, so that two screens at once cannot try more often than one.</summary>
internal static class KioskRows
{
    /// <summary>Counts this try and answers how many there were, itself included; one more than <see cref="KioskTry.Most"/> means that the number is locked.</summary>
    public static Task<int> CountKioskTryAsync(this TenantDb db, int number, DateTimeOffset now, CancellationToken ct)
    {
        var before = now - KioskTry.Lock;
        return db
            .Database.SqlQuery<int>(
                $"""
                insert into kiosk_tries as t (organisation_id, number, tries, at) values ({db.OrganisationId.Value}, {number}, 1, {now})
                on conflict (organisation_id, number) do update set
                  tries = case when t.at <= {before} then 1 else least(t.tries, {KioskTry.Most}) + 1 end,
                  at = case when t.at > {before} and t.tries >= {KioskTry.Most} then t.at else {now} end
                returning tries "Value"
                """
            )
            .SingleOrDefaultInMemoryAsync(ct);
    }

    // What writes cannot be a part of a larger query, which is how EF would ask for one row.
    private static async Task<int> SingleOrDefaultInMemoryAsync(this IQueryable<int> rows, CancellationToken ct) =>
        (await rows.ToListAsync(ct)).Single();
}
