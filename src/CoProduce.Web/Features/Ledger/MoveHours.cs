using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Ledger;

/// <summary>A coordinator moves hours that are no exchange: between a member and one of the organisation's accounts, or as a member's gift.</summary>
public sealed class MoveHours(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, MoveLetters letters, TimeProvider clock)
{
    public enum Outcome
    {
        Moved,
        UnknownMember,
        UnknownOther,
        NotTakingPart,
        OtherNotTakingPart,
        UnknownAccount,
        AccountClosed,
        NotInSteps,
        InTheFuture,
        TooLongAgo,

        /// <summary>The books for its day are closed.</summary>
        PeriodClosed,
        MemberBelowFloor,

        /// <summary>The pot or the partner has not as much.</summary>
        AccountBelowFloor,

        /// <summary>A gift comes out of what the member has: it never makes a debt.</summary>
        MoreThanTheyHave,
        NothingOwed,

        /// <summary>The rule is not one of this organisation's, or is no longer offered.</summary>
        UnknownRule,

        /// <summary>The rule was changed since it was read back.</summary>
        RuleChanged,

        /// <summary>The debt is no longer what was read back.</summary>
        DebtChanged,
    }

    /// <summary>Moves them, once for the form's request key.</summary>
    public Task<Outcome> HandleAsync(MoveForm form, CancellationToken ct = default) =>
        work.OnceAsync(
            form.RequestKey,
            form,
            async db =>
            {
                var outcome = await MoveAsync(db, form, ct);
                if (outcome != Outcome.Moved)
                    return outcome;
                var entry = await db.Entries.Where(e => e.RequestKey == form.RequestKey).Select(e => e.Id).SingleAsync(ct);
                await letters.TellAsync(db, entry, null, ct);
                db.Keep();
                return outcome;
            },
            ct
        );

    /// <summary>Says what it would come to now, by doing it and keeping nothing.</summary>
    public Task<Outcome> TryAsync(MoveForm form, CancellationToken ct = default) => work.WriteAsync(db => MoveAsync(db, form, ct), ct);

    /// <summary>What the member owes now, in minutes; zero for nothing.</summary>
    public Task<long> DebtAsync(Guid member, CancellationToken ct = default) =>
        work.ReadAsync(db => DebtAsync(db, new MemberId(member).Account, ct), ct);

    /// <summary>The entry that a request posted; null when it did not.</summary>
    public Task<EntryId?> EntryOfAsync(Guid requestKey, CancellationToken ct = default) =>
        work.ReadAsync(db => db.Entries.Where(e => e.RequestKey == requestKey).Select(e => (EntryId?)e.Id).SingleOrDefaultAsync(ct), ct);

    private async Task<Outcome> MoveAsync(TenantDb db, MoveForm form, CancellationToken ct)
    {
        var (now, member) = (clock.GetUtcNow(), new MemberId(form.Member!.Value));
        var today = organisation.Profile.DateOf(now);
        var day = form.AsksWhen() ? form.When.ToDate(today)!.Value : today;
        MemberId? other = form.AsksOther() ? new(form.Other!.Value) : null;
        if (await RefusalAsync(db, form, member, other, day, today, ct) is { } refusal)
            return refusal;
        var debt = form.Kind == MoveKind.WriteOff ? await DebtAsync(db, member.Account, ct) : 0;
        if (form.Kind == MoveKind.WriteOff && (debt == 0 || form.Debt is { } read && read != debt))
            return debt == 0 ? Outcome.NothingOwed : Outcome.DebtChanged;
        var rule = form.Kind == MoveKind.Contribution ? await RuleAsync(db, form, ct) : null;
        if (form.Kind == MoveKind.Contribution && (rule is null || form.Earned is { } earned && earned != Earns(form, rule)))
            return rule is null ? Outcome.UnknownRule : Outcome.RuleChanged;
        var account = await OtherSideAsync(db, form, other, now, ct);
        var entry = rule is null ? Shape(form, member.Account, account, debt, day) : Contribution(form, rule, member.Account, account, day);
        if (form.LetPass && form.MemberSpends())
            entry = entry.LettingPassFloor(form.Words!);
        var behalf = form.Kind == MoveKind.Draw ? other!.Value : member;
        db.AuditLines.Add(me.Line(nameof(MoveHours) + form.Kind, form.RequestKey, now, form.Door, behalf));
        await db.SaveChangesAsync(ct);
        var subject = form.Kind == MoveKind.Gift ? LedgerSubject.Gift : LedgerSubject.Account;
        var posting = await db.PostAsync(entry, me.Acting(form.Door, behalf), form.RequestKey, subject, account.Value, now, ct);
        if (posting.IsPosted && form.Kind == MoveKind.Gift && await IsBelowZeroAsync(db, member.Account, ct))
            return Outcome.MoreThanTheyHave;
        var isMembers = posting.Account == member.Account;
        return posting.Outcome switch
        {
            PostingOutcome.Posted or PostingOutcome.DoneAlready => Outcome.Moved,
            PostingOutcome.BelowFloor when form.Kind == MoveKind.Gift => Outcome.MoreThanTheyHave,
            PostingOutcome.BelowFloor => isMembers ? Outcome.MemberBelowFloor : Outcome.AccountBelowFloor,
            PostingOutcome.ClosedAccount => isMembers ? Outcome.NotTakingPart : Outcome.AccountClosed,
            PostingOutcome.PeriodClosed => Outcome.PeriodClosed,
            PostingOutcome.KeyReused or PostingOutcome.UnknownAccount or PostingOutcome.AlreadyReversed or PostingOutcome.NotItsMirror =>
                throw new InvalidOperationException($"The ledger answered {posting.Outcome}."),
        };
    }

