using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Exchanges.Disputes;

/// <summary>A job writes to every coordinator that a dispute is overdue, and again every week until somebody decides.</summary>
public sealed class RemindOfDispute(StaffByMail staff, Letters letters, CurrentOrganisation organisation, TimeProvider clock)
{
    public enum Outcome
    {
        /// <summary>It is decided or taken back, or there is none.</summary>
        Over,
        Reminded,
    }

    /// <summary>Reminds in the caller's unit of work.</summary>
    public async Task<Outcome> HandleAsync(TenantDb db, DisputeId id, CancellationToken ct = default)
    {
        if (await db.Disputes.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct) is not { IsOpen: true } dispute)
            return Outcome.Over;
        var now = clock.GetUtcNow();
        var exchange = await db.ExchangeRowsOf(db.Exchanges.Where(e => e.Id == dispute.ExchangeId)).SingleAsync(ct);
        var (profile, days) = (organisation.Profile, (int)(now - dispute.RaisedAt).TotalDays);
        foreach (var (holder, email) in await staff.CoordinatorsAsync(db, ct))
            letters.Write(
                db,
                email,
                holder.Name.Split(' ')[0],
                Letterhead.Of(profile),
                t =>
                    new(
                        t["Not decided yet: {0}", exchange.Description],
                        [
                            ExchangeWords.Told(t, exchange, profile, profile.DateOf(now)),
                            t.Count(
                                days,
                                "{0} day ago somebody said that this is not right, and nobody has decided.",
                                "{0} days ago somebody said that this is not right, and nobody has decided."
                            ),
                            t["Two people wait for it. Please talk to them and keep it, correct it or undo it."],
                        ],
                        $"/{profile.Slug}/exchanges/{exchange.Id.Value}/settle",
                        t["Look at it"]
                    )
            );
        db.RemindOf(dispute, now.AddDays(Dispute.ReminderDays));
        return Outcome.Reminded;
    }
}
