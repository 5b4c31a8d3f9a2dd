using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Talk;

/// <summary>One conversation of the current member, the newest last; what was written to them is read by opening it.</summary>
public sealed class OpenTalk(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    /// <summary>How many of the newest messages are shown.</summary>
    public const int Most = 200;

    /// <summary>Null when nothing brought the two together and nothing was written: to them there is no such member.</summary>
    public Task<OneTalk?> HandleAsync(MemberId other, CancellationToken ct = default) =>
        work.WriteAsync<OneTalk?>(
            async db =>
            {
                if (me.ActsFor is not null)
                    return null;
                var (now, mine) = (clock.GetUtcNow(), me.Member);
                var name = await db.Members.Where(m => m.Id == other && m.Id != mine).Select(m => m.FirstName).SingleOrDefaultAsync(ct);
                var messages = await db.TalkBetween(mine, other).NewestLastAsync(Most + 1, ct);
                if (name is null || (messages.Count == 0 && !await MayBeSeenAsync(db, mine, other, ct)))
                    return null;
                var reported = await db
                    .TalkReports.AsNoTracking()
                    .Where(r => r.ById == mine && r.OtherId == other)
                    .OrderByDescending(r => r.MadeAt)
                    .FirstOrDefaultAsync(ct);
                var talk = new OneTalk(
                    name,
                    [.. messages.TakeLast(Most)],
                    messages.Count > Most,
                    await db.MayTalkAsync(mine, other, organisation.Profile.DateOf(now), ct),
                    await db.TalkBlocks.AnyAsync(b => b.ById == mine && b.OtherId == other, ct),
                    (await Letters.AddresseesAsync(db, [other], ct)).Any(a => a.IsQuick),
                    await db.TalkSettingsNowAsync(ct),
                    reported
                );
                await db
                    .TalkMessages.Where(m => m.FromId == other && m.ToId == mine && m.ReadAt == null)
                    .ExecuteUpdateAsync(s => s.SetProperty(m => m.ReadAt, now), ct);
                db.Keep();
                return talk;
            },
            ct
        );

    // Somebody in custody, or who takes part no longer, is not named to anybody for the first time here.
    private static async Task<bool> MayBeSeenAsync(TenantDb db, MemberId mine, MemberId other, CancellationToken ct) =>
        await db.WhoReadHere(db.Members.Where(m => m.Id == other)).AnyAsync(ct) && await db.AreTogetherAsync(mine, other, ct);
}

/// <summary>A conversation as one of the two sees it.</summary>
/// <param name="Name">The other's first name.</param>
/// <param name="HasMore">True when there are older messages than are shown.</param>
/// <param name="May">Whether they may write to the other now.</param>
/// <param name="IsBlocked">True when they do not let the other write.</param>
/// <param name="IsTold">True when a mail or a text tells the other.</param>
/// <param name="Report">The last report of theirs; null when there is none.</param>
public sealed record OneTalk(
    string Name,
    IReadOnlyList<TalkMessage> Messages,
    bool HasMore,
    TalkAnswer May,
    bool IsBlocked,
    bool IsTold,
    TalkSettings Settings,
    TalkReport? Report
);
