using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Care;

/// <summary>Reads who has looked at a member's record: the same lines for the member and for a coordinator who reads them out or prints them.</summary>
public sealed class LooksQuery(UnitOfWork work, CurrentPerson me)
{
    /// <summary>How many of the last looks a page shows.</summary>
    public const int Shown = 200;

    /// <summary>The signed-in member's own, the newest first.</summary>
    public async Task<IReadOnlyList<RecordLook>> MineAsync(int most, CancellationToken ct = default) =>
        (await OfAsync(me.Member, most, ct))?.Looks ?? [];

    /// <summary>Those of a member; null when there is no such member here. A look at a concern is left out until the member was told of it.</summary>
    public Task<LooksShown?> OfAsync(MemberId member, int most = Shown, CancellationToken ct = default) =>
        work.ReadAsync<LooksShown?>(
            async db =>
            {
                if (await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == member, ct) is not { } person)
                    return null;
                var looks = await (
                    from v in db.RecordViews
                    where v.MemberId == member
                    where v.ConcernId == null || db.Concerns.Any(c => c.Id == v.ConcernId && c.ToldAt != null)
                    join h in db.RoleHolders on v.ViewedBy equals h.Id
                    orderby v.ViewedAt descending, v.Id
                    select new RecordLook(h.Name, v.Part, v.ViewedAt)
                )
                    .Take(most)
                    .ToListAsync(ct);
                return new(person, looks);
            },
            ct
        );
}

/// <summary>Who looked at what, and when.</summary>
public sealed record RecordLook(string Name, RecordPart Part, DateTimeOffset At);

/// <summary>A member and who looked at their record.</summary>
public sealed record LooksShown(Member Member, IReadOnlyList<RecordLook> Looks);
