using CoProduce.Web.Data;
using CoProduce.Web.Features.Calls;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Messages;

/// <summary>The tray of letters to print, what was printed, and whom to ring.</summary>
public sealed class LettersQuery(UnitOfWork work, CurrentOrganisation organisation)
{
    private const int Batches = 20;

    /// <summary>What waits to be printed, and the last batches.</summary>
    public Task<Tray> ReadAsync(CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var waiting = await db.InTheTray().OrderBy(s => s.MadeAt).ToListAsync(ct);
                var addresses = await db.PaperAddressesAsync([.. waiting.Select(s => s.MemberId).Distinct()], ct);
                var batches = await db
                    .LetterBatches.OrderByDescending(b => b.MadeAt)
                    .Take(Batches)
                    .Select(b => new BatchLine(b, db.Sendings.Count(s => s.BatchId == b.Id)))
                    .ToListAsync(ct);
                return new Tray(
                    [
                        .. waiting
                            .Where(s => addresses.ContainsKey(s.MemberId))
                            .Select(s => new TrayLine(s, addresses[s.MemberId].Name, addresses[s.MemberId].Address.Length > 0)),
                    ],
                    addresses.Values.Where(a => a.Address.Length > 0).Select(a => a.Envelope).Distinct().Count(),
                    batches,
                    await db.ToTell().Select(s => s.MemberId).Distinct().CountAsync(ct)
                );
            },
            ct
        );

    /// <summary>How many letters wait to be printed, and how many people are to be told by telephone.</summary>
    /// <param name="hubs">The time banks that are shown; null for all.</param>
    public Task<(int ToPrint, int ToTell)> CountAsync(IReadOnlyList<HubId>? hubs, CancellationToken ct = default)
    {
        var (isAll, shown) = (hubs is null, hubs ?? []);
        return work.ReadAsync(
            async db =>
            {
                var theirs = db.Members.Where(m => isAll || shown.Contains(m.HubId)).Select(m => m.Id);
                return (
                    await db.InTheTray().CountAsync(s => theirs.Contains(s.MemberId), ct),
                    await db.ToTell().Where(s => theirs.Contains(s.MemberId)).Select(s => s.MemberId).Distinct().CountAsync(ct)
                );
            },
            ct
        );
    }

    /// <summary>What is told by telephone, for each member together; the longest waiting first.</summary>
    public Task<IReadOnlyList<PhoneNotices>> CallsAsync(CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<PhoneNotices>>(
            async db =>
            {
                var found = await (
                    from s in db.ToTell()
                    join m in db.Members on s.MemberId equals m.Id
                    orderby s.MadeAt
                    select new { Sending = s, Member = m }
                ).ToListAsync(ct);
                return
                [
                    .. found
                        .GroupBy(f => f.Member.Id)
                        .Select(g => new PhoneNotices(
                            new(g.Key, g.First().Member.Name, g.Max(f => f.Sending.MadeAt)),
                            [.. g.Select(f => (organisation.Profile.DateOf(f.Sending.MadeAt), LetterSheets.Read(f.Sending)))]
                        )),
                ];
            },
            ct
        );

    /// <summary>A batch with those in it; null when there is none here.</summary>
    public Task<BatchShown?> BatchAsync(Guid id, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                if (await db.LetterBatches.SingleOrDefaultAsync(b => b.Id == id, ct) is not { } batch)
                    return null;
                var lines = await (
                    from s in db.Sendings
                    where s.BatchId == id
                    join m in db.Members on s.MemberId equals m.Id
                    orderby m.SearchText, s.MadeAt
                    select new { s, m }
                ).ToListAsync(ct);
                var noted = await db.RoleHolders.Where(r => r.Id == batch.NotedBy).Select(r => r.Name).FirstOrDefaultAsync(ct);
                return new BatchShown(batch, [.. lines.Select(l => new TrayLine(l.s, l.m.Name, true))], noted);
            },
            ct
        );
}

/// <summary>What waits for paper.</summary>
/// <param name="Envelopes">To how many addresses it goes.</param>
/// <param name="ToRing">How many members are to be told by telephone.</param>
public sealed record Tray(IReadOnlyList<TrayLine> Lines, int Envelopes, IReadOnlyList<BatchLine> Batches, int ToRing);

/// <summary>A letter and to whom it goes.</summary>
public sealed record TrayLine(Sending Sending, string Name, bool HasAddress);

/// <summary>Letters that were printed together, and how many.</summary>
public sealed record BatchLine(LetterBatch Batch, int Letters);

/// <summary>A batch.</summary>
/// <param name="NotedBy">Who wrote down that it was posted; null before.</param>
public sealed record BatchShown(LetterBatch Batch, IReadOnlyList<TrayLine> Lines, string? NotedBy);

/// <summary>All that one member is to be told by telephone.</summary>
public sealed record PhoneNotices(PersonToRing Person, IReadOnlyList<(DateOnly Day, Letter Letter)> Notices);

/// <summary>What waits, inside a unit of work.</summary>
internal static class Waiting
{
    /// <summary>Letters to be printed.</summary>
    public static IQueryable<Sending> InTheTray(this TenantDb db) =>
        db.Sendings.Where(s =>
            s.Way == SendingWay.Letter
            && s.State == SendingState.Waiting
            && s.BatchId == null
            && (s.Letter != "" || s.StatementFrom != null)
        );

    /// <summary>What is to be told by telephone.</summary>
    public static IQueryable<Sending> ToTell(this TenantDb db) =>
        db.Sendings.Where(s => s.Way == SendingWay.Call && s.State == SendingState.Waiting && s.Letter != "");
}
