using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Activities;

/// <summary>How logging a register can end.</summary>
public enum RegisterOutcome
{
    Logged,

    /// <summary>A line does not name one person who takes part, or not a length.</summary>
    NotUnderstood,

    /// <summary>Fewer than two on the one side and on the other.</summary>
    NotSeveral,
    TooManyPeople,
    InTheFuture,
    TooLongAgo,
    PeriodClosed,
    TooLong,
    NotInSteps,
    UnknownCategory,

    /// <summary>The kind of help needs a check that somebody who gave has not.</summary>
    CheckMissing,

    /// <summary>There is something to keep to that the coordinator has not read yet.</summary>
    CareUnread,

    /// <summary>Some cannot pay.</summary>
    BelowFloor,

    /// <summary>Somebody's account was closed in the meantime.</summary>
    NotTakingPart,
}

/// <summary>How it ended.</summary>
/// <param name="CannotPay">The members who cannot.</param>
/// <param name="PotIsShort">True when the community pot cannot.</param>
public sealed record RegisterAnswer(RegisterOutcome Outcome, IReadOnlyList<AccountId> CannotPay, bool PotIsShort);

/// <summary>A coordinator logs a register of several people: it moves as one entry, or nothing does.</summary>
public sealed class LogRegister(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    RegisterLetters letters,
    TimeProvider clock
)
{
    /// <summary>What the form means and what stands against it, before anything is posted.</summary>
    public Task<(RegisterSheet Sheet, RegisterOutcome? Fault)> ReadAsync(RegisterForm form, CancellationToken ct = default) =>
        work.ReadAsync(db => ReadAsync(db, form, ct), ct);

    public async Task<RegisterAnswer> HandleAsync(RegisterForm form, CancellationToken ct = default)
    {
        var answer = new RegisterAnswer(RegisterOutcome.Logged, [], false);
        var outcome = await work.OnceAsync(form.RequestKey, form, async db => (answer = await LogAsync(db, form, ct)).Outcome, ct);
        return answer with { Outcome = outcome };
    }

    private async Task<(RegisterSheet, RegisterOutcome?)> ReadAsync(TenantDb db, RegisterForm form, CancellationToken ct)
    {
        var profile = organisation.Profile;
        var today = profile.DateOf(clock.GetUtcNow());
        var sheet = await db.ReadRegisterAsync(form, profile, ct);
        var rule = await db.CheckExchangeAsync(
            profile,
            form.When.ToDate(today)!.Value,
            form.HowLong.ToMinutes()!.Value,
            form.CategoryId,
            today,
            ct
        );
        var lines = sheet.People.Count + sheet.Faults.Count;
        var gave = sheet.People.Count(p => p.Side == RegisterSide.Gave);
        return (
            sheet,
            sheet.Faults.Count > 0 ? RegisterOutcome.NotUnderstood
            : lines >= Register.MostPeople ? RegisterOutcome.TooManyPeople
            : gave == 0 || lines < (gave == lines ? 2 : 3) ? RegisterOutcome.NotSeveral
            : rule switch
            {
                null => await CareFaultAsync(db, sheet, form, today, ct),
                LogOutcome.InTheFuture => RegisterOutcome.InTheFuture,
                LogOutcome.TooLongAgo => RegisterOutcome.TooLongAgo,
                LogOutcome.PeriodClosed => RegisterOutcome.PeriodClosed,
                LogOutcome.TooLong => RegisterOutcome.TooLong,
                LogOutcome.NotInSteps => RegisterOutcome.NotInSteps,
                LogOutcome.UnknownCategory => RegisterOutcome.UnknownCategory,
                var other => throw new InvalidOperationException($"{other} is no rule for a day, a length or a kind."),
            }
        );
    }

    private static async Task<RegisterOutcome?> CareFaultAsync(
        TenantDb db,
        RegisterSheet sheet,
        RegisterForm form,
        DateOnly today,
        CancellationToken ct
    )
    {
        var care = await db.CareRulesAsync(sheet.Meeting(form, today), ct);
        return care.Forbids ? RegisterOutcome.CheckMissing
            : form.Care.Covers(care) ? null
            : RegisterOutcome.CareUnread;
    }

    private async Task<RegisterAnswer> LogAsync(TenantDb db, RegisterForm form, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (sheet, fault) = await ReadAsync(db, form, ct);
        if (fault is { } refused)
            return new(refused, [], false);
        var care = await db.CareRulesAsync(sheet.Meeting(form, organisation.Profile.DateOf(now)), ct);
        var moves = RegisterMoves.Of(sheet, form);
        var (pot, own) = (await db.AccountOfAsync(AccountKind.Pot, ct), await db.AccountOfAsync(AccountKind.Organisation, ct));
        var (day, words) = (form.When.ToDate(organisation.Profile.DateOf(now))!.Value, form.Description!.Trim());
        var entry = moves.ToEntry(pot, own, day, words);
        if (form.IsLetPass)
            entry = entry.LettingPassFloor($"{words} ({form.PassReason!.Trim()})");
        var first = moves.Parts[0].Person.Who.Id;
        var register = new Register
        {
            Id = new(form.RequestKey),
            Shape = moves.Shape,
            Description = words,
            CategoryId = form.CategoryId,
            HubId = await db.Members.Where(m => m.Id == first).Select(m => m.HubId).SingleAsync(ct),
            ServiceDate = day,
            Difference = form.Difference,
            PassReason = form.IsLetPass ? form.PassReason!.Trim() : null,
            LoggedBy = me.Id,
            Door = form.Door,
            LoggedAt = now,
            EntryId = entry.Id,
        };
        db.Registers.Add(register);
        RegisterLine[] lines = [.. moves.Parts.Select((part, i) => Line(register, part, i + 1))];
        db.RegisterLines.AddRange(lines);
        db.MarkCare(care, form.RequestKey, now, me.Id);
        if (form.Session is { } session)
            await db.LogSessionAsync(new(session), register.Id, ct);
        db.AuditLines.Add(me.Line(nameof(LogRegister), form.RequestKey, now, form.Door));
        await letters.TellAsync(db, register, lines, ct);
        await db.SaveChangesAsync(ct);
        var posting = await db.PostAsync(entry, me.Acting(form.Door), form.RequestKey, LedgerSubject.Register, form.RequestKey, now, ct);
        if (posting.IsPosted)
            db.Keep();
        var outcome = posting.Outcome switch
        {
            PostingOutcome.Posted or PostingOutcome.DoneAlready => RegisterOutcome.Logged,
            PostingOutcome.BelowFloor => RegisterOutcome.BelowFloor,
            PostingOutcome.ClosedAccount => RegisterOutcome.NotTakingPart,
            PostingOutcome.PeriodClosed => RegisterOutcome.PeriodClosed,
            _ => throw new InvalidOperationException($"The ledger answered {posting.Outcome}."),
        };
        return new(outcome, [.. posting.InTheWay.Where(a => a != pot)], posting.InTheWay.Contains(pot));
    }

    private static RegisterLine Line(Register register, Part part, int position) =>
        new()
        {
            RegisterId = register.Id,
            MemberId = part.Person.Who.Id,
            Position = position,
            Side = part.Person.Side,
            Minutes = (int)part.Minutes,
            PaidBy = part.PaidBy,
        };
}
