using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Privacy;
using CoProduce.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Matching.Day;

/// <summary>A birthday that comes, of somebody who agreed that it is remembered.</summary>
public sealed record BirthdayLine(MemberId Id, string Name, DateOnly On);

/// <summary>Something that somebody could be asked for.</summary>
/// <param name="Skill">What they give.</param>
/// <param name="Request">An open request of another member that it fits; null when none does.</param>
public sealed record CouldBeAsked(TwoNames Skill, RequestForThem? Request);

/// <summary>An open request of another member.</summary>
public sealed record RequestForThem(OfferId Id, string Title, string Name);

/// <summary>What a coordinator could talk about with somebody.</summary>
internal static class DaySuggestions
{
    /// <summary>Birthdays of the next days, the nearest first. Whoever was born on 29 February has it on 28 February in other years.</summary>
    public static async Task<IReadOnlyList<BirthdayLine>> BirthdaysAsync(
        this TenantDb db,
        DayShare share,
        DateOnly today,
        CancellationToken ct
    )
    {
        var who = db.Members.Where(m => m.Status == MemberStatus.Active && db.WhoAgreed(ConsentPurpose.Birthday).Contains(m.Id));
        var born = await (
            from m in who.Of(share, DayList.Birthday)
            join c in db.MemberContacts on m.Id equals c.MemberId
            where c.BornOn != null
            select new
            {
                m.Id,
                Name = (m.FirstName + " " + m.LastName).Trim(),
                BornOn = c.BornOn!.Value,
            }
        ).ToListAsync(ct);
        return
        [
            .. born.Select(b => new BirthdayLine(b.Id, b.Name, Next(b.BornOn, today)))
                .Where(b => b.On <= today.AddDays(TodayQuery.BirthdayDays))
                .OrderBy(b => b.On)
                .ThenBy(b => b.Name),
        ];
    }

    /// <summary>For each member a skill of theirs, and where there is one an open request that it fits, the one that waits longest.</summary>
    public static async Task<IReadOnlyDictionary<MemberId, CouldBeAsked>> CouldBeAskedAsync(
        this TenantDb db,
        IReadOnlyList<MemberId> members,
        CancellationToken ct
    )
    {
        var giving = await db.GivingOfAsync(members, ct);
        var kinds = giving.SelectMany(g => g.Skills).Where(s => s.Side == SkillSide.Gives).Select(s => s.CategoryId).Distinct().ToList();
        var requests = await (
            from o in db.Offers
            where o.Kind == OfferKind.Request && o.Status == OfferStatus.Open && o.CategoryId != null && kinds.Contains(o.CategoryId)
            join m in db.Members on o.MemberId equals m.Id
            where m.Status == MemberStatus.Active
            orderby o.MadeAt
            select new
            {
                o.Id,
                o.Title,
                o.CategoryId,
                o.MemberId,
                m.FirstName,
            }
        )
            .Take(200)
            .ToListAsync(ct);
        var found = new Dictionary<MemberId, CouldBeAsked>();
        foreach (var facts in giving)
        {
            var gives = facts.Skills.Where(s => s.Side == SkillSide.Gives).ToList();
            var fits =
                from r in requests
                where r.MemberId != facts.Member
                from s in gives
                where s.CategoryId == r.CategoryId
                select new CouldBeAsked(s.Name, new(r.Id, r.Title, r.FirstName));
            if ((fits.FirstOrDefault() ?? gives.Select(s => new CouldBeAsked(s.Name, null)).FirstOrDefault()) is { } one)
                found[facts.Member] = one;
        }
        return found;
    }

    private static DateOnly Next(DateOnly born, DateOnly today)
    {
        var on = In(today.Year);
        return on >= today ? on : In(today.Year + 1);

        DateOnly In(int year) => new(year, born.Month, Math.Min(born.Day, DateTime.DaysInMonth(year, born.Month)));
    }
}
