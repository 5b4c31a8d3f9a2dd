using CoProduce.Web.Data;
using CoProduce.Web.Features.Calls;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Matching;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Peers;

/// <summary>Whom and what the deeds of peer brokers were about, by the ids that stand in the audit.</summary>
internal sealed class PeerDeedSubjects
{
    private readonly Dictionary<Guid, (MemberId? One, MemberId? Other, string Path)> found = [];

    private PeerDeedSubjects() { }

    /// <summary>All who are named by them.</summary>
    public IEnumerable<MemberId> People => found.Values.SelectMany(f => new[] { f.One, f.Other }).OfType<MemberId>();

    /// <summary>Those whom a deed was about; null where the line itself says it, or nobody is left.</summary>
    public (MemberId? One, MemberId? Other) Of(string deed, Guid subject) =>
        deed is PeerHubs.Given or PeerHubs.Ended || !found.TryGetValue(subject, out var of) ? (null, null) : (of.One, of.Other);

    /// <summary>Where a coordinator finds it; null when there is nothing to find.</summary>
    public string? Address(string deed, Guid subject) =>
        deed is PeerHubs.Given or PeerHubs.Ended || !found.TryGetValue(subject, out var of) ? null : of.Path;

    /// <summary>Reads them inside a unit of work.</summary>
    public static async Task<PeerDeedSubjects> ReadAsync(TenantDb db, IReadOnlyList<Guid> subjects, CancellationToken ct)
    {
        var it = new PeerDeedSubjects();
        var (asked, noted, logged) = (Ids(s => new ProposalId(s)), Ids(s => new CallId(s)), Ids(s => new ExchangeId(s)));
        var (visits, answers, offers, members) = (
            Ids(s => new VisitId(s)),
            Ids(s => new OfferAnswerId(s)),
            Ids(s => new OfferId(s)),
            Ids(s => new MemberId(s))
        );
        foreach (var m in await db.Members.Where(m => members.Contains(m.Id)).Select(m => m.Id).ToListAsync(ct))
            it.found[m.Value] = (m, null, $"members/{m.Value}");
        foreach (var o in await db.Offers.Where(o => offers.Contains(o.Id)).Select(o => new { o.Id, o.MemberId }).ToListAsync(ct))
            it.found[o.Id.Value] = (o.MemberId, null, $"board/{o.Id.Value}");
        foreach (var v in await db.Visits.Where(v => visits.Contains(v.Id)).AsNoTracking().ToListAsync(ct))
            it.found[v.Id.Value] = (v.GiverId, v.ReceiverId, $"diary/visits/{v.Id.Value}");
        foreach (var e in await db.Exchanges.Where(e => logged.Contains(e.Id)).AsNoTracking().ToListAsync(ct))
            it.found[e.Id.Value] = (e.GiverId, e.ReceiverId, $"exchanges/{e.Id.Value}/settle");
        foreach (var c in await db.Calls.Where(c => noted.Contains(c.Id)).Select(c => new { c.Id, c.MemberId }).ToListAsync(ct))
            it.found[c.Id.Value] = (c.MemberId, null, $"members/{c.MemberId.Value}/calls");
        foreach (var a in await db.OfferAnswers.Where(a => answers.Contains(a.Id)).AsNoTracking().ToListAsync(ct))
            it.found[a.Id.Value] = (a.MemberId, a.OwnerId, $"board/answers/{a.Id.Value}");
        // An answer to what somebody was asked has the same id; the log of who was asked has both.
        foreach (var p in await db.Proposals.Where(p => asked.Contains(p.Id)).AsNoTracking().ToListAsync(ct))
            it.found[p.Id.Value] = (p.MemberId, p.OwnerId, $"board/{p.OfferId.Value}");
        return it;

        List<T> Ids<T>(Func<Guid, T> id) => [.. subjects.Select(id)];
    }
}
