using CoProduce.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Joining.Steps;

/// <summary>How the organisation takes people in now.</summary>
/// <param name="Steps">What it asks for, in order.</param>
/// <param name="Agreement">The wording that counts now; null when there is none, and then nobody is asked to agree.</param>
public sealed record JoiningRules(JoiningSettings Settings, IReadOnlyList<JoinStep> Steps, AgreementWording? Agreement)
{
    /// <summary>What an organisation asks for until it decides.</summary>
    public static IReadOnlyList<JoinStep> Usual { get; } =
    [
        Step(StepKind.Conversation, 1, isBefore: true, isRequired: true),
        Step(StepKind.OfferAndRequest, 2, isBefore: true, isRequired: false),
        Step(StepKind.Agreement, 3, isBefore: true, isRequired: true),
        Step(StepKind.References, 4, isBefore: true, isRequired: true),
        Step(StepKind.Induction, 5, isBefore: false, isRequired: true),
        Step(StepKind.FirstExchange, 6, isBefore: false, isRequired: false),
    ];

    /// <summary>True when there is something to agree to.</summary>
    public bool AsksForAgreement => Steps.Any(s => s.Kind == StepKind.Agreement);

    private static JoinStep Step(StepKind kind, int position, bool isBefore, bool isRequired) =>
        new()
        {
            Kind = kind,
            Position = position,
            IsBefore = isBefore,
            IsRequired = isRequired,
        };
}

/// <summary>Reads them inside a unit of work.</summary>
internal static class JoiningRulesNow
{
    public static async Task<JoiningRules> JoiningRulesAsync(this TenantDb db, CancellationToken ct)
    {
        var settings = await db.JoiningSettings.AsNoTracking().SingleOrDefaultAsync(ct);
        var steps = settings is null ? JoiningRules.Usual : await db.JoinSteps.AsNoTracking().OrderBy(s => s.Position).ToListAsync(ct);
        var agreement = await db.AgreementWordings.AsNoTracking().OrderByDescending(a => a.Version).FirstOrDefaultAsync(ct);
        return new(settings ?? new(), [.. steps.Where(s => s.Kind != StepKind.Agreement || agreement is not null)], agreement);
    }
}
