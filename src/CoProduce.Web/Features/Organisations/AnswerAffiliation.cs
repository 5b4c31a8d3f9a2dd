using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Organisations;

/// <summary>A manager agrees to what another organisation proposed, gives up what one is owed, or ends it: neither side owes the other then.</summary>
public sealed class AnswerAffiliation(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    DbContextOptions<DirectoryDb> directories,
    TimeProvider clock
)
{
    public enum Outcome
    {
        Agreed,
        Settled,
        Ended,
        NotFound,

        /// <summary>Only the side that was asked agrees.</summary>
        NotAsked,

        /// <summary>One side owes the other; it is settled first.</summary>
        SomethingOwed,

        /// <summary>There is nothing to give up: this side is owed nothing.</summary>
        NothingOwed,

        /// <summary>The community pot has less than what would be given.</summary>
        PotTooSmall,
    }

    public Task<Outcome> HandleAsync(AnswerAffiliationForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => AnswerAsync(db, form, ct), ct);

    private async Task<Outcome> AnswerAsync(TenantDb db, AnswerAffiliationForm form, CancellationToken ct)
    {
        await using var directory = await directories.InTransactionOfAsync(db, ct);
        var (here, now) = (organisation.Id, clock.GetUtcNow());
        var found = await directory.Affiliations.AsNoTracking().SingleOrDefaultAsync(a => a.Id == form.Affiliation, ct);
        if (found is null || found.ProposedBy != here && found.ProposedTo != here)
            return Outcome.NotFound;
        await directory.LockOrganisationsAsync(found.ProposedBy, found.ProposedTo, ct);
        var affiliation = await directory.Affiliations.SingleAsync(a => a.Id == form.Affiliation, ct);
        if (affiliation.EndedAt is not null)
            return Outcome.NotFound;
        var outcome = form.Answer switch
        {
            AffiliationAnswer.Agree => await AgreeAsync(db, directory, affiliation, now, ct),
            AffiliationAnswer.Settle => await SettleAsync(db, affiliation, form.RequestKey, now, ct),
            AffiliationAnswer.End => await EndAsync(db, directory, affiliation, now, ct),
        };
        if (outcome is not (Outcome.Agreed or Outcome.Settled or Outcome.Ended))
            return outcome;
        db.AuditLines.Add(me.Line(nameof(AnswerAffiliation) + form.Answer, affiliation.Id, now));
        db.Keep();
        return outcome;
    }

    private async Task<Outcome> AgreeAsync(
        TenantDb db,
        DirectoryDb directory,
        Affiliation affiliation,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (affiliation.ProposedTo != organisation.Id)
            return Outcome.NotAsked;
        affiliation.AgreedAt ??= now;
        await directory.SaveChangesAsync(ct);
        await db.SetClearingAsync(affiliation.Id, now, ct);
        return Outcome.Agreed;
    }

    // Who gave more than they got lets it be: their pot gives the minutes to the other's, and both clearing accounts come to zero.
    private async Task<Outcome> SettleAsync(TenantDb db, Affiliation affiliation, Guid requestKey, DateTimeOffset now, CancellationToken ct)
    {
        var owed = await OwedToUsAsync(db, affiliation, ct);
        if (owed <= 0)
            return Outcome.NothingOwed;
        var there = affiliation.Other(organisation.Id);
        var pots = (Here: await db.AccountOfAsync(AccountKind.Pot, ct), There: await db.PotThereAsync(there, ct));
        var posting = await db.PostBetweenAsync(
            there,
            pots.Here,
            pots.There,
            new(owed),
            organisation.Profile.DateOf(now),
            null,
            me.Acting(Door.Screen),
            requestKey,
            now,
            ct
        );
        return posting.Outcome switch
        {
            BetweenOutcome.Posted or BetweenOutcome.DoneAlready => Outcome.Settled,
            BetweenOutcome.BelowFloor => Outcome.PotTooSmall,
            _ => throw new InvalidOperationException($"The ledger answered {posting.Outcome}."),
        };
    }

    private async Task<Outcome> EndAsync(
        TenantDb db,
        DirectoryDb directory,
        Affiliation affiliation,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (await OwedToUsAsync(db, affiliation, ct) != 0)
            return Outcome.SomethingOwed;
        (affiliation.EndedAt, affiliation.EndedBy) = (now, organisation.Id);
        await directory.SaveChangesAsync(ct);
        return Outcome.Ended;
    }

    // The clearing account is locked by a floor set to what it is, so that nothing crosses while it is decided.
    private async Task<long> OwedToUsAsync(TenantDb db, Affiliation affiliation, CancellationToken ct)
    {
        if (affiliation.AgreedAt is null)
            return 0;
        await db.SetClearingAsync(affiliation.Id, clock.GetUtcNow(), ct);
        var there = affiliation.Other(organisation.Id);
        return -await db.Accounts.Where(a => a.AffiliateId == there).Select(a => a.Balance).SingleAsync(ct);
    }
}

/// <summary>What a manager can answer.</summary>
public enum AffiliationAnswer
{
    Agree,
    Settle,
    End,
}

/// <summary>The answer as it is posted.</summary>
public sealed class AnswerAffiliationForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Affiliation { get; set; }

    public AffiliationAnswer Answer { get; set; }
}

/// <summary>Why the answer changed nothing, in a sentence that is a key of the texts; null when it stands.</summary>
public static class AnswerAffiliationRefusals
{
    public static string? Of(AnswerAffiliation.Outcome outcome) =>
        outcome switch
        {
            AnswerAffiliation.Outcome.Agreed or AnswerAffiliation.Outcome.Settled or AnswerAffiliation.Outcome.Ended => null,
            AnswerAffiliation.Outcome.NotFound => "This was ended in the meantime. Go back to the list.",
            AnswerAffiliation.Outcome.NotAsked => "You proposed this yourself: the other organisation agrees to it.",
            AnswerAffiliation.Outcome.SomethingOwed =>
                "One of you still owes the other hours. Exchange until it is even, or let the one who is owed give them up from the community pot.",
            AnswerAffiliation.Outcome.NothingOwed => "The other organisation owes you nothing, so there is nothing to give up.",
            AnswerAffiliation.Outcome.PotTooSmall =>
                "Your community pot has less than that. Ask members for gifts to the pot first, or exchange until it is even.",
        };
}
