using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Peers;

/// <summary>What peer brokers did, and who made them so: the lines of the audit that name a hub for it.</summary>
public sealed class PeerDeedsQuery(UnitOfWork work, CurrentPerson me)
{
    /// <summary>How many one page shows.</summary>
    public const int PageSize = 50;

    /// <summary>A page of them, the newest first.</summary>
    /// <param name="who">Only of that peer broker; null for all.</param>
    /// <param name="hub">Only of that hub; null for all.</param>
    /// <param name="page">From 1; beyond the last one, the last one.</param>
    public Task<PeerDeeds> ReadAsync(RoleHolderId? who, HubId? hub, int page, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var lines = db.AuditLines.Where(a => a.PeerHubId != null);
                var whoever = await WhoeverAsync(db, lines, ct);
                if (hub is not null)
                    lines = lines.Where(a => a.PeerHubId == hub);
                if (who is { } one)
                    lines = lines.Where(a => a.Deed == PeerHubs.Given || a.Deed == PeerHubs.Ended ? a.SubjectId == one.Value : a.By == one);
                var count = await lines.CountAsync(ct);
                var shown = Math.Clamp(page, 1, Math.Max(1, (count + PageSize - 1) / PageSize));
                var newest = lines.OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Skip((shown - 1) * PageSize).Take(PageSize);
                return new PeerDeeds(await DeedsAsync(db, newest, ct), count, shown, whoever);
            },
            ct
        );

    private async Task<IReadOnlyList<PeerDeed>> DeedsAsync(TenantDb db, IQueryable<AuditLine> newest, CancellationToken ct)
    {
        var wide = me.Holds(Role.Coordinator);
        var rows = await (
            from line in newest
            join hub in db.Hubs on line.PeerHubId equals hub.Id
            orderby line.At descending, line.Id descending
            select new { Line = line, Hub = hub.Name }
        ).ToListAsync(ct);
        var subjects = rows.Select(r => r.Line.SubjectId).OfType<Guid>().Distinct().ToList();
        List<RoleHolderId> people = [.. subjects.Select(s => new RoleHolderId(s)), .. rows.Select(r => r.Line.By).OfType<RoleHolderId>()];
        var holders = await db.RoleHolders.Where(h => people.Contains(h.Id)).ToDictionaryAsync(h => h.Id, h => h.Name, ct);
        var found = await PeerDeedSubjects.ReadAsync(db, subjects, ct);
        List<MemberId> about = [.. rows.Select(r => r.Line.OnBehalfOf).OfType<MemberId>(), .. found.People];
        // A manager learns whom it was about as a peer broker does, by first name.
        var names = await db
            .Members.Where(m => about.Contains(m.Id))
            .Select(m => new { m.Id, Name = wide ? (m.FirstName + " " + m.LastName).Trim() : m.FirstName })
            .ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        return [.. rows.Select(r => Deed(r.Line, r.Hub))];

        PeerDeed Deed(AuditLine line, string hub)
        {
            var (subject, by) = (line.SubjectId ?? Guid.Empty, line.By is { } id ? holders.GetValueOrDefault(id) : null);
            var isRight = line.Deed is PeerHubs.Given or PeerHubs.Ended;
            var (one, other) = found.Of(line.Deed, subject);
            return new(
                line.At,
                line.Deed,
                line.Door,
                (isRight ? holders.GetValueOrDefault(new(subject)) : by) ?? "",
                hub,
                by,
                Name(one ?? line.OnBehalfOf),
                Name(other),
                wide ? found.Address(line.Deed, subject) : null
            );
        }

        string Name(MemberId? member) => member is { } id ? names.GetValueOrDefault(id, "") : "";
    }

    private static async Task<IReadOnlyList<Whoever>> WhoeverAsync(TenantDb db, IQueryable<AuditLine> lines, CancellationToken ct)
    {
        var acted = lines.Where(a => a.Deed != PeerHubs.Given && a.Deed != PeerHubs.Ended).Select(a => a.By);
        var subjects = await lines
            .Where(a => a.Deed == PeerHubs.Given || a.Deed == PeerHubs.Ended)
            .Select(a => a.SubjectId!.Value)
            .Distinct()
            .ToListAsync(ct);
        var made = subjects.ConvertAll(s => new RoleHolderId(s));
        var now = db.PeerHubs.Select(p => p.HolderId);
        return await db
            .RoleHolders.Where(h => acted.Contains(h.Id) || made.Contains(h.Id) || now.Contains(h.Id))
            .OrderBy(h => h.Name)
            .Select(h => new Whoever(h.Id, h.Name))
            .ToListAsync(ct);
    }
}

/// <summary>One thing that a peer broker did, or by which they became or ceased to be one.</summary>
/// <param name="Deed">The use case's name.</param>
/// <param name="Door">By which door the word for it came.</param>
/// <param name="Peer">The peer broker's name.</param>
/// <param name="Hub">As whose peer broker.</param>
/// <param name="By">Who did it; null for the program.</param>
/// <param name="About">The member whom it was about; empty for nobody.</param>
/// <param name="And">The other one of the two, of an exchange; empty otherwise.</param>
/// <param name="Path">Where a coordinator finds it; null for others, and where there is nothing to find.</param>
public sealed record PeerDeed(
    DateTimeOffset At,
    string Deed,
    Door Door,
    string Peer,
    string Hub,
    string? By,
    string About,
    string And,
    string? Path
);

/// <summary>Somebody who is or was a peer broker.</summary>
public sealed record Whoever(RoleHolderId Id, string Name);

/// <summary>A page of what peer brokers did.</summary>
/// <param name="Count">Of all that the filter lets through.</param>
/// <param name="Page">Which page it is.</param>
/// <param name="Whoever">Everybody who is or was one, by name.</param>
public sealed record PeerDeeds(IReadOnlyList<PeerDeed> Deeds, int Count, int Page, IReadOnlyList<Whoever> Whoever)
{
    /// <summary>How many pages there are.</summary>
    public int Pages => (Count + PeerDeedsQuery.PageSize - 1) / PeerDeedsQuery.PageSize;
}
