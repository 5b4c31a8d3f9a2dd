using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Peers;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Members;

/// <summary>A member's page as those who look after members see it; contact details are never part of it.</summary>
public sealed class MemberPageQuery(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    /// <summary>How many of the last exchanges are shown.</summary>
    public const int Last = 8;

    /// <summary>Everything a coordinator may see; null when there is no such member here.</summary>
    public Task<MemberShown?> WideAsync(MemberId id, CancellationToken ct = default) =>
        work.ReadAsync<MemberShown?>(
            async db =>
            {
                var now = clock.GetUtcNow();
                if (await db.Members.SingleOrDefaultAsync(m => m.Id == id, ct) is not { } member)
                    return null;
                var exchanges = db.Exchanges.Where(e => e.GiverId == id || e.ReceiverId == id);
                var ids = await exchanges
                    .OrderByDescending(e => e.ServiceDate)
                    .ThenByDescending(e => e.Id)
                    .Take(Last)
                    .Select(e => e.Id)
                    .ToListAsync(ct);
                var rows = await db.ExchangeRowsOf(db.Exchanges.Where(e => ids.Contains(e.Id))).ToListAsync(ct);
                return new(
                    member,
                    await db.Hubs.SingleAsync(h => h.Id == member.HubId, ct),
                    await db.Accounts.Where(a => a.Id == id.Account).Select(a => a.Balance).SingleOrDefaultAsync(ct),
                    await OffersAsync(db, id, ct),
                    [.. rows.OrderBy(r => ids.IndexOf(r.Id))],
                    await db.RoleHolders.AnyAsync(r => r.MemberId == id && r.EndedAt == null, ct),
                    await db
                        .Invitations.Where(i => i.MemberId == id && i.EndedAt == null && i.ExpiresAt > now)
                        .MaxAsync(i => (DateTimeOffset?)i.InvitedAt, ct),
                    organisation.Profile.DateOf(now)
                );
            },
            ct
        );

    /// <summary>What a peer broker may see: first name, what is offered and asked for; null when there is no such member in a hub of theirs.</summary>
    public Task<MemberNarrow?> NarrowAsync(MemberId id, CancellationToken ct = default) =>
        work.ReadAsync<MemberNarrow?>(
            async db =>
            {
                var found = await (
                    from m in db.Members.BrokeredBy(me)
                    where m.Id == id
                    join h in db.Hubs on m.HubId equals h.Id
                    select new
                    {
                        m.FirstName,
                        m.Number,
                        Hub = h.Name,
                    }
                ).SingleOrDefaultAsync(ct);
                return found is null
                    ? null
                    : new(
                        found.FirstName,
                        found.Number,
                        found.Hub,
                        await OffersAsync(db, id, ct),
                        organisation.Profile.DateOf(clock.GetUtcNow())
                    );
            },
            ct
        );

    private static Task<List<Offer>> OffersAsync(TenantDb db, MemberId id, CancellationToken ct) =>
        db.Offers.Where(o => o.MemberId == id && o.Status == OfferStatus.Open).OrderBy(o => o.MadeAt).ToListAsync(ct);
}

/// <summary>A member for a coordinator's eyes.</summary>
/// <param name="Balance">In minutes.</param>
/// <param name="Offers">Open offers and requests, oldest first.</param>
public sealed record MemberShown(
    Member Member,
    Hub Hub,
    long Balance,
    IReadOnlyList<Offer> Offers,
    IReadOnlyList<ExchangeRow> Exchanges,
    bool HasSignIn,
    DateTimeOffset? InvitedAt,
    DateOnly Today
)
{
    /// <summary>True when an invitation to sign in would lead somewhere: never into a place of custody, which has no internet.</summary>
    public bool MayBeInvited => !HasSignIn && Member.Status == MemberStatus.Active && Hub.Kind != HubKind.Custody;
}

/// <summary>A member for a peer broker's eyes.</summary>
/// <param name="Number">For logging what they did; it is not shown.</param>
public sealed record MemberNarrow(string FirstName, int Number, string Hub, IReadOnlyList<Offer> Offers, DateOnly Today);
