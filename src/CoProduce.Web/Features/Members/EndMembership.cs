using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Members;

/// <summary>A member leaves. Hours left over go to the community pot if the member says so, or stay where they are; the history stays in any case.</summary>
public sealed class EndMembership(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Left,
        NotFound,
        HasLeft,

        /// <summary>Exchanges of the member still wait or are not agreed; they are settled first.</summary>
        ExchangesWait,
    }

    public Task<Outcome> HandleAsync(StandingForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => EndAsync(db, form, ct), ct);

    private async Task<Outcome> EndAsync(TenantDb db, StandingForm form, CancellationToken ct)
    {
        var (id, now) = (new MemberId(form.Member), clock.GetUtcNow());
        if (await db.Members.SingleOrDefaultAsync(m => m.Id == id, ct) is not { } member)
            return Outcome.NotFound;
        if (member.Status == MemberStatus.Left)
            return Outcome.HasLeft;
        var open = new[] { ExchangeStatus.Unconfirmed, ExchangeStatus.Disputed };
        if (await db.Exchanges.AnyAsync(e => open.Contains(e.Status) && (e.GiverId == id || e.ReceiverId == id), ct))
            return Outcome.ExchangesWait;
        (member.Status, member.LeftOn) = (MemberStatus.Left, organisation.Profile.DateOf(now));
        foreach (var offer in await db.Offers.Where(o => o.MemberId == id && o.Status == OfferStatus.Open).ToListAsync(ct))
            offer.Close(OfferStatus.Withdrawn, now);
        db.AuditLines.Add(me.Line(nameof(EndMembership), form.Member, now, form.Door, id, form.Reason!.Trim()));
        await db.SaveChangesAsync(ct);
        var balance = await db.Accounts.Where(a => a.Id == id.Account).Select(a => a.Balance).SingleAsync(ct);
        if (form.ToThePot && balance > 0)
        {
            var gift = Entry.Gift(id.Account, await db.AccountOfAsync(AccountKind.Pot, ct), new(balance), member.LeftOn.Value);
            var posting = await db.PostAsync(gift, me.Acting(form.Door, id), form.RequestKey, LedgerSubject.Member, form.Member, now, ct);
            if (!posting.IsPosted)
                throw new InvalidOperationException($"The ledger answered {posting.Outcome}.");
        }
        await db.CloseAccountAsync(id.Account, now, ct); // refused while anything is on it: then the account stays and says so
        db.Keep();
        return Outcome.Left;
    }
}
