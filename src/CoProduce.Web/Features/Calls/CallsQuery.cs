using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Calls;

/// <summary>Reads the calls with a member, for coordinators alone.</summary>
public sealed class CallsQuery(UnitOfWork work, CurrentPerson me)
{
    /// <summary>The last so many, the newest first; empty for anybody who is no coordinator.</summary>
    public Task<IReadOnlyList<CallLine>> OfAsync(MemberId member, int most, CancellationToken ct = default) =>
        !me.Holds(Role.Coordinator)
            ? Task.FromResult<IReadOnlyList<CallLine>>([])
            : work.ReadAsync<IReadOnlyList<CallLine>>(
                async db =>
                    await (
                        from c in db.Calls
                        where c.MemberId == member
                        join h in db.RoleHolders on c.NotedBy equals h.Id into writers
                        from writer in writers.DefaultIfEmpty()
                        join corrected in db.Calls on c.Corrects equals corrected.Id into firsts
                        from first in firsts.DefaultIfEmpty()
                        orderby c.NotedAt descending, c.Id descending
                        select new CallLine(c, writer == null ? null : writer.Name, first == null ? null : first.NotedAt)
                    )
                        .Take(most)
                        .ToListAsync(ct),
                ct
            );

    /// <summary>One of them, unless a further line put it right; null for none, and for anybody who is no coordinator.</summary>
    public Task<CallWithName?> FindAsync(CallId id, CancellationToken ct = default) =>
        !me.Holds(Role.Coordinator)
            ? Task.FromResult<CallWithName?>(null)
            : work.ReadAsync(
                db =>
                    (
                        from c in db.Calls
                        where c.Id == id && !db.Calls.Any(o => o.Corrects == id)
                        join m in db.Members on c.MemberId equals m.Id
                        select new CallWithName(c, (m.FirstName + " " + m.LastName).Trim())
                    ).SingleOrDefaultAsync(ct),
                ct
            );
}

/// <summary>A call and with whom it was.</summary>
public sealed record CallWithName(Call Call, string Name);

/// <summary>A call and who noted it.</summary>
/// <param name="By">Null for demonstration data.</param>
/// <param name="CorrectsOf">When the call that it puts right was noted; null for a first one.</param>
public sealed record CallLine(Call Call, string? By, DateTimeOffset? CorrectsOf);
