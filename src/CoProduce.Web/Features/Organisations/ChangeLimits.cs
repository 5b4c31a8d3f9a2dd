using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Organisations;

/// <summary>A manager asks for other limits than those agreed, and the other side's manager says yes or no. Until then the old ones hold.</summary>
public sealed class ChangeLimits(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    DbContextOptions<DirectoryDb> directories,
    TimeProvider clock
)
{
    public enum Outcome
    {
        Asked,
        Agreed,
        Dropped,
        NotFound,

        /// <summary>The question was taken back, or it is this side's own.</summary>
        NothingToAgree,

        /// <summary>Other limits are asked for by now than those that were read.</summary>
        Changed,

        /// <summary>One side owes more than it might then.</summary>
        OwedMore,
    }

    public Task<Outcome> HandleAsync(ChangeLimitsForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => ChangeAsync(db, form, ct), ct);

    private async Task<Outcome> ChangeAsync(TenantDb db, ChangeLimitsForm form, CancellationToken ct)
    {
        await using var directory = await directories.InTransactionOfAsync(db, ct);
        var (here, now) = (organisation.Id, clock.GetUtcNow());
        var found = await directory.Affiliations.AsNoTracking().SingleOrDefaultAsync(a => a.Id == form.Affiliation, ct);
        if (found is null || found.ProposedBy != here && found.ProposedTo != here)
            return Outcome.NotFound;
        await directory.LockOrganisationsAsync(found.ProposedBy, found.ProposedTo, ct);
        var affiliation = await directory.Affiliations.SingleAsync(a => a.Id == form.Affiliation, ct);
        if (affiliation is not { AgreedAt: not null, EndedAt: null })
            return Outcome.NotFound;
        var (we, they) = (HoursTyped.ToMinutes(form.WeMayOwe)!.Value, HoursTyped.ToMinutes(form.TheyMayOwe)!.Value);
        var limits = affiliation.ProposedBy == here ? (Proposer: we, Other: they) : (Proposer: they, Other: we);
        if (form.Answer == LimitsAnswer.Agree && (affiliation.LimitsAskedBy is null || affiliation.LimitsAskedBy == here))
            return Outcome.NothingToAgree;
        if (form.Answer == LimitsAnswer.Agree && limits != (affiliation.ProposerWouldOwe, affiliation.OtherWouldOwe))
            return Outcome.Changed;
        if (form.Answer != LimitsAnswer.Drop && await IsOwedMoreAsync(db, affiliation, we, they, now, ct))
            return Outcome.OwedMore;
        if (form.Answer == LimitsAnswer.Agree)
            (affiliation.ProposerMayOwe, affiliation.OtherMayOwe) = limits;
        var asks = form.Answer == LimitsAnswer.Ask;
        affiliation.LimitsAskedBy = asks ? here : null;
        affiliation.ProposerWouldOwe = asks ? limits.Proposer : null;
        affiliation.OtherWouldOwe = asks ? limits.Other : null;
        await directory.SaveChangesAsync(ct);
        await db.SetClearingAsync(affiliation.Id, now, ct);
        db.AuditLines.Add(me.Line(nameof(ChangeLimits) + form.Answer, affiliation.Id, now));
        db.Keep();
        return form.Answer switch
        {
            LimitsAnswer.Ask => Outcome.Asked,
            LimitsAnswer.Agree => Outcome.Agreed,
            LimitsAnswer.Drop => Outcome.Dropped,
        };
    }

    // The clearing accounts are locked by floors set to what they are, so that nothing crosses while it is decided.
    private static async Task<bool> IsOwedMoreAsync(
        TenantDb db,
        Affiliation affiliation,
        int we,
        int they,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        await db.SetClearingAsync(affiliation.Id, now, ct);
        var there = affiliation.Other(db.OrganisationId);
        return await db.Accounts.AnyAsync(a => a.AffiliateId == there && (a.Balance > we || -a.Balance > they), ct);
    }
}

/// <summary>What a manager can do about limits.</summary>
public enum LimitsAnswer
{
    Ask,
    Agree,

    /// <summary>Takes one's own question back, or says no to the other's.</summary>
    Drop,
}

/// <summary>The limits that are asked for, or those that were read when one agrees.</summary>
public sealed class ChangeLimitsForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Affiliation { get; set; }

    public LimitsAnswer Answer { get; set; }

    /// <summary>How many hours this side may owe.</summary>
    public string? WeMayOwe { get; set; }

    /// <summary>How many hours the other side may owe.</summary>
    public string? TheyMayOwe { get; set; }
}

/// <summary>The shape of <see cref="ChangeLimitsForm"/>.</summary>
public sealed class ChangeLimitsRules : AbstractValidator<ChangeLimitsForm>
{
    public ChangeLimitsRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.WeMayOwe).IsLimit(texts);
        RuleFor(f => f.TheyMayOwe).IsLimit(texts);
    }
}

/// <summary>Why the limits stay as they are, in a sentence that is a key of the texts; null when it was done.</summary>
public static class ChangeLimitsRefusals
{
    public static string? Of(ChangeLimits.Outcome outcome) =>
        outcome switch
        {
            ChangeLimits.Outcome.Asked or ChangeLimits.Outcome.Agreed or ChangeLimits.Outcome.Dropped => null,
            ChangeLimits.Outcome.NotFound => "This was ended in the meantime. Go back to the list.",
            ChangeLimits.Outcome.NothingToAgree => "There is nothing to agree to any more. Load the page again to see how it stands.",
            ChangeLimits.Outcome.Changed => "They ask for other limits by now. Read them again before you agree.",
            ChangeLimits.Outcome.OwedMore =>
                "One of you owes the other more than that already. Choose a higher limit, or exchange until less is owed.",
        };
}
