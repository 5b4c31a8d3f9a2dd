using CoProduce.Web.Data;
using CoProduce.Web.Features.Messages;

namespace CoProduce.Web.Features.Care;

/// <summary>Sees to it that every morning somebody looks at what runs out, from the first check or concern on.</summary>
public static class CareRounds
{
    private static readonly TimeOnly Morning = new(7, 0);

    /// <summary>Plans the next morning's round in the caller's unit of work, unless one is planned.</summary>
    public static Task PlanCareRoundAsync(this TenantDb db, DateTimeOffset now, CancellationToken ct) =>
        db.PlanRoundAsync(OutboxKind.CareRound, Morning, now, ct);
}
