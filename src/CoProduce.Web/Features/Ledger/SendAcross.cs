using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Ledger;

/// <summary>A member's hours go to a named person in an affiliated organisation: a gift, or thanks for help had from them.</summary>
public sealed class SendAcross(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    AffiliationsQuery affiliations,
    TimeProvider clock
)
{
    public enum Outcome
    {
        Sent,
        UnknownMember,
        NotTakingPart,
        NotAffiliated,

        /// <summary>Number and name do not belong together over there.</summary>
        NobodyThere,
        NotInSteps,
        TooLong,

        /// <summary>A gift comes out of what one has: it never makes a debt.</summary>
        MoreThanYouHave,
        BelowFloor,

        /// <summary>What the two organisations agreed to owe each other is reached.</summary>
        LimitReached,

        /// <summary>The other person's account is closed.</summary>
        ClosedThere,

        /// <summary>The member here and the one there are the same person: one may give to oneself elsewhere, but not be helped by oneself.</summary>
        SamePerson,

        /// <summary>The guardian of the member here has not said yes.</summary>
        GuardianHere,

        /// <summary>The guardian of the helper there has not said yes.</summary>
        GuardianThere,

        /// <summary>There is something to keep to with the member here, and the coordinator has not ticked that it was read.</summary>
        CareUnread,
    }

    /// <summary>The signed-in member gives some of their own: no more than they have.</summary>
    public async Task<Outcome> GiveAsync(AcrossForm form, CancellationToken ct = default) =>
        await SendAsync(form, me.Member, me.Acting(Door.Screen), isGift: true, ct);

    /// <summary>A coordinator logs help that a member here had from somebody there, or sends for a member what they give or take along.</summary>
    public async Task<Outcome> ForMemberAsync(AcrossForm form, CancellationToken ct = default) =>
        await SendAsync(form, new(form.Member!.Value), me.Acting(form.Door, new MemberId(form.Member.Value)), form.IsGift, ct);

    /// <summary>Says what giving would come to now, so that a refusal is heard before one is asked whether one is sure.</summary>
    public async Task<Outcome> TryAsync(AcrossForm form, CancellationToken ct = default)
    {
        var line = await AffiliationAsync(form, ct);
        return await work.WriteAsync(
            async db => await RefusalAsync(db, form, me.Member, line, isGift: true, ct) ?? Outcome.Sent, // never kept
            ct
        );
    }

    private async Task<Outcome> SendAsync(AcrossForm form, MemberId from, Authorship acting, bool isGift, CancellationToken ct)
    {
        var line = await AffiliationAsync(form, ct);
        return await work.OnceAsync(form.RequestKey, form, db => SendAsync(db, form, from, line, acting, isGift, ct), ct);
    }

    private async Task<Outcome> SendAsync(
        TenantDb db,
        AcrossForm form,
        MemberId from,
        AffiliationsQuery.Line? line,
        Authorship acting,
        bool isGift,
        CancellationToken ct
    )
    {
        if (await RefusalAsync(db, form, from, line, isGift, ct) is { } refusal)
            return refusal;
        var now = clock.GetUtcNow();
        var to = await db.AccountThereAsync(line!.There, form.ReadNumber()!.Value, form.Name!, ct);
        if (!isGift)
            db.MarkCare(await db.CareRulesAsync(form.Meeting(organisation.Profile.DateOf(now)), ct), form.RequestKey, now, me.Id);
        db.AuditLines.Add(me.Line(nameof(SendAcross), form.RequestKey, now, acting.Door, acting.OnBehalfOf is null ? null : from));
        await db.SaveChangesAsync(ct);
        var posting = await db.PostBetweenAsync(
            line.There,
            from.Account,
            to!.Value,
            new(form.HowMuch.ToMinutes()!.Value),
            organisation.Profile.DateOf(now),
            form.Words?.Trim(),
            acting,
            form.RequestKey,
            now,
            ct
        );
        if (posting.IsPosted && isGift && await db.Accounts.AnyAsync(a => a.Id == from.Account && a.Balance - a.Held < 0, ct))
            return Outcome.MoreThanYouHave; // not kept
        if (posting.IsPosted)
            db.Keep();
        return posting.Outcome switch
        {
            BetweenOutcome.Posted or BetweenOutcome.DoneAlready => Outcome.Sent,
            BetweenOutcome.BelowFloor when !posting.RefusedHere => Outcome.LimitReached,
            BetweenOutcome.BelowFloor => isGift ? Outcome.MoreThanYouHave : Outcome.BelowFloor,
            BetweenOutcome.ClosedAccount => posting.RefusedHere ? Outcome.NotTakingPart : Outcome.ClosedThere,
            BetweenOutcome.NotAffiliated => Outcome.NotAffiliated,
            BetweenOutcome.KeyReused
            or BetweenOutcome.UnknownAccount
            or BetweenOutcome.AlreadyReversed
            or BetweenOutcome.NotItsMirror
            or BetweenOutcome.PeriodClosed => throw new InvalidOperationException($"The ledger answered {posting.Outcome}."),
        };
    }

    private async Task<AffiliationsQuery.Line?> AffiliationAsync(AcrossForm form, CancellationToken ct) =>
        (await affiliations.ListAsync(ct)).FirstOrDefault(l => l.IsAgreed && l.There.Value.ToString() == form.There);

    private async Task<Outcome?> RefusalAsync(
        TenantDb db,
        AcrossForm form,
        MemberId from,
        AffiliationsQuery.Line? line,
        bool isGift,
        CancellationToken ct
    )
    {
        var minutes = form.HowMuch.ToMinutes()!.Value;
        if (line is null)
            return Outcome.NotAffiliated;
        if (minutes % organisation.Profile.Settings.StepMinutes != 0)
            return Outcome.NotInSteps;
        if (!isGift && minutes > organisation.Profile.Settings.MaximumMinutes)
            return Outcome.TooLong;
        var status = await db.Members.Where(m => m.Id == from).Select(m => (MemberStatus?)m.Status).SingleOrDefaultAsync(ct);
        if (status != MemberStatus.Active)
            return status is null ? Outcome.UnknownMember : Outcome.NotTakingPart;
        if (await db.AccountThereAsync(line.There, form.ReadNumber()!.Value, form.Name!, ct) is not { } there)
            return Outcome.NobodyThere;
        if (!isGift && await db.IsSamePersonAsync(from, line.There, there, ct))
            return Outcome.SamePerson;
        if (!isGift && await CareFaultAsync(db, form, line.There, there, ct) is { } careless)
            return careless;
        return isGift && await db.Accounts.AnyAsync(a => a.Id == from.Account && a.Balance - a.Held < minutes, ct)
            ? Outcome.MoreThanYouHave
            : null;
    }

    // Each organisation knows what is to be kept to with its own; of the other one this one learns only that a guardian's yes is missing.
    private async Task<Outcome?> CareFaultAsync(TenantDb db, AcrossForm form, OrganisationId there, AccountId helper, CancellationToken ct)
    {
        var today = organisation.Profile.DateOf(clock.GetUtcNow());
        var care = await db.CareRulesAsync(form.Meeting(today), ct);
        if (care.Forbids)
            return Outcome.GuardianHere;
        if (!await db.MayHelpThereAsync(there, helper, today, ct))
            return Outcome.GuardianThere;
        return form.Care.Covers(care) ? null : Outcome.CareUnread;
    }
}
