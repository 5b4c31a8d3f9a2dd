using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Ledger;

/// <summary>A manager closes the books up to a day: afterwards nothing is dated on it or before, except by a reversal dated later.</summary>
public sealed class CloseBooks(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Closed,

        /// <summary>That day or a later one is closed already.</summary>
        ClosedFurther,

        /// <summary>The day is not over.</summary>
        NotOver,

        /// <summary>Exchanges of that time wait for an answer or are disputed: their hours could not move any more.</summary>
        SomethingWaits,
    }

    public Task<Outcome> HandleAsync(CloseBooksForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => CloseAsync(db, form, ct), ct);

    private async Task<Outcome> CloseAsync(TenantDb db, CloseBooksForm form, CancellationToken ct)
    {
        var (now, day) = (clock.GetUtcNow(), form.To!.ToDate()!.Value);
        var outcome = await db.ClosePeriodAsync(day, organisation.Profile.DateOf(now), now, me.Id.Value, ct);
        if (outcome != PeriodOutcome.Closed)
            return outcome == PeriodOutcome.NotOver ? Outcome.NotOver : Outcome.ClosedFurther;
        // Looked at after the period is closed in this unit of work, when nobody can be in the middle of posting.
        if (
            await db.Exchanges.AnyAsync(
                e =>
                    e.ServiceDate <= day
                    && (e.Status == ExchangeStatus.Unconfirmed || e.Status == ExchangeStatus.Disputed && e.EntryId == null),
                ct
            )
        )
            return Outcome.SomethingWaits;
        db.AuditLines.Add(me.Line(nameof(CloseBooks), null, now, reason: StatementPeriod.InAddress(day)));
        db.Keep();
        return Outcome.Closed;
    }
}

/// <summary>Up to which day the books are to be closed.</summary>
public sealed class CloseBooksForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public DateBoxes? To { get; set; }
}

/// <summary>The shape of <see cref="CloseBooksForm"/>.</summary>
public sealed class CloseBooksRules : AbstractValidator<CloseBooksForm>
{
    public CloseBooksRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.To)
            .Must(d => d?.ToDate() is not null)
            .WithMessage(_ => texts["Write the last day to be closed, such as 31 3 2026."]);
    }
}

/// <summary>Why the books were not closed, in a sentence that is a key of the texts; null when they were.</summary>
public static class CloseBooksRefusals
{
    public static string? Of(CloseBooks.Outcome outcome) =>
        outcome switch
        {
            CloseBooks.Outcome.Closed => null,
            CloseBooks.Outcome.ClosedFurther => "The books are closed up to a later day already. Closed books are never opened again.",
            CloseBooks.Outcome.NotOver => "That day is not over yet. Close up to yesterday or earlier.",
            CloseBooks.Outcome.SomethingWaits =>
                "Some exchanges of that time still wait for a yes or are disputed. Settle them first, in the list of all exchanges.",
        };
}
