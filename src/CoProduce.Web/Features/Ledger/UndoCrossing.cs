using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Ledger;

/// <summary>
/// A coordinator of either side undoes hours that crossed, with a reason that both people read: both halves or neither. It may take a member of the
/// coordinator's own organisation below the floor, as any reversal may, and nobody elsewhere.
/// </summary>
public sealed class UndoCrossing(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Undone,
        Unknown,
        UndoneBefore,
        AccountClosed,

        /// <summary>The account over there is closed.</summary>
        ClosedThere,

        /// <summary>The person there has not as much any more, or the limit would be passed; which of the two is not told.</summary>
        NotFromHere,

        /// <summary>The two organisations do not exchange any more.</summary>
        Ended,
    }

    /// <summary>Undoes it, once for the form's request key.</summary>
    public Task<Outcome> HandleAsync(UndoMoveForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => UndoAsync(db, form, ct), ct);

    private async Task<Outcome> UndoAsync(TenantDb db, UndoMoveForm form, CancellationToken ct)
    {
        var (now, id) = (clock.GetUtcNow(), new EntryId(form.Entry));
        var there = await (
            from e in db.Entries
            where e.Id == id && e.Kind == EntryKind.Between
            join p in db.Postings on e.Id equals p.EntryId
            join a in db.Accounts on p.AccountId equals a.Id
            where a.AffiliateId != null
            select a.AffiliateId
        ).SingleOrDefaultAsync(ct);
        if (there is not { } other)
            return Outcome.Unknown;
        db.AuditLines.Add(me.Line(nameof(UndoCrossing), form.Entry, now));
        await db.SaveChangesAsync(ct);
        var posting = await db.ReverseBetweenAsync(
            other,
            id,
            form.Reason!.Trim(),
            organisation.Profile.DateOf(now),
            me.Acting(Door.Screen),
            form.RequestKey,
            now,
            ct
        );
        if (posting.IsPosted)
            db.Keep();
        return posting.Outcome switch
        {
            BetweenOutcome.Posted or BetweenOutcome.DoneAlready => Outcome.Undone,
            BetweenOutcome.AlreadyReversed => Outcome.UndoneBefore,
            BetweenOutcome.ClosedAccount => posting.RefusedHere ? Outcome.AccountClosed : Outcome.ClosedThere,
            BetweenOutcome.BelowFloor => Outcome.NotFromHere,
            BetweenOutcome.NotAffiliated => Outcome.Ended,
            BetweenOutcome.KeyReused or BetweenOutcome.UnknownAccount or BetweenOutcome.NotItsMirror or BetweenOutcome.PeriodClosed =>
                throw new InvalidOperationException($"The ledger answered {posting.Outcome}."),
        };
    }
}

/// <summary>Why it was not undone and what to do next, in a sentence; null when it was.</summary>
internal static class UndoCrossingRefusals
{
    public static string? Sentence(UndoCrossing.Outcome outcome, string there, IStringLocalizer texts) =>
        outcome switch
        {
            UndoCrossing.Outcome.Undone => (string?)null,
            UndoCrossing.Outcome.Unknown or UndoCrossing.Outcome.UndoneBefore => texts[
                "Somebody undid it in the meantime. Load the page again to see how it stands."
            ],
            UndoCrossing.Outcome.AccountClosed => texts[
                "One of the accounts is closed, so the hours cannot go back. Move what is right to an account that is open."
            ],
            UndoCrossing.Outcome.ClosedThere => texts[
                "The person's account at {0} is closed, so the hours cannot go back. Talk to a coordinator there.",
                there
            ],
            UndoCrossing.Outcome.NotFromHere => texts[
                "The hours cannot go back from here: they may be spent at {0}, or it would pass what the two organisations agreed. Ask a coordinator there: they can undo it from their side.",
                there
            ],
            UndoCrossing.Outcome.Ended => texts["You do not exchange with {0} any more, so nothing crosses, not even back.", there],
        };
}
