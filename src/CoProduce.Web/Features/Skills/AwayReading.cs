using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Skills;

/// <summary>Who is away, inside a unit of work.</summary>
internal static class AwayReading
{
    /// <summary>Those who are away on that day: whom nobody asks for anything.</summary>
    public static IQueryable<MemberId> AwayOn(this TenantDb db, DateOnly day) =>
        db
            .WhatSuits.Where(s =>
                (s.AwayFrom != null || s.AwayUntil != null)
                && (s.AwayFrom == null || s.AwayFrom <= day)
                && (s.AwayUntil == null || s.AwayUntil >= day)
            )
            .Select(s => s.MemberId);
}