    private async Task<Outcome?> RefusalAsync(
        TenantDb db,
        MoveForm form,
        MemberId member,
        MemberId? other,
        DateOnly day,
        DateOnly today,
        CancellationToken ct
    )
    {
        if (day > today || day < today.AddYears(-1))
            return day > today ? Outcome.InTheFuture : Outcome.TooLongAgo;
        var counted = form.AsksHowMuch() && form.Kind != MoveKind.Opening; // what was brought along is as it was
        if (counted && form.HowMuch.ToMinutes() % organisation.Profile.Settings.StepMinutes != 0)
            return Outcome.NotInSteps;
        var people = await db.Members.Where(m => m.Id == member || m.Id == other).ToDictionaryAsync(m => m.Id, m => m.Status, ct);
        if (!people.TryGetValue(member, out var status))
            return Outcome.UnknownMember;
        if (status != MemberStatus.Active && form.Kind != MoveKind.WriteOff) // who has left may still owe
            return Outcome.NotTakingPart;
        if (other is { } second && people.GetValueOrDefault(second) != MemberStatus.Active)
            return people.ContainsKey(second) ? Outcome.OtherNotTakingPart : Outcome.UnknownOther;
        var kinds = form.AsksAccountOf();
        if (kinds.Count == 0 || form is { Kind: MoveKind.Gift, Account: MoveForm.AMember })
            return null;
        var id = new AccountId(Guid.Parse(form.Account!));
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && kinds.Contains(a.Kind), ct);
        return account is null ? Outcome.UnknownAccount
            : account.ClosedAt is not null ? Outcome.AccountClosed
            : null;
    }

    private static Task<AccountId> OtherSideAsync(TenantDb db, MoveForm form, MemberId? other, DateTimeOffset now, CancellationToken ct) =>
        form.Kind switch
        {
            MoveKind.OnCall or MoveKind.Contribution => db.AccountOfAsync(AccountKind.Organisation, ct),
            MoveKind.Award => db.AccountOnFirstUseAsync(AccountKind.Awards, 0, now, ct),
            MoveKind.Opening => db.AccountOnFirstUseAsync(AccountKind.Opening, null, now, ct),
            MoveKind.Gift when other is { } receiver => Task.FromResult(receiver.Account),
            MoveKind.Draw or MoveKind.Event or MoveKind.Partner or MoveKind.WriteOff or MoveKind.Gift => Task.FromResult(
                new AccountId(Guid.Parse(form.Account!))
            ),
        };

    private static Entry Shape(MoveForm form, AccountId member, AccountId other, long debt, DateOnly day)
    {
        var (minutes, words) = (new Minutes(form.AsksHowMuch() ? form.HowMuch.ToMinutes()!.Value : 0), form.Words?.Trim());
        return form.Kind switch
        {
            MoveKind.Draw => Entry.Draw(other, member, minutes, day, words!),
            MoveKind.OnCall => Entry.OnCall(other, member, minutes, day),
            MoveKind.Event => Entry.EventEntry(member, other, minutes, day, words),
            MoveKind.Award => Entry.Award(member, other, minutes, day, words),
            MoveKind.Partner when form.PartnerPays => Entry.Partner(other, member, minutes, day, words),
            MoveKind.Partner => Entry.Partner(member, other, minutes, day, words),
            MoveKind.Contribution => throw new InvalidOperationException("A contribution earns by a rule."),
            MoveKind.Opening => Entry.Opening(other, member, form.IsDebt ? -minutes : minutes, day, words),
            MoveKind.WriteOff => Entry.WriteOff(other, member, new(debt), day, words!),
            MoveKind.Gift => Entry.Gift(member, other, minutes, day, words),
        };
    }

    /// <summary>What the contribution earns by its rule as it is now, in minutes, and what was counted in words; null when there is no such rule.</summary>
    public Task<(long Minutes, string Words)?> EarnsAsync(MoveForm form, CancellationToken ct = default) =>
        work.ReadAsync<(long, string)?>(
            async db => await RuleAsync(db, form, ct) is { } rule ? (Earns(form, rule), Counted(form, rule)) : null,
            ct
        );

    private static Task<ContributionRule?> RuleAsync(TenantDb db, MoveForm form, CancellationToken ct)
    {
        var id = new ContributionRuleId(Guid.Parse(form.Rule!));
        return db.ContributionRules.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.HiddenAt == null, ct);
    }

    private static long Earns(MoveForm form, ContributionRule rule) => (long)MoveForm.Count(form.Quantity)!.Value * rule.MinutesEach;

    private static string Counted(MoveForm form, ContributionRule rule) => rule.Counted(MoveForm.Count(form.Quantity)!.Value);

    // The entry keeps what was counted in words, so that a rule can change and history does not.
    private static Entry Contribution(MoveForm form, ContributionRule rule, AccountId member, AccountId organisation, DateOnly day)
    {
        var (counted, words) = (Counted(form, rule), form.Words?.Trim());
        return Entry.Contribution(
            organisation,
            member,
            MoveForm.Count(form.Quantity)!.Value,
            new(rule.MinutesEach),
            day,
            string.IsNullOrEmpty(words) ? counted : $"{counted}: {words}"
        );
    }

    private static async Task<long> DebtAsync(TenantDb db, AccountId account, CancellationToken ct) =>
        -Math.Min(0, await db.Accounts.Where(a => a.Id == account).Select(a => a.Balance).SingleOrDefaultAsync(ct));

    private static Task<bool> IsBelowZeroAsync(TenantDb db, AccountId account, CancellationToken ct) =>
        db.Accounts.AnyAsync(a => a.Id == account && a.Balance - a.Held < 0, ct);
}
