using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Retention;

/// <summary>How long something is kept, and what goes soon.</summary>
/// <param name="Kind">What.</param>
/// <param name="Rule">The rule; null when it is kept until somebody asks.</param>
/// <param name="Soon">How many go within <see cref="RetentionQuery.SoonDays"/> days.</param>
/// <param name="Next">The day on which the next goes; null when none does.</param>
/// <param name="Last">When something last went by the rule; null for never.</param>
public sealed record KeptShown(Kept Kind, RetentionRule? Rule, int Soon, DateOnly? Next, RetentionRun? Last);

/// <summary>Whose time comes, and what is kept for longer.</summary>
/// <param name="Going">Members who go within <see cref="RetentionQuery.SoonDays"/> days, the soonest first.</param>
/// <param name="Held">Members whose record is kept for longer, with until when and why.</param>
public sealed record WhatWillGo(IReadOnlyList<MemberWhoGoes> Going, IReadOnlyList<(Member Member, RetentionHold Hold)> Held);

/// <summary>Reads an organisation's rules for keeping, and what will go by them.</summary>
public sealed class RetentionQuery(UnitOfWork work, CurrentOrganisation organisation, TimeProvider clock)
{
    /// <summary>So many days ahead the lists look.</summary>
    public const int SoonDays = 90;

    private DateOnly Horizon => organisation.Profile.DateOf(clock.GetUtcNow()).AddDays(SoonDays);

    /// <summary>Every kind of thing, in one order.</summary>
    public Task<IReadOnlyList<KeptShown>> RulesAsync(CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<KeptShown>>(
            async db =>
            {
                var rules = await db.RetentionRules.ToDictionaryAsync(r => r.Kind, ct);
                var horizon = Horizon;
                var goes = await db.WhatGoes()
                    .GroupBy(d => d.Kind)
                    .Select(g => new
                    {
                        g.Key,
                        Soon = g.Count(d => d.GoesOn <= horizon),
                        Next = g.Min(d => d.GoesOn),
                    })
                    .ToDictionaryAsync(g => g.Key, ct);
                var last = await db.RetentionRuns.GroupBy(r => r.Kind).Select(g => g.OrderByDescending(r => r.Day).First()).ToListAsync(ct);
                return
                [
                    .. Enum.GetValues<Kept>()
                        .Select(kind => new KeptShown(
                            kind,
                            rules.GetValueOrDefault(kind),
                            goes.GetValueOrDefault(kind)?.Soon ?? 0,
                            goes.GetValueOrDefault(kind)?.Next,
                            last.Find(r => r.Kind == kind)
                        )),
                ];
            },
            ct
        );

    /// <summary>Whose record goes, and whose is kept for longer.</summary>
    public Task<WhatWillGo> MembersAsync(CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var going = await db.MembersWhoGoAsync(Horizon, ct);
                var held = await (
                    from hold in db.RetentionHolds
                    join member in db.Members on hold.MemberId equals member.Id
                    orderby hold.Until, member.Number
                    select new { member, hold }
                ).ToListAsync(ct);
                return new WhatWillGo(going, [.. held.Select(h => (h.member, h.hold))]);
            },
            ct
        );

    /// <summary>A member and why their record is kept for longer, if it is; null when nobody is here by this id or they are erased.</summary>
    public Task<(Member Member, RetentionHold? Hold)?> OfAsync(MemberId id, CancellationToken ct = default) =>
        work.ReadAsync<(Member, RetentionHold?)?>(
            async db =>
                await db.Members.SingleOrDefaultAsync(m => m.Id == id && m.ErasedOn == null, ct) is { } member
                    ? (member, await db.RetentionHolds.SingleOrDefaultAsync(h => h.MemberId == id, ct))
                    : null,
            ct
        );
}
