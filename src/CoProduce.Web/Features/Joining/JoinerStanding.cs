using CoProduce.Web.Data;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Joining.References;
using CoProduce.Web.Features.Joining.Steps;
using CoProduce.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Joining;

/// <summary>Where one joiner stands with one step.</summary>
/// <param name="Ended">What became of it; null while it is before them.</param>
/// <param name="EndedItself">True for a first exchange that is in the books, whoever wrote it down here.</param>
public sealed record StepStanding(StepKind Kind, bool IsBefore, bool IsRequired, JoinerStep? Ended, bool EndedItself = false)
{
    /// <summary>Of a step of the organisation's own, its name; empty for any other.</summary>
    public TwoNames Name { get; init; } = new("", "");

    /// <summary>True while somebody has to do something about it.</summary>
    public bool IsOpen => Ended?.Result is null && !EndedItself;
}

/// <summary>Where one joiner stands: what they wait for and since when.</summary>
/// <param name="Steps">What the organisation asks for now; of a member, what was left when they became one. In order.</param>
/// <param name="References">Who was asked, the first first.</param>
public sealed record JoinerStanding(Joiner Joiner, IReadOnlyList<StepStanding> Steps, IReadOnlyList<JoinerReference> References)
{
    /// <summary>What has to be done next; null when only the decision is left, or nothing at all.</summary>
    public StepStanding? NextStep =>
        Joiner.State switch
        {
            JoinerState.Waiting => InTheWay.FirstOrDefault(),
            JoinerState.Approved => Steps.FirstOrDefault(s => s is { IsRequired: true, IsOpen: true })
                ?? Steps.FirstOrDefault(s => s.IsOpen),
            JoinerState.Writing or JoinerState.Refused or JoinerState.Withdrawn => null,
        };

    /// <summary>The kind of <see cref="NextStep"/>.</summary>
    public StepKind? Next => NextStep?.Kind;

    /// <summary>What has to be done before they can become a member; empty when nothing stands in the way.</summary>
    public IEnumerable<StepStanding> InTheWay => Steps.Where(s => s is { IsBefore: true, IsRequired: true, IsOpen: true });

    /// <summary>True while somebody of the organisation has to do something.</summary>
    public bool Waits => Joiner.State == JoinerState.Waiting || Next is not null;

    /// <summary>Since when they wait for what is next: the last thing that happened before it.</summary>
    public DateTimeOffset Since
    {
        get
        {
            var asked =
                Next == StepKind.References ? References.Where(r => r.Answer is null).Select(r => (DateTimeOffset?)r.AskedAt).Min() : null;
            return asked
                ?? Steps
                    .Select(s => s.Ended?.EndedAt)
                    .Append(Joiner.AskedAt)
                    .Append(Joiner.State == JoinerState.Approved ? Joiner.EndedAt : null)
                    .Max()
                ?? Joiner.BeganAt;
        }
    }
}

/// <summary>Reads where joiners stand, inside a unit of work.</summary>
internal static class JoinerStandings
{
    /// <summary>Where these joiners stand, in their order.</summary>
    public static async Task<List<JoinerStanding>> StandingsOfAsync(
        this TenantDb db,
        IReadOnlyCollection<Joiner> joiners,
        CancellationToken ct
    )
    {
        var rules = await db.JoiningRulesAsync(ct);
        var ids = joiners.Select(j => j.Id).ToList();
        var members = joiners.Where(j => j.State == JoinerState.Approved).Select(j => j.Id.Member).ToList();
        var ended = (await db.JoinerSteps.Where(s => ids.Contains(s.JoinerId)).ToListAsync(ct)).ToLookup(s => s.JoinerId);
        var references = await db
            .JoinerReferences.Where(r => ids.Contains(r.JoinerId))
            .OrderBy(r => r.AskedAt)
            .ThenBy(r => r.Id)
            .ToListAsync(ct);
        var met =
            members.Count == 0
                ? []
                : await db
                    .Members.Where(m => members.Contains(m.Id))
                    .Where(m => db.Exchanges.Any(e => (e.GiverId == m.Id || e.ReceiverId == m.Id) && e.Status == ExchangeStatus.Confirmed))
                    .Select(m => m.Id)
                    .ToListAsync(ct);
        return
        [
            .. joiners.Select(j => new JoinerStanding(
                j,
                [.. StepsOf(j, [.. ended[j.Id]], rules, met.Contains(j.Id.Member))],
                references.FindAll(r => r.JoinerId == j.Id)
            )),
        ];
    }

    /// <summary>Where this joiner stands.</summary>
    public static async Task<JoinerStanding> StandingOfAsync(this TenantDb db, Joiner joiner, CancellationToken ct) =>
        (await db.StandingsOfAsync([joiner], ct))[0];

    // What is asked for changes for whoever waits; of a member stays what was left when they became one.
    private static IEnumerable<StepStanding> StepsOf(Joiner joiner, List<JoinerStep> written, JoiningRules rules, bool hasMet)
    {
        // Somebody under 18 is asked for before anything else, whatever the organisation's list says.
        if (joiner is { IsUnder18: true, State: JoinerState.Waiting })
            yield return new(StepKind.GuardianYes, IsBefore: true, IsRequired: true, written.Find(w => w.Kind == StepKind.GuardianYes));
        var asked = rules.Steps.Where(s => joiner.State != JoinerState.Approved || written.Exists(w => w.Kind == s.Kind)).ToList();
        foreach (var step in asked)
            yield return new(
                step.Kind,
                step.IsBefore,
                step.IsRequired,
                written.Find(w => w.Kind == step.Kind),
                hasMet && step.Kind == StepKind.FirstExchange
            )
            {
                Name = step.Name,
            };
        foreach (var left in written.Where(w => !asked.Exists(s => s.Kind == w.Kind)).OrderBy(w => w.Kind))
            if (left.Kind != StepKind.GuardianYes || joiner.State != JoinerState.Waiting)
                yield return new(left.Kind, IsBefore: false, IsRequired: false, left, hasMet && left.Kind == StepKind.FirstExchange)
                {
                    Name = left.Name,
                };
    }
}
