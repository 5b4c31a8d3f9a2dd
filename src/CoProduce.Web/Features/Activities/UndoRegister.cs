using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Activities;

/// <summary>What a coordinator says when undoing a register.</summary>
public sealed class UndoRegisterForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Register { get; set; }

    /// <summary>Why, which everybody on it reads.</summary>
    public string? Reason { get; set; }

    public Door Door { get; set; } = Door.Phone;
}

/// <summary>The shape of <see cref="UndoRegisterForm"/>.</summary>
public sealed class UndoRegisterRules : AbstractValidator<UndoRegisterForm>
{
    public UndoRegisterRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Reason)
            .Must(r => !string.IsNullOrWhiteSpace(r))
            .WithMessage(_ => texts["Say why. Everybody on the register will read it."])
            .MaximumLength(Exchange.ReasonLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Exchange.ReasonLength]);
    }
}

/// <summary>A coordinator undoes a whole register with a reason; all that moved goes back.</summary>
public sealed class UndoRegister(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    RegisterLetters letters,
    TimeProvider clock
)
{
    public enum Outcome
    {
        Undone,
        NotFound,

        /// <summary>Somebody undid it in the meantime.</summary>
        UndoneBefore,

        /// <summary>Somebody on it has left.</summary>
        AccountClosed,
    }

    public Task<Outcome> HandleAsync(UndoRegisterForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => UndoAsync(db, form, ct), ct);

    private async Task<Outcome> UndoAsync(TenantDb db, UndoRegisterForm form, CancellationToken ct)
    {
        var (now, reason) = (clock.GetUtcNow(), form.Reason!.Trim());
        if (await db.LockRegisterAsync(new(form.Register), ct) is not { } register)
            return Outcome.NotFound;
        if (register.ReversalId is not null)
            return Outcome.UndoneBefore;
        var postings = await db
            .Postings.Where(p => p.EntryId == register.EntryId)
            .Select(p => new Posting(p.AccountId, new Minutes(p.Amount)))
            .ToListAsync(ct);
        var reversal = Entry.Reversal(register.EntryId, postings, reason, organisation.Profile.DateOf(now));
        register.Reverse(me.Id, reason, reversal.Id, now);
        await db.FreeSessionAsync(register.Id, ct);
        db.AuditLines.Add(me.Line(nameof(UndoRegister), form.Register, now, form.Door));
        var lines = await db.RegisterLines.Where(l => l.RegisterId == register.Id).ToListAsync(ct);
        await letters.TellOfUndoAsync(db, register, lines, ct);
        await db.SaveChangesAsync(ct);
        var posting = await db.PostAsync(reversal, me.Acting(form.Door), form.RequestKey, LedgerSubject.Register, form.Register, now, ct);
        if (posting.IsPosted)
            db.Keep();
        return posting.Outcome switch
        {
            PostingOutcome.Posted or PostingOutcome.DoneAlready => Outcome.Undone,
            PostingOutcome.AlreadyReversed => Outcome.UndoneBefore,
            PostingOutcome.ClosedAccount => Outcome.AccountClosed,
            _ => throw new InvalidOperationException($"The ledger answered {posting.Outcome}."),
        };
    }
}
