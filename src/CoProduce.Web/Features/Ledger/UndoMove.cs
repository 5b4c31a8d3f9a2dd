using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Ledger;

/// <summary>A coordinator undoes what a coordinator moved by hand, or a gift, with a reason that everybody concerned reads.</summary>
public sealed class UndoMove(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, MoveLetters letters, TimeProvider clock)
{
    /// <summary>What is undone here; an exchange, a register and what crossed are undone by their own use cases.</summary>
    public static readonly IReadOnlyList<LedgerSubject> Subjects = [LedgerSubject.Account, LedgerSubject.Gift];

    public enum Outcome
    {
        Undone,
        Unknown,
        UndoneBefore,
        AccountClosed,
    }

    /// <summary>Undoes it, once for the form's request key.</summary>
    public Task<Outcome> HandleAsync(UndoMoveForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => UndoAsync(db, form, ct), ct);

    private async Task<Outcome> UndoAsync(TenantDb db, UndoMoveForm form, CancellationToken ct)
    {
        var (now, id) = (clock.GetUtcNow(), new EntryId(form.Entry));
        var entry = await db.Entries.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct);
        if (entry is null || entry.Kind == EntryKind.Reversal || !Subjects.Contains(entry.SubjectKind))
            return Outcome.Unknown;
        var postings = await db
            .Postings.Where(p => p.EntryId == id)
            .Select(p => new Posting(p.AccountId, new Minutes(p.Amount)))
            .ToListAsync(ct);
        var reversal = Entry.Reversal(id, postings, form.Reason!.Trim(), organisation.Profile.DateOf(now));
        db.AuditLines.Add(me.Line(nameof(UndoMove), form.Entry, now));
        await db.SaveChangesAsync(ct);
        var posting = await db.PostAsync(reversal, me.Acting(Door.Screen), form.RequestKey, entry.SubjectKind, entry.SubjectId, now, ct);
        if (posting.IsPosted)
        {
            await letters.TellAsync(db, posting.Entry, null, ct);
            db.Keep();
        }
        return posting.Outcome switch
        {
            PostingOutcome.Posted or PostingOutcome.DoneAlready => Outcome.Undone,
            PostingOutcome.AlreadyReversed => Outcome.UndoneBefore,
            PostingOutcome.ClosedAccount => Outcome.AccountClosed,
            _ => throw new InvalidOperationException($"The ledger answered {posting.Outcome}."),
        };
    }
}

/// <summary>Which entry is undone and why.</summary>
public sealed class UndoMoveForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Entry { get; set; }

    public string? Reason { get; set; }
}

/// <summary>The shape of <see cref="UndoMoveForm"/>.</summary>
public sealed class UndoMoveRules : AbstractValidator<UndoMoveForm>
{
    public UndoMoveRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Reason)
            .Must(r => !string.IsNullOrWhiteSpace(r))
            .WithMessage(_ => texts["Say why, in a few words. Everybody concerned reads it."])
            .MaximumLength(CoProduce.Ledger.Entry.LongestReason)
            .WithMessage(_ => texts["Please use at most {0} characters.", CoProduce.Ledger.Entry.LongestReason]);
    }
}
