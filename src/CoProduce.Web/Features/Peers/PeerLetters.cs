using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Peers;

/// <summary>What a member is told when they become peer broker of a hub, or are one no longer.</summary>
public sealed class PeerLetters(Letters letters, CurrentOrganisation organisation)
{
    /// <summary>Writes to them in the way they chose, in the caller's unit of work.</summary>
    public async Task TellAsync(TenantDb db, MemberId member, IReadOnlyList<HubId> given, IReadOnlyList<HubId> ended, CancellationToken ct)
    {
        if (given.Count + ended.Count == 0)
            return;
        var names = await db.Hubs.Where(h => given.Contains(h.Id) || ended.Contains(h.Id)).ToDictionaryAsync(h => h.Id, h => h.Name, ct);
        var (now, over) = (Words(given), Words(ended));
        foreach (var to in await Letters.AddresseesAsync(db, [member], ct))
            letters.Write(
                db,
                to,
                t =>
                    new(
                        given.Count > 0 ? t["You are a peer broker of {0}", now] : t["You are no longer a peer broker of {0}", over],
                        [
                            .. given.Count > 0
                                ?
                                [
                                    t[
                                        "You may bring people of {0} together: you see their first names, what they can give and when.",
                                        now
                                    ].Value,
                                ]
                                : Array.Empty<string>(),
                            .. ended.Count > 0
                                ? [t["You are no longer a peer broker of {0}. Thank you for what you did there.", over].Value]
                                : Array.Empty<string>(),
                        ],
                        $"/{organisation.Profile.Slug}",
                        t["Open {0}", organisation.Profile.Name]
                    )
            );

        string Words(IReadOnlyList<HubId> hubs) => string.Join(", ", hubs.Select(h => names[h]).Order(StringComparer.CurrentCulture));
    }
}
