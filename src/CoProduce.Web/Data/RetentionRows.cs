using CoProduce.Web.Features.Retention;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Data;

/// <summary>What goes by the rules for keeping; the database says it once for the list and for the job.</summary>
internal static class RetentionRows
{
    /// <summary>Whatever a rule is for, with its day.</summary>
    public static IQueryable<RetentionDate> WhatGoes(this TenantDb db) =>
        db.Database.SqlQuery<RetentionDate>(
            $"""select kind "Kind", id "Id", goes_on "GoesOn" from retention_dates({db.OrganisationId.Value})"""
        );

    /// <summary>Takes away all that is due but members, who are erased one by one.</summary>
    public static Task<List<RetentionCount>> ForgetWhatIsDueAsync(this TenantDb db, DateOnly today, CancellationToken ct) =>
        db
            .Database.SqlQuery<RetentionCount>(
                $"""select kind "Kind", count "Count" from forget_what_is_due({db.OrganisationId.Value}, {today})"""
            )
            .ToListAsync(ct);
}

/// <summary>How many of something went.</summary>
internal sealed record RetentionCount(Kept Kind, int Count);
