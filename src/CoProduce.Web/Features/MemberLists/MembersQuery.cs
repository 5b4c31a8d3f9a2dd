using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CoProduce.Web.Features.MemberLists;

/// <summary>The members for staff: a page of them, or all of them one after the other.</summary>
public sealed class MembersQuery(UnitOfWork work, CurrentOrganisation organisation, TimeProvider clock)
{
    /// <summary>How many one page shows.</summary>
    public const int PageSize = 50;

    // So many are read at a time for a file.
    private const int Piece = 1000;

    /// <summary>The members of a page from 1, and how many there are.</summary>
    public Task<Listed<MemberRow>> PageAsync(MemberFilter filter, int page, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var all = await FilteredAsync(db, filter, ct);
                var lines = await db.LinesAsync(db.Sorted(all, filter, Today), (page - 1) * PageSize, PageSize, ct);
                return new Listed<MemberRow>(lines, page == 1 && lines.Count < PageSize ? lines.Count : await all.CountAsync(ct));
            },
            ct
        );

    /// <summary>Hands over each line in order, from one snapshot.</summary>
    public Task<int> StreamAsync(MemberFilter filter, Func<MemberRow, Task> each, CancellationToken ct = default)
    {
        var handed = 0;
        return work.ReadAsync(
            async db =>
            {
                try
                {
                    var ids = await db.Sorted(await FilteredAsync(db, filter, ct), filter, Today).Select(m => m.Id).ToListAsync(ct);
                    foreach (var piece in ids.Chunk(Piece))
                    {
                        var lines = await db.LinesOf(db.Members.Where(m => piece.Contains(m.Id))).ToDictionaryAsync(l => l.Id, ct);
                        foreach (var id in piece)
                        {
                            await each(lines[id]);
                            handed++;
                        }
                    }
                }
                catch (NpgsqlException e) when (handed > 0)
                {
                    throw new IOException("The list broke off in the middle.", e); // beginning again would hand over lines twice
                }
                return handed;
            },
            ct
        );
    }

    private DateOnly Today => organisation.Profile.DateOf(clock.GetUtcNow());

    private Task<IQueryable<Member>> FilteredAsync(TenantDb db, MemberFilter filter, CancellationToken ct) =>
        db.FilteredAsync(filter, organisation.Profile.Settings, Today, ct);
}
