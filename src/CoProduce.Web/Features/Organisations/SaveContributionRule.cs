using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Organisations;

/// <summary>A manager adds a rule for what can be brought in, or changes one; what was earned by it before stays as it was.</summary>
public sealed class SaveContributionRule(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    /// <summary>The most rules of one organisation.</summary>
    public const int Most = 50;

    public enum Outcome
    {
        Saved,

        /// <summary>There is no such rule here.</summary>
        NotFound,

        /// <summary>Another rule counts the same thing.</summary>
        NameTaken,

        /// <summary>There are as many as the list can hold.</summary>
        TooMany,
    }

    public Task<Outcome> HandleAsync(ContributionRuleForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => SaveAsync(db, form, ct), ct);

    private async Task<Outcome> SaveAsync(TenantDb db, ContributionRuleForm form, CancellationToken ct)
    {
        await db.LockSettingsAsync(ct);
        var (now, id) = (clock.GetUtcNow(), new ContributionRuleId(form.Rule ?? form.RequestKey));
        var (one, several) = (form.One!.Trim(), form.Several!.Trim());
        var rules = await db.ContributionRules.ToListAsync(ct);
        var rule = rules.Find(r => r.Id == id);
        if (rule is null && form.Rule is not null)
            return Outcome.NotFound;
        if (rules.Exists(r => r.Id != id && string.Equals(r.Several, several, StringComparison.OrdinalIgnoreCase)))
            return Outcome.NameTaken;
        if (rule is null && rules.Count >= Most)
            return Outcome.TooMany;
        if (rule is null)
            db.ContributionRules.Add(
                rule = new()
                {
                    Id = id,
                    One = one,
                    Several = several,
                }
            );
        (rule.One, rule.Several, rule.MinutesEach) = (one, several, ChangeSettingsForm.Number(form.Minutes)!.Value);
        rule.HiddenAt = form.IsOffered ? null : rule.HiddenAt ?? now;
        db.AuditLines.Add(me.Line(nameof(SaveContributionRule), id.Value, now));
        db.Keep();
        return Outcome.Saved;
    }
}

/// <summary>A rule as a manager types it.</summary>
public sealed class ContributionRuleForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>The rule; null for a new one.</summary>
    public Guid? Rule { get; set; }

    public string? One { get; set; }

    public string? Several { get; set; }

    /// <summary>What each earns.</summary>
    public string? Minutes { get; set; }

    /// <summary>Whether coordinators can choose it.</summary>
    public bool IsOffered { get; set; }
}

/// <summary>The shape of <see cref="ContributionRuleForm"/>.</summary>
public sealed class ContributionRuleRules : AbstractValidator<ContributionRuleForm>
{
    public ContributionRuleRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.One).Words(OrganisationSettings.NameLength, texts, "Write what one is called, for example bag of rubbish.");
        RuleFor(f => f.Several)
            .Words(OrganisationSettings.NameLength, texts, "Write what several are called, for example bags of rubbish.");
        RuleFor(f => f.Minutes)
            .Must(m => ChangeSettingsForm.Number(m) is > 0 and <= OrganisationSettings.MaximumMinutesLimit)
            .WithMessage(_ => texts["Write a whole number of minutes from 1 to {0}.", OrganisationSettings.MaximumMinutesLimit]);
    }
}

/// <summary>Why a rule was not saved, in a sentence that is a key of the texts; null when it was.</summary>
public static class SaveContributionRuleRefusals
{
    public static string? Of(SaveContributionRule.Outcome outcome) =>
        outcome switch
        {
            SaveContributionRule.Outcome.Saved => null,
            SaveContributionRule.Outcome.NotFound => "This rule is no longer here. Go back to the list.",
            SaveContributionRule.Outcome.NameTaken => "Another rule counts the same. Change that one, or choose another name.",
            SaveContributionRule.Outcome.TooMany => "There are as many rules as the list can hold. Change one that nobody uses.",
        };
}
