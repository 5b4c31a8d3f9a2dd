using CoProduce.Web.Data;
using CoProduce.Web.Features.Joining.Steps;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Joining.Oneself;

/// <summary>What somebody reads of their own joining. Neither notes, references nor reasons are in it.</summary>
/// <param name="Places">The time banks to choose from.</param>
/// <param name="Agreement">Their agreement; null while they have not agreed.</param>
public sealed record OneselfShown(
    Joiner Joiner,
    JoinerDetails Details,
    IReadOnlyList<Hub> Places,
    JoiningRules Rules,
    JoinerStep? Agreement
)
{
    /// <summary>What is asked here, in order.</summary>
    public IReadOnlyList<JoinQuestion> Questions =>
        [
            .. Enum.GetValues<JoinQuestion>()
                .Where(q =>
                    q switch
                    {
                        JoinQuestion.Place => Places.Count > 1,
                        JoinQuestion.Agree => Rules.AsksForAgreement,
                        JoinQuestion.Give or JoinQuestion.Ask => Rules.Steps.Any(s => s.Kind == StepKind.OfferAndRequest),
                        _ => true,
                    }
                ),
        ];
}

/// <summary>Reads for whoever holds the link or knows the code.</summary>
public sealed class OneselfQuery(UnitOfWork work)
{
    /// <summary>Their joining; null when it is not there, or not any more.</summary>
    public Task<OneselfShown?> FindAsync(JoinerId id, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                if (await db.Joiners.SingleOrDefaultAsync(j => j.Id == id, ct) is not { } joiner)
                    return null;
                var own = await db.JoinerDetails.SingleAsync(d => d.JoinerId == id, ct);
                (own.Notes, own.PrivateReason) = ("", ""); // written about them, not by them
                var agreed = await db
                    .JoinerSteps.AsNoTracking()
                    .SingleOrDefaultAsync(s => s.JoinerId == id && s.Kind == StepKind.Agreement && s.Result != null, ct);
                return new OneselfShown(joiner, own, await PlacesAsync(db, ct), await db.JoiningRulesAsync(ct), agreed);
            },
            ct
        );

    /// <summary>Whose code that is; null when it is nobody's.</summary>
    public Task<JoinerId?> ByCodeAsync(string? typed, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
                JoinCodes.HashOf(typed) is { } hash
                    ? await db.JoinCodes.Where(c => c.CodeHash == hash).Select(c => (JoinerId?)c.JoinerId).SingleOrDefaultAsync(ct)
                    : null,
            ct
        );

    /// <summary>The time banks that anybody may ask for: nobody asks to join a place of custody on a public page.</summary>
    internal static Task<List<Hub>> PlacesAsync(TenantDb db, CancellationToken ct) =>
        db.Hubs.AsNoTracking().Where(h => h.ClosedAt == null && h.Kind == HubKind.Place).OrderBy(h => h.Name).ToListAsync(ct);
}
