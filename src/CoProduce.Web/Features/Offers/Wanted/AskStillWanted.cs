using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Offers;

/// <summary>
/// A job asks once whether what stands for long is still wanted, by mail, or as a call on the coordinator's day for whoever has none; and takes down
/// what nobody answered for in <see cref="BoardSettings.SilenceDays"/> days.
/// </summary>
public sealed class AskStillWanted(Letters letters, OfferLinks links, TimeProvider clock)
{
    private const int Part = 200;

    public enum Outcome
    {
        Done,

        /// <summary>A part is done; there are more.</summary>
        MoreToDo,
    }

    /// <summary>Does a part in the caller's unit of work, and plans tomorrow's round.</summary>
    public async Task<Outcome> HandleAsync(TenantDb db, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        await db.LockSettingsAsync(ct); // two nodes at once make one round
        await db.PlanBoardRoundsAsync(now, ct);
        var settings = await db.BoardSettingsNowAsync(ct);
        var (requests, offers, silent) = (
            now.AddDays(-settings.RequestDays),
            now.AddDays(-settings.OfferDays),
            now.AddDays(-BoardSettings.SilenceDays)
        );
        var due = await db.LockOffersToAskAsync(requests, offers, silent, Part, ct);
        foreach (var offer in due.Where(o => o.AskedAt is not null))
            offer.Close(OfferStatus.Lapsed, now);
        var asked = due.FindAll(o => o.IsAlive);
        var owners = asked.ConvertAll(o => o.MemberId);
        var reached = (await Letters.AddresseesAsync(db, owners, ct)).ToDictionary(a => a.Member);
        foreach (var offer in asked)
        {
            offer.Ask(now);
            if (reached.TryGetValue(offer.MemberId, out var owner) && owner.IsQuick)
                Write(db, owner, offer);
        }
        return due.Count == Part ? Outcome.MoreToDo : Outcome.Done;
    }

    private void Write(TenantDb db, Addressee owner, Offer offer) =>
        letters.Write(
            db,
            owner,
            t =>
                new(
                    t["Is this still wanted? {0}", offer.Title],
                    [
                        offer.Kind == OfferKind.Request
                            ? t["You asked for this some time ago: “{0}”. Would you still like it?", offer.Title]
                            : t["You offered this some time ago: “{0}”. Does it still stand?", offer.Title],
                        t[
                            "Press the link and say yes or no. Without an answer we take it from the board after {0} days.",
                            BoardSettings.SilenceDays
                        ],
                    ],
                    links.PathForWanted(offer.Id, owner.Member),
                    t["Yes or no"]
                )
        );
}
