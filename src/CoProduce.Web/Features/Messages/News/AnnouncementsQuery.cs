using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Messages;

/// <summary>Announcements as coordinators see them, and one as a member reads it.</summary>
public sealed class AnnouncementsQuery(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    private const int Most = 100;

    /// <summary>All of them, drafts first, then the newest.</summary>
    public Task<IReadOnlyList<AnnouncementLine>> ListAsync(CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<AnnouncementLine>>(
            async db =>
                await db
                    .Announcements.OrderBy(a => a.SentAt != null)
                    .ThenByDescending(a => a.SentAt ?? a.MadeAt)
                    .Take(Most)
                    .Select(a => new AnnouncementLine(a, db.Sendings.Count(s => s.AnnouncementId == a.Id)))
                    .ToListAsync(ct),
            ct
        );

    /// <summary>One with whom it would reach now, or did reach; null when there is none here.</summary>
    public Task<AnnouncementShown?> FindAsync(Guid id, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                if (await db.Announcements.SingleOrDefaultAsync(a => a.Id == id, ct) is not { } announcement)
                    return null;
                if (announcement.SentAt is not null)
                {
                    var sent = await db
                        .Sendings.Where(s => s.AnnouncementId == id)
                        .GroupBy(s => s.Way)
                        .Select(g => new { g.Key, Count = g.Count() })
                        .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
                    return new AnnouncementShown(announcement, sent, 0, 0);
                }
                var today = organisation.Profile.DateOf(clock.GetUtcNow());
                var all = await (await db.OfListAsync(announcement.Filter, organisation.Profile, today, ct)).CountAsync(ct);
                var readers = await db.OfAnnouncementAsync(announcement, organisation.Profile, today, ct);
                var reached = await Letters.AddresseesAsync(db, readers, ct);
                return new AnnouncementShown(
                    announcement,
                    reached.CountBy(a => a.Way).ToDictionary(c => c.Key, c => c.Value),
                    all - readers.Count,
                    readers.Count - reached.Count
                );
            },
            ct
        );

    /// <summary>One that was sent to the signed-in member; null when it was not.</summary>
    public Task<Announcement?> MineAsync(Guid id, CancellationToken ct = default)
    {
        MemberId mine = me.Member;
        return work.ReadAsync(
            db =>
                db.Announcements.SingleOrDefaultAsync(
                    a => a.Id == id && db.Sendings.Any(s => s.AnnouncementId == id && s.MemberId == mine),
                    ct
                ),
            ct
        );
    }
}

/// <summary>An announcement, and to how many it was sent.</summary>
public sealed record AnnouncementLine(Announcement Announcement, int Sent);

/// <summary>An announcement and whom it reaches.</summary>
/// <param name="Ways">How many in which way.</param>
/// <param name="WithoutConsent">So many of the list did not agree to get news; zero once it was sent.</param>
/// <param name="NotReached">So many have no way in which they could be written to; zero once it was sent.</param>
public sealed record AnnouncementShown(
    Announcement Announcement,
    IReadOnlyDictionary<SendingWay, int> Ways,
    int WithoutConsent,
    int NotReached
)
{
    /// <summary>How many get it.</summary>
    public int All => Ways.Values.Sum();
}
