using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Ledger;

/// <summary>A member gives some of their own credits to another member or to the community pot: no more than they have.</summary>
public sealed class GiveCredits(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, Letters letters, TimeProvider clock)
{
    public enum Outcome
    {
        Given,
        ToYourself,
        UnknownMember,
        NotTakingPart,
        NotInSteps,

        /// <summary>A gift comes out of what one has: it never makes a debt.</summary>
        MoreThanYouHave,
    }

    /// <summary>Gives it, once for the form's request key.</summary>
    public Task<Outcome> HandleAsync(GiftForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => GiveAsync(db, form, ct), ct);

    /// <summary>Says what giving it would come to now, so that a person hears of a refusal before being asked whether they are sure.</summary>
    public Task<Outcome> TryAsync(GiftForm form, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
                await RefusalAsync(db, form, ct)
                ?? (await SpareAsync(db, ct) < form.HowMuch.ToMinutes() ? Outcome.MoreThanYouHave : Outcome.Given),
            ct
        );

    private async Task<Outcome> GiveAsync(TenantDb db, GiftForm form, CancellationToken ct)
    {
        if (await RefusalAsync(db, form, ct) is { } refusal)
            return refusal;
        var (now, minutes, to) = (clock.GetUtcNow(), form.HowMuch.ToMinutes()!.Value, form.To);
        var account = to?.Account ?? await db.AccountOfAsync(AccountKind.Pot, ct);
        var gift = Entry.Gift(me.Member.Account, account, new(minutes), organisation.Profile.DateOf(now), form.Words);
        db.AuditLines.Add(me.Line(nameof(GiveCredits), form.RequestKey, now));
        await TellAsync(db, to, minutes, gift.Reason, ct);
        await db.SaveChangesAsync(ct);
        var posting = await db.PostAsync(gift, me.Acting(Door.Screen), form.RequestKey, LedgerSubject.Gift, null, now, ct);
        if (posting.IsPosted && await SpareAsync(db, ct) < 0)
            return Outcome.MoreThanYouHave; // not kept: the posting goes back with this unit of work
        if (posting.IsPosted)
            db.Keep();
        return posting.Outcome switch
        {
            PostingOutcome.Posted or PostingOutcome.DoneAlready => Outcome.Given,
            PostingOutcome.BelowFloor => Outcome.MoreThanYouHave,
            PostingOutcome.ClosedAccount => Outcome.NotTakingPart,
            PostingOutcome.KeyReused
            or PostingOutcome.UnknownAccount
            or PostingOutcome.AlreadyReversed
            or PostingOutcome.NotItsMirror
            or PostingOutcome.PeriodClosed => throw new InvalidOperationException($"The ledger answered {posting.Outcome}."),
        };
    }

    private async Task<Outcome?> RefusalAsync(TenantDb db, GiftForm form, CancellationToken ct)
    {
        if (form.HowMuch.ToMinutes() % organisation.Profile.Settings.StepMinutes != 0)
            return Outcome.NotInSteps;
        if (form.To is not { } to)
            return null;
        if (to == me.Member)
            return Outcome.ToYourself;
        var status = await db.MembersNamedBy(me).Where(m => m.Id == to).Select(m => (MemberStatus?)m.Status).SingleOrDefaultAsync(ct);
        return status == MemberStatus.Active ? null
            : status is null ? Outcome.UnknownMember
            : Outcome.NotTakingPart;
    }

    private Task<long> SpareAsync(TenantDb db, CancellationToken ct)
    {
        var mine = me.Member.Account;
        return db.Accounts.Where(a => a.Id == mine).Select(a => a.Balance - a.Held).SingleAsync(ct);
    }

    private async Task TellAsync(TenantDb db, MemberId? to, long minutes, string? words, CancellationToken ct)
    {
        if (to is not { } member)
            return;
        foreach (var addressee in await Letters.AddresseesAsync(db, [member], ct))
            letters.Write(
                db,
                addressee,
                t =>
                    new(
                        t["A gift for you"],
                        [
                            t["{0} has given you {1}. It is in your balance now.", me.Name, t.Duration(minutes)],
                            .. words is null ? Array.Empty<string>() : [t["With these words: “{0}”", words]],
                        ],
                        $"/{organisation.Profile.Slug}/statement",
                        t["See your statement"]
                    )
            );
    }
}
