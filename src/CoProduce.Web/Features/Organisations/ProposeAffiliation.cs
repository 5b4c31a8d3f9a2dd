using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Organisations;

/// <summary>A manager asks another organisation whether their members may exchange, and says how far each side may owe the other.</summary>
public sealed class ProposeAffiliation(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    DbContextOptions<DirectoryDb> directories,
    TimeProvider clock
)
{
    public enum Outcome
    {
        Proposed,
        UnknownOrganisation,
        Itself,

        /// <summary>The two are affiliated, or one has asked the other and waits.</summary>
        ThereAlready,
    }

    public Task<Outcome> HandleAsync(AffiliationForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => ProposeAsync(db, form, ct), ct);

    private async Task<Outcome> ProposeAsync(TenantDb db, AffiliationForm form, CancellationToken ct)
    {
        await using var directory = await directories.InTransactionOfAsync(db, ct);
        var (here, slug, now) = (organisation.Id, form.Address!.Trim().TrimStart('/'), clock.GetUtcNow());
        var other = await directory.Organisations.SingleOrDefaultAsync(o => o.Slug == slug, ct);
        if (other is null)
            return Outcome.UnknownOrganisation;
        if (other.Id == here)
            return Outcome.Itself;
        await directory.LockOrganisationsAsync(here, other.Id, ct);
        if (
            await directory.Affiliations.AnyAsync(
                a =>
                    a.EndedAt == null
                    && (a.ProposedBy == here && a.ProposedTo == other.Id || a.ProposedBy == other.Id && a.ProposedTo == here),
                ct
            )
        )
            return Outcome.ThereAlready;
        directory.Affiliations.Add(
            new()
            {
                Id = form.RequestKey,
                ProposedBy = here,
                ProposedTo = other.Id,
                ProposerMayOwe = HoursTyped.ToMinutes(form.WeMayOwe)!.Value,
                OtherMayOwe = HoursTyped.ToMinutes(form.TheyMayOwe)!.Value,
                ProposedAt = now,
            }
        );
        await directory.SaveChangesAsync(ct);
        db.AuditLines.Add(me.Line(nameof(ProposeAffiliation), form.RequestKey, now));
        db.Keep();
        return Outcome.Proposed;
    }
}

/// <summary>What a manager proposes to another organisation.</summary>
public sealed class AffiliationForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>The other's address in the program, such as holy-cross.</summary>
    public string? Address { get; set; }

    /// <summary>How many hours this side may owe.</summary>
    public string? WeMayOwe { get; set; } = "50";

    /// <summary>How many hours the other side may owe.</summary>
    public string? TheyMayOwe { get; set; } = "50";
}

/// <summary>The shape of <see cref="AffiliationForm"/>.</summary>
public sealed class AffiliationRules : AbstractValidator<AffiliationForm>
{
    public AffiliationRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Address).Words(Organisation.SlugLength, texts, "Write the address of the other organisation.");
        RuleFor(f => f.WeMayOwe).IsLimit(texts);
        RuleFor(f => f.TheyMayOwe).IsLimit(texts);
    }
}

/// <summary>The rule for how far one side may owe the other.</summary>
internal static class LimitRules
{
    /// <summary>A number of hours within what any two may agree on.</summary>
    public static void IsLimit<TForm>(this IRuleBuilder<TForm, string?> rule, IStringLocalizer texts) =>
        rule.Must(hours => HoursTyped.ToMinutes(hours) is >= 60 and <= Affiliation.MostOwed)
            .WithMessage(_ => texts["Write a number of hours from 1 to {0}.", Affiliation.MostOwed / 60]);
}

/// <summary>Why nothing was proposed, in a sentence that is a key of the texts; null when it was.</summary>
public static class ProposeAffiliationRefusals
{
    public static string? Of(ProposeAffiliation.Outcome outcome) =>
        outcome switch
        {
            ProposeAffiliation.Outcome.Proposed => null,
            ProposeAffiliation.Outcome.UnknownOrganisation =>
                "There is no organisation with this address here. Ask its manager: it is the first part of every page's address.",
            ProposeAffiliation.Outcome.Itself => "This is your own organisation. Write the address of the other one.",
            ProposeAffiliation.Outcome.ThereAlready =>
                "You exchange with this organisation already, or one of you has asked the other. Go back to the list.",
        };
}
