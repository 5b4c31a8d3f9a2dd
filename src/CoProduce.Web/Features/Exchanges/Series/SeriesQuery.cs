using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Exchanges.Series;

/// <summary>One day of a series.</summary>
/// <param name="Asked">The member who is asked whether it is right; null when nobody is.</param>
public sealed record SeriesDay(ExchangeRow Row, MemberId? Asked)
{
    /// <summary>True until it is undone or corrected.</summary>
    public bool Stands => Row.Status is not (ExchangeStatus.Withdrawn or ExchangeStatus.Reversed);
}

/// <summary>Several days that were logged in one go.</summary>
/// <param name="Days">The first first; never empty.</param>
public sealed record SeriesShown(SeriesId Id, IReadOnlyList<SeriesDay> Days, DateOnly Today)
{
    /// <summary>What was logged first.</summary>
    public ExchangeRow First => Days[0].Row;

    /// <summary>How many days stand.</summary>
    public int Standing => Days.Count(d => d.Stands);

    /// <summary>How many wait for anybody's yes.</summary>
    public int Waiting => Days.Count(d => d.Row.Status == ExchangeStatus.Unconfirmed);

    /// <summary>How many wait for that member's yes.</summary>
    public int WaitingFor(MemberId member) => Days.Count(d => d.Row.Status == ExchangeStatus.Unconfirmed && d.Asked == member);

    /// <summary>The minutes of the days that stand.</summary>
    public long Minutes => Days.Where(d => d.Stands).Sum(d => (long)d.Row.Minutes);
}

/// <summary>Finds series, for staff or for a member whom they concern.</summary>
public sealed class SeriesQuery(UnitOfWork work, CurrentOrganisation organisation, TimeProvider clock)
{
    /// <summary>The series; null when there is none here that concerns the viewer.</summary>
    /// <param name="viewer">The member who looks at it; null for staff.</param>
    public Task<SeriesShown?> FindAsync(SeriesId id, MemberId? viewer, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var all = db.Exchanges.Where(e => e.SeriesId == id && (viewer == null || e.GiverId == viewer || e.ReceiverId == viewer));
                var asked = (await all.ToListAsync(ct)).ToDictionary(e => e.Id, e => e.Asked);
                if (asked.Count == 0)
                    return null;
                var rows = await db.ExchangeRowsOf(all).ToListAsync(ct);
                return new SeriesShown(
                    id,
                    [.. rows.OrderBy(r => r.ServiceDate).ThenBy(r => r.LoggedAt).Select(r => new SeriesDay(r, asked[r.Id]))],
                    organisation.Profile.DateOf(clock.GetUtcNow())
                );
            },
            ct
        );
}
