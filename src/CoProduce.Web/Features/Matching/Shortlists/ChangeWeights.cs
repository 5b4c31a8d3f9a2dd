using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Matching;

/// <summary>A manager says how much each reason matters when a shortlist is made. It counts from the next look on.</summary>
public sealed class ChangeWeights(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Changed,
    }

    /// <summary>How it stands.</summary>
    public Task<MatchWeights> ReadAsync(CancellationToken ct = default) => work.ReadAsync(db => db.MatchWeightsNowAsync(ct), ct);

    public Task<Outcome> HandleAsync(ChangeWeightsForm form, CancellationToken ct = default) =>
        work.OnceAsync(
            form.RequestKey,
            form,
            async db =>
            {
                await db.LockSettingsAsync(ct);
                if (await db.MatchWeights.SingleOrDefaultAsync(ct) is not { } weights)
                    db.MatchWeights.Add(weights = new());
                foreach (var reason in Enum.GetValues<MatchReason>())
                    if (
                        Enum.TryParse<Matters>(form.Matters.GetValueOrDefault(reason.ToString()), out var matters)
                        && Enum.IsDefined(matters)
                    )
                        weights.Set(reason, matters);
                db.AuditLines.Add(me.Line(nameof(ChangeWeights), null, clock.GetUtcNow()));
                db.Keep();
                return Outcome.Changed;
            },
            ct
        );
}

/// <summary>How much each reason matters.</summary>
public sealed class ChangeWeightsForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>By the names of <see cref="MatchReason"/> the names of <see cref="Features.Matching.Matters"/>; one that is not there stays as it is.</summary>
    public Dictionary<string, string> Matters { get; set; } = [];
}
