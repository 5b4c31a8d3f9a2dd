using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.WhomWeReach;

/// <summary>A manager says which questions are asked. What was answered to one that is asked no more is taken away at once: nobody keeps it without a use.</summary>
public sealed class ChangeReach(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Changed,
    }

    /// <summary>What is asked now.</summary>
    public Task<IReadOnlyList<ReachQuestion>> AskedAsync(CancellationToken ct = default) =>
        work.ReadAsync(db => db.ReachAskedAsync(ct), ct);

    public Task<Outcome> HandleAsync(ChangeReachForm form, CancellationToken ct = default) =>
        work.OnceAsync(
            form.RequestKey,
            form,
            async db =>
            {
                await db.LockSettingsAsync(ct);
                if (await db.ReachSettings.SingleOrDefaultAsync(ct) is not { } settings)
                    db.ReachSettings.Add(settings = new());
                settings.Asked = [.. form.Asked];
                await db.ReachAnswers.Where(a => !settings.Asked.Contains(a.Question)).ExecuteDeleteAsync(ct);
                db.AuditLines.Add(me.Line(nameof(ChangeReach), null, clock.GetUtcNow()));
                db.Keep();
                return Outcome.Changed;
            },
            ct
        );
}

/// <summary>Reads what is asked inside a unit of work.</summary>
internal static class ReachAskedReading
{
    public static async Task<IReadOnlyList<ReachQuestion>> ReachAskedAsync(this TenantDb db, CancellationToken ct) =>
        (await db.ReachSettings.AsNoTracking().SingleOrDefaultAsync(ct))?.Asked.Order().ToList() ?? [];
}

/// <summary>Which questions are ticked.</summary>
public sealed class ChangeReachForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public bool EthnicGroup { get; set; }

    public bool Sex { get; set; }

    public bool Disability { get; set; }

    public bool Employment { get; set; }

    /// <summary>The ticked ones.</summary>
    internal IEnumerable<ReachQuestion> Asked =>
        new[]
        {
            (EthnicGroup, ReachQuestion.EthnicGroup),
            (Sex, ReachQuestion.Sex),
            (Disability, ReachQuestion.Disability),
            (Employment, ReachQuestion.Employment),
        }
            .Where(q => q.Item1)
            .Select(q => q.Item2);

    /// <summary>The form filled in with how it stands.</summary>
    public static ChangeReachForm Of(IReadOnlyList<ReachQuestion> asked) =>
        new()
        {
            EthnicGroup = asked.Contains(ReachQuestion.EthnicGroup),
            Sex = asked.Contains(ReachQuestion.Sex),
            Disability = asked.Contains(ReachQuestion.Disability),
            Employment = asked.Contains(ReachQuestion.Employment),
        };
}

/// <summary>The shape of <see cref="ChangeReachForm"/>.</summary>
public sealed class ChangeReachRules : AbstractValidator<ChangeReachForm>
{
    public ChangeReachRules(IStringLocalizer texts) =>
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
}
