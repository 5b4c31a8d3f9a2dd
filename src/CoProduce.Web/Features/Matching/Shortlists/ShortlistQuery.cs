using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Peers;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Matching;

/// <summary>Who could be asked for an offer or request, the best first, and who could not be now and why.</summary>
/// <param name="LeftOut">Those who would fit, but not now: away, paused, or something of care stands against it.</param>
/// <param name="More">How many more fit.</param>
public sealed record Shortlist(IReadOnlyList<Candidate> People, IReadOnlyList<LeftOut> LeftOut, int More, MatchLook Look)
{
    /// <summary>The most on the list.</summary>
    public const int Most = 20;

    /// <summary>The most when more of it is asked for.</summary>
    public const int Longest = 200;

    /// <summary>A length of the list that makes sense.</summary>
    public static int Clamp(int most) => Math.Clamp(most, Most, Longest);
}

/// <summary>What a shortlist's page shows.</summary>
/// <param name="Owner">Whose it is: the full name, or the first name for a peer broker's eyes.</param>
/// <param name="OwnerNumber">The member number; null for a peer broker's eyes.</param>
public sealed record ShortlistShown(Offer Offer, string Owner, int? OwnerNumber, Shortlist List)
{
    /// <summary>How each of the list is reached; who is missing is to be rung. Empty for a peer broker's eyes.</summary>
    public IReadOnlyDictionary<MemberId, ProposalWay> Ways { get; init; } = new Dictionary<MemberId, ProposalWay>();

    /// <summary>For a peer broker, the first names that several of their people have.</summary>
    public IReadOnlySet<string> Same { get; init; } = new HashSet<string>();
}

/// <summary>The shortlist for a coordinator, or narrow for a peer broker: people of their hubs by first names, and nothing of balances, ages or care.</summary>
public sealed class ShortlistQuery(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    /// <summary>What the reader may see of one that is open or being arranged, of a member who takes part; null for any other.</summary>
    public Task<ShortlistShown?> FindAsync(OfferId id, MatchLook look, int most = Shortlist.Most, CancellationToken ct = default) =>
        work.WriteAsync(
            async db =>
            {
                var (wide, now) = (me.Holds(Role.Coordinator), clock.GetUtcNow());
                var theirs = db.Members.BrokeredBy(me);
                var found = await (
                    from o in db.Offers.AsNoTracking()
                    where o.Id == id && (o.Status == OfferStatus.Open || o.Status == OfferStatus.Arranged)
                    join m in theirs on o.MemberId equals m.Id
                    where m.Status == MemberStatus.Active
                    select new
                    {
                        Offer = o,
                        m.FirstName,
                        m.LastName,
                        m.Number,
                    }
                ).SingleOrDefaultAsync(ct);
                if (found is null)
                    return null;
                var profile = organisation.Profile;
                var list = await db.ShortlistAsync(
                    found.Offer,
                    look,
                    MatchEyes.OfBroker(db, me),
                    profile.DateOf(now),
                    profile.Settings.NudgeMinutes,
                    ct,
                    Shortlist.Clamp(most)
                );
                if (wide)
                {
                    var care = list.LeftOut.Where(l => l.Care is not null).Select(l => l.Care!).ToList();
                    List<MemberId> restricted = [.. care.SelectMany(c => c.Warnings).Select(w => w.Member).Distinct()];
                    List<MemberId> lacking = [.. care.SelectMany(c => c.Missing).Select(m => m.Member).Distinct()];
                    await db.WriteLooksAsync(restricted, RecordPart.Restrictions, me, now, ct);
                    await db.WriteLooksAsync(lacking, RecordPart.Checks, me, now, ct);
                    db.Keep();
                }
                var owner = wide ? $"{found.FirstName} {found.LastName}".Trim() : found.FirstName;
                var ways = await db.WaysToAskAsync(wide ? [.. list.People.Select(p => p.Id)] : Array.Empty<MemberId>(), ct);
                return new ShortlistShown(found.Offer, owner, wide ? found.Number : null, list)
                {
                    Ways = ways.ToDictionary(w => w.Key, w => w.Value.Way),
                    Same = wide ? [] : await db.SameNamesAsync(me, list.People.Select(p => p.FirstName), ct),
                };
            },
            ct
        );
}
