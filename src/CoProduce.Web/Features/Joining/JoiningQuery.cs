using CoProduce.Web.Data;
using CoProduce.Web.Features.Joining.References;
using CoProduce.Web.Features.Joining.Steps;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Joining;

/// <summary>Somebody who waits, as the list shows them.</summary>
/// <param name="Hub">The name of the time bank; null when they did not say.</param>
/// <param name="Days">For how many days they have waited for what is next.</param>
public sealed record JoiningLine(JoinerStanding Standing, string? Hub, int Days);

/// <summary>Everybody who waits and everything that waits of them.</summary>
/// <param name="All">How many there are when nothing is filtered.</param>
/// <param name="AskAgain">Referees whom a person is to ask again, whatever is filtered.</param>
/// <param name="Steps">What the organisation asks for now, to filter by.</param>
public sealed record JoiningLines(
    IReadOnlyList<JoiningLine> Lines,
    int All,
    IReadOnlyList<AskAgainLine> AskAgain,
    IReadOnlyList<JoinStep> Steps
);

/// <summary>Everybody who waits, whoever waited longest first, so that nothing is stuck unseen.</summary>
public sealed class JoiningQuery(UnitOfWork work, TimeProvider clock)
{
    /// <summary>The filter for those of whom only the decision is missing.</summary>
    public const string Decision = "decision";

    /// <param name="hub">Only of this time bank; null for all.</param>
    /// <param name="step">Only who waits for this, as the address says it; null or empty for all.</param>
    public Task<JoiningLines> ReadAsync(HubId? hub, string? step, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var now = clock.GetUtcNow();
                var (all, rules) = (await db.JoiningLinesAsync(now, ct), await db.JoiningRulesAsync(ct));
                return new JoiningLines(
                    [
                        .. all.Where(l => hub is null || l.Standing.Joiner.HubId == hub)
                            .Where(l =>
                                string.IsNullOrEmpty(step)
                                || (
                                    step == Decision
                                        ? l.Standing.Next is null
                                        : string.Equals(l.Standing.Next?.ToString(), step, StringComparison.OrdinalIgnoreCase)
                                )
                            ),
                    ],
                    all.Count,
                    AskAgain.Lines(all.Select(l => l.Standing), rules.Settings, now),
                    rules.Steps
                );
            },
            ct
        );
}

/// <summary>Reads who waits inside a unit of work.</summary>
public static class JoinersWhoWait
{
    internal static async Task<IReadOnlyList<JoiningLine>> JoiningLinesAsync(this TenantDb db, DateTimeOffset now, CancellationToken ct)
    {
        var waiting = await db
            .Joiners.AsNoTracking()
            .Where(j =>
                j.State == JoinerState.Waiting
                || (j.State == JoinerState.Approved && db.JoinerSteps.Any(s => s.JoinerId == j.Id && s.Result == null))
            )
            .ToListAsync(ct);
        if (waiting.Count == 0)
            return [];
        var hubs = await db.Hubs.ToDictionaryAsync(h => h.Id, h => h.Name, ct);
        return
        [
            .. (await db.StandingsOfAsync(waiting, ct))
                .Where(s => s.Waits)
                .OrderBy(s => s.Since)
                .ThenBy(s => s.Joiner.Id.Value)
                .Select(s => new JoiningLine(s, s.Joiner.HubId is { } hub ? hubs[hub] : null, (int)(now - s.Since).TotalDays)),
        ];
    }
}
