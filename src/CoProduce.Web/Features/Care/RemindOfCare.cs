using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Care;

/// <summary>
/// A job writes, at most once a day and one letter to each, to every coordinator when checks come to their end or have run out, and to whoever sees to a
/// concern when it is overdue, and again every week. No name of a member stands in a letter.
/// </summary>
public sealed class RemindOfCare(StaffByMail staff, Letters letters, CurrentOrganisation organisation, TimeProvider clock)
{
    private const int Week = 7;

    public enum Outcome
    {
        /// <summary>Today's round was made before.</summary>
        DoneBefore,
        Done,
    }

    /// <summary>Makes the round in the caller's unit of work, and plans tomorrow's.</summary>
    public async Task<Outcome> HandleAsync(TenantDb db, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        var today = organisation.Profile.DateOf(now);
        await db.LockSettingsAsync(ct); // two nodes at once make one round
        await db.PlanCareRoundAsync(now, ct);
        if (await db.CareRounds.AnyAsync(r => r.Day >= today, ct))
            return Outcome.DoneBefore;
        var last = await db.CareRounds.MaxAsync(r => (DateOnly?)r.Day, ct) ?? today.AddDays(-1);
        db.CareRounds.Add(new() { Day = today });
        var (soon, over) = await CheckCountsAsync(db, last, today, ct);
        var overdue = await OverdueConcernsAsync(db, last, today, ct);
        foreach (var (holder, email) in await staff.CoordinatorsAsync(db, ct))
        {
            var concerns = overdue.GetValueOrDefault(holder.Id);
            if (soon + over + concerns > 0)
                Write(db, holder, email, soon, over, concerns);
        }
        return Outcome.Done;
    }

    // Both are nought unless something is new since the last round: nobody is reminded of the same every morning.
    private async Task<(int Soon, int Over)> CheckCountsAsync(TenantDb db, DateOnly last, DateOnly today, CancellationToken ct)
    {
        var days = organisation.Profile.Settings.CheckReminderDays;
        var ends = await db.ChecksThatEnd(today.AddDays(days)).Select(c => c.Until!.Value).ToListAsync(ct);
        var isNews = ends.Exists(u => IsNew(u.AddDays(-days), last, today) || IsNew(u.AddDays(1), last, today));
        return isNews ? (ends.Count(u => u >= today), ends.Count(u => u < today)) : (0, 0);
    }

    private static async Task<Dictionary<RoleHolderId, int>> OverdueConcernsAsync(
        TenantDb db,
        DateOnly last,
        DateOnly today,
        CancellationToken ct
    )
    {
        var overdue = await db
            .Concerns.Where(c => c.Status != ConcernStatus.Closed && c.DueOn < today)
            .Select(c => new { c.OwnerId, c.DueOn })
            .ToListAsync(ct);
        return overdue
            .GroupBy(c => c.OwnerId)
            .Where(g => g.Any(c => IsNew(c.DueOn.AddDays(1), last, today) || (today.DayNumber - c.DueOn.DayNumber) % Week == 1))
            .ToDictionary(g => g.Key, g => g.Count());
    }

    private static bool IsNew(DateOnly day, DateOnly last, DateOnly today) => day > last && day <= today;

    private void Write(TenantDb db, RoleHolder holder, string email, int soon, int over, int concerns)
    {
        var profile = organisation.Profile;
        var isOfChecks = soon + over > 0;
        letters.Write(
            db,
            email,
            holder.Name.Split(' ')[0],
            Letterhead.Of(profile),
            t =>
            {
                List<string> paragraphs = [];
                if (over > 0)
                    paragraphs.Add(t.Count(over, "{0} check has run out.", "{0} checks have run out."));
                if (soon > 0)
                    paragraphs.Add(t.Count(soon, "{0} check runs out soon.", "{0} checks run out soon."));
                if (concerns > 0)
                    paragraphs.Add(
                        t.Count(concerns, "{0} concern that you see to is overdue.", "{0} concerns that you see to are overdue.")
                    );
                paragraphs.Add(t["Who it is stands on the page and not in this mail."]);
                return new(
                    isOfChecks ? t["Checks that run out"] : t["A concern is overdue"],
                    paragraphs,
                    isOfChecks ? $"/{profile.Slug}/checks" : $"/{profile.Slug}/concerns",
                    t["Look at the list"]
                );
            }
        );
    }
}
