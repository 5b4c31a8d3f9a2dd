using CoProduce.Web.Data;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Retention;

/// <summary>Whose time comes, and the nights on which what is due goes; inside a unit of work.</summary>
internal static class RetentionDates
{
    private static readonly TimeOnly Night = new(3, 0);

    /// <summary>Members who go by the rules until then, whether or not something still keeps them; the soonest first.</summary>
    public static async Task<IReadOnlyList<MemberWhoGoes>> MembersWhoGoAsync(this TenantDb db, DateOnly until, CancellationToken ct)
    {
        var days = await db.WhatGoes()
            .Where(d => d.Kind == Kept.FormerMembers && d.GoesOn <= until)
            .ToDictionaryAsync(d => new MemberId(d.Id), d => d.GoesOn, ct);
        var ids = days.Keys.ToList();
        var members = await db
            .Members.Where(m => ids.Contains(m.Id))
            .Select(m => new
            {
                Member = m,
                Balance = db.Accounts.Where(a => a.MemberId == m.Id).Sum(a => (long?)a.Balance) ?? 0,
                HasOpenConcern = db.Concerns.Any(c => c.MemberId == m.Id && c.Status != ConcernStatus.Closed),
            })
            .ToListAsync(ct);
        return
        [
            .. members
                .Select(m => new MemberWhoGoes(m.Member, days[m.Member.Id], m.Balance, m.HasOpenConcern))
                .OrderBy(m => m.GoesOn)
                .ThenBy(m => m.Member.Number),
        ];
    }

    /// <summary>Plans the next night's round in the caller's unit of work, unless one is planned.</summary>
    public static Task PlanRetentionRoundAsync(this TenantDb db, DateTimeOffset now, CancellationToken ct) =>
        db.PlanRoundAsync(OutboxKind.RetentionRound, Night, now, ct);
}

/// <summary>A member who has left and whose time comes.</summary>
/// <param name="Member">The member.</param>
/// <param name="GoesOn">The first day on which they are erased.</param>
/// <param name="Balance">What is left on their account in minutes; nobody is erased before it is nought.</param>
/// <param name="HasOpenConcern">Nobody is erased while a concern about them is open.</param>
public sealed record MemberWhoGoes(Member Member, DateOnly GoesOn, long Balance, bool HasOpenConcern)
{
    /// <summary>True when something has to be settled first.</summary>
    public bool IsKeptBack => Balance != 0 || HasOpenConcern;
}
