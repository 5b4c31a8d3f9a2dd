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
                    .Select(a => new AnnouncementLine(
                        a,
                        db.Sendings.Count(s => s.AnnouncementId == a.Id)
                            + (db.AnnouncementTallies.Where(t => t.AnnouncementId == a.Id).Sum(t => (int?)t.Sent) ?? 0),
                        db.Sendings.Count(s =>
                            s.AnnouncementId == a.Id && (s.State == SendingState.NotDelivered || s.State == SendingState.Dropped)
                        ) + (db.AnnouncementTallies.Where(t => t.AnnouncementId == a.Id).Sum(t => (int?)t.Failed) ?? 0)
                    ))
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
                    return await SentAsync(db, announcement, ct);
                var today = organisation.Profile.DateOf(clock.GetUtcNow());
                var all = await (await db.OfListAsync(announcement.Filter, organisation.Profile, today, ct)).CountAsync(ct);
                var readers = await db.OfAnnouncementAsync(announcement, organisation.Profile, today, ct);
                var reached = await Letters.AddresseesAsync(db, readers, ct);
                return new AnnouncementShown(
                    announcement,
                    reached.CountBy(a => a.Way).ToDictionary(c => c.Key, c => c.Value),
                    all - readers.Count,
                    readers.Count - reached.Count
                )
                {
                    Unreached = await UnreachedAsync(db, [.. readers.Except(reached.Select(a => a.Member))], ct),
                    InOther = reached.Count(to => Letters.LanguageOf(to, organisation.Profile).Code == announcement.OtherLanguage),
                };
            },
            ct
        );

    /// <summary>One that was sent to the signed-in member; null when it was not.</summary>
    public Task<AnnouncementRead?> MineAsync(Guid id, CancellationToken ct = default)
    {
        MemberId mine = me.Member;
        return work.ReadAsync(
            db =>
                (
                    from a in db.Announcements
                    where a.Id == id && db.Sendings.Any(s => s.AnnouncementId == id && s.MemberId == mine)
                    select new AnnouncementRead(
                        a,
                        db.MemberContacts.Where(c => c.MemberId == mine).Select(c => c.WritesIn).FirstOrDefault() ?? ""
                    )
                ).SingleOrDefaultAsync(ct),
            ct
        );
    }

    private static async Task<IReadOnlyList<(MemberId, string)>> UnreachedAsync(TenantDb db, List<MemberId> members, CancellationToken ct)
    {
        var found = await db
            .Members.AsNoTracking()
            .Where(m => members.Contains(m.Id))
            .OrderBy(m => m.SearchText)
            .Take(Most)
            .ToListAsync(ct);
        return found.ConvertAll(m => (m.Id, m.Name));
    }

    // What is still kept of each, and the numbers of those that went.
    private static async Task<AnnouncementShown> SentAsync(TenantDb db, Announcement announcement, CancellationToken ct)
    {
        var kept = await db
            .Sendings.Where(s => s.AnnouncementId == announcement.Id)
            .GroupBy(s => s.Way)
            .Select(g => new
            {
                Way = g.Key,
                Sent = g.Count(),
                Failed = g.Count(s => s.State == SendingState.NotDelivered || s.State == SendingState.Dropped),
            })
            .ToListAsync(ct);
        var gone = await db
            .AnnouncementTallies.Where(t => t.AnnouncementId == announcement.Id)
            .Select(t => new
            {
                t.Way,
                t.Sent,
                t.Failed,
            })
            .ToListAsync(ct);
        var all = kept.Concat(gone).ToList();
        return new(announcement, all.GroupBy(t => t.Way).ToDictionary(g => g.Key, g => g.Sum(t => t.Sent)), 0, 0)
        {
            Failed = all.Sum(t => t.Failed),
        };
    }
}

/// <summary>An announcement, to how many it was sent, and how many of them did not get it.</summary>
public sealed record AnnouncementLine(Announcement Announcement, int Sent, int Failed);

/// <summary>An announcement for one reader.</summary>
/// <param name="WritesIn">The code of the language in which they are written to; empty when they chose none.</param>
public sealed record AnnouncementRead(Announcement Announcement, string WritesIn);

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

    /// <summary>Who has no way in which they could be written to, so far as they fit on the page; empty once it was sent.</summary>
    public IReadOnlyList<(MemberId Member, string Name)> Unreached { get; init; } = [];

    /// <summary>How many of them get it in the second language; zero once it was sent.</summary>
    public int InOther { get; init; }

    /// <summary>How many of those to whom it was sent did not get it.</summary>
    public int Failed { get; init; }
}
