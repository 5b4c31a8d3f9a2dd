using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Exchanges.Disputes;

/// <summary>A job writes to every coordinator that a dispute is overdue, and again every week until somebody decides.</summary>
public sealed class RemindOfDispute(DirectoryDb directory, Letters letters, CurrentOrganisation organisation, TimeProvider clock)
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
        foreach (var (email, name) in await CoordinatorsAsync(db, ct))
            letters.Write(
                db,
                email,
                name.Split(' ')[0],
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

    // Those who coordinate now. Where nobody does, the managers: somebody must hear of it.
    private async Task<List<(string Email, string Name)>> CoordinatorsAsync(TenantDb db, CancellationToken ct)
    {
        var holders = await db.RoleHolders.Where(h => h.EndedAt == null).ToListAsync(ct);
        var coordinators = holders.FindAll(h => h.Roles.Contains(Role.Coordinator));
        if (coordinators.Count == 0)
            coordinators = holders.FindAll(h => h.Roles.Contains(Role.Manager));
        var ids = coordinators.ConvertAll(h => h.SignInId);
        var emails = await directory.Users.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Email, ct);
        return [.. coordinators.Where(h => emails.ContainsKey(h.SignInId)).Select(h => (emails[h.SignInId]!, h.Name))];
    }
}
