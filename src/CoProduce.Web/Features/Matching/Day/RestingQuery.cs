using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Matching.Day;

/// <summary>Reads the lines of the day that rest, what comes back soonest first.</summary>
public sealed class RestingQuery(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    /// <summary>How many are shown.</summary>
    private const int Most = 200;

    public Task<IReadOnlyList<(DayMark Mark, string Title, string By)>> ReadAsync(CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<(DayMark, string, string)>>(
            async db =>
            {
                var today = organisation.Profile.DateOf(clock.GetUtcNow());
                var marks = await (
                    from mark in db.DayMarks.AsNoTracking()
                    where mark.Until > today
                    join holder in db.RoleHolders on mark.By equals holder.Id
                    orderby mark.Until, mark.At
                    select new { mark, holder.Name }
                )
                    .Take(Most)
                    .ToListAsync(ct);
                List<(DayMark, string, string)> lines = [];
                foreach (var m in marks)
                    if (await db.LineAsync(me, m.mark.List, m.mark.SubjectId, ct) is var (title, _, _))
                        lines.Add((m.mark, title, m.Name));
                // What colleagues wrote to one another is theirs to read.
                foreach (var (mark, _, _) in lines.Where(l => l.Item1.By != me.Id && !me.Holds(Role.Coordinator)))
                    mark.Note = "";
                return lines;
            },
            ct
        );
}
