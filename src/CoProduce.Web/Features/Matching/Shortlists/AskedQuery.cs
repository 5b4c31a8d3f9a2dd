using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Peers;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Matching;

/// <summary>Somebody who was asked for it.</summary>
/// <param name="Name">In full, or the first name for a peer broker's eyes.</param>
/// <param name="By">Who asked: a broker, or the member whose it is; null when that is not known.</param>
/// <param name="NotedBy">Who wrote the answer down, where they did not say it themself; null otherwise.</param>
/// <param name="MayAnswer">True when the reader may write down what they say: a coordinator, and a peer broker who asked them.</param>
/// <param name="AnswerWaits">True when their yes waits for a coordinator.</param>
/// <param name="Visit">What was arranged with them for it last; null for nothing, and for a peer broker's eyes.</param>
public sealed record AskedLine(Proposal Proposal, string Name, string? By, string? NotedBy, bool MayAnswer, bool AnswerWaits, Visit? Visit);

/// <summary>Everybody who was asked for an offer or request: how, when, by whom, and what came of it; the newest first.</summary>
/// <param name="Owner">Whose it is: in full, or the first name for a peer broker's eyes.</param>
public sealed record AskedLog(Offer Offer, string Owner, IReadOnlyList<AskedLine> Lines);

/// <summary>Reads it for a coordinator, or of the people of their hubs for a peer broker.</summary>
public sealed class AskedQuery(UnitOfWork work, CurrentPerson me)
{
    /// <summary>Null when there is none that the reader may see.</summary>
    public Task<AskedLog?> OfAsync(OfferId id, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var (wide, theirs) = (me.Holds(Role.Coordinator), db.Members.BrokeredBy(me));
                var found = await (
                    from o in db.Offers.AsNoTracking()
                    where o.Id == id && o.Status != OfferStatus.Draft
                    join m in theirs on o.MemberId equals m.Id
                    select new { Offer = o, Owner = wide ? (m.FirstName + " " + m.LastName).Trim() : m.FirstName }
                ).SingleOrDefaultAsync(ct);
                if (found is null)
                    return null;
                var lines = await (
                    from p in db.Proposals.AsNoTracking()
                    where p.OfferId == id
                    join m in theirs on p.MemberId equals m.Id
                    from broker in db.RoleHolders.Where(h => h.Id == p.MadeBy).DefaultIfEmpty()
                    from noted in db.RoleHolders.Where(h => h.Id == p.AnsweredBy && h.MemberId != p.MemberId).DefaultIfEmpty()
                    orderby p.MadeAt descending, p.Id
                    select new AskedLine(
                        p,
                        wide ? (m.FirstName + " " + m.LastName).Trim() : m.FirstName,
                        p.ByOwner ? found.Owner
                            : broker == null ? null
                            : broker.Name,
                        noted == null ? null : noted.Name,
                        wide || (p.MadeBy == me.Id && !p.ByOwner),
                        db.OfferAnswers.Any(a => a.OfferId == id && a.MemberId == p.MemberId && a.Status == AnswerStatus.Waiting),
                        null
                    )
                ).ToListAsync(ct);
                var visits = wide
                    ? await db.Visits.AsNoTracking().Where(v => v.OfferId == id).OrderByDescending(v => v.ArrangedAt).ToListAsync(ct)
                    : [];
                var same = wide ? [] : await db.SameNamesAsync(me, lines.Select(l => l.Name), ct);
                List<MemberId> twins = [.. lines.Where(l => same.Contains(l.Name)).Select(l => l.Proposal.MemberId)];
                var numbers = await db.Members.Where(m => twins.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Number, ct);
                if (numbers.Count > 0)
                    lines = lines.ConvertAll(l =>
                        numbers.TryGetValue(l.Proposal.MemberId, out var number) ? l with { Name = same.Told(l.Name, number) } : l
                    );
                return new AskedLog(
                    found.Offer,
                    found.Owner,
                    [.. lines.Select(l => l with { Visit = visits.Find(v => v.Concerns(l.Proposal.MemberId)) })]
                );
            },
            ct
        );
}
