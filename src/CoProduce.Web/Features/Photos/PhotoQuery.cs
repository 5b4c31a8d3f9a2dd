using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Privacy;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Photos;

/// <summary>
/// Photos for those who may see them: the member, coordinators, and other members where the member agreed and is in the directory or in a circle with whoever
/// looks. For everybody else there is none.
/// </summary>
public sealed class PhotoQuery(UnitOfWork work, CurrentPerson me)
{
    /// <summary>The photo; null for none, or none for these eyes.</summary>
    public Task<MemberPhoto?> ReadAsync(MemberId member, CancellationToken ct = default) =>
        work.ReadAsync(db => db.PhotosSeenBy(me).SingleOrDefaultAsync(p => p.MemberId == member, ct), ct);

    /// <summary>The members whose photo these eyes may see, of those given.</summary>
    public Task<IReadOnlySet<MemberId>> OfAsync(IReadOnlyList<MemberId> members, CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlySet<MemberId>>(
            async db =>
                (await db.PhotosSeenBy(me).Where(p => members.Contains(p.MemberId)).Select(p => p.MemberId).ToListAsync(ct)).ToHashSet(),
            ct
        );
}

/// <summary>The one rule for who sees a photo, inside a unit of work.</summary>
internal static class PhotosSeen
{
    /// <summary>Those that this person may see.</summary>
    public static IQueryable<MemberPhoto> PhotosSeenBy(this TenantDb db, CurrentPerson me)
    {
        if (me.Holds(Role.Coordinator))
            return db.MemberPhotos;
        if (me.MemberId is not { } mine || !me.Holds(Role.Member))
            return db.MemberPhotos.Where(_ => false);
        var (shown, directory) = (db.WhoAgreed(ConsentPurpose.PhotoForMembers), db.WhoAgreed(ConsentPurpose.Directory));
        var myCircles = db.CircleMembers.Where(c => c.MemberId == mine && c.Until == null).Select(c => c.CircleId);
        var named = db.MembersNamedBy(me).Where(m => m.Status == MemberStatus.Active).Select(m => m.Id);
        return db.MemberPhotos.Where(p =>
            p.MemberId == mine
            || named.Contains(p.MemberId)
                && shown.Contains(p.MemberId)
                && (
                    directory.Contains(p.MemberId)
                    || db.CircleMembers.Any(c => c.MemberId == p.MemberId && c.Until == null && myCircles.Contains(c.CircleId))
                )
        );
    }
}
