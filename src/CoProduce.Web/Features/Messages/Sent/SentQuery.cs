using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Messages;

/// <summary>What was sent to a member: what, how and when; never what it said; and the texts that came from them.</summary>
public sealed class SentQuery(UnitOfWork work, CurrentPerson me)
{
    /// <summary>How many one page shows.</summary>
    public const int Most = 100;

    /// <summary>To the signed-in member, newest first.</summary>
    public async Task<IReadOnlyList<SentLine>> MineAsync(CancellationToken ct = default) => (await OfAsync(me.Member, ct))!.Lines;

    /// <summary>The texts that came from the signed-in member, newest first.</summary>
    public Task<IReadOnlyList<IncomingText>> MineCameAsync(CancellationToken ct = default) => CameAsync(me.Member, ct);

    /// <summary>The texts that came from a member, newest first.</summary>
    public Task<IReadOnlyList<IncomingText>> CameAsync(MemberId id, CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<IncomingText>>(
            async db => await db.IncomingTexts.Where(t => t.MemberId == id).OrderByDescending(t => t.At).Take(Most).ToListAsync(ct),
            ct
        );

    /// <summary>To a member, for those who look after them; null when there is no such member here.</summary>
    public Task<SentTo?> OfAsync(MemberId id, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                if (await db.Members.SingleOrDefaultAsync(m => m.Id == id, ct) is not { } member)
                    return null;
                var lines = await (
                    from s in db.Sendings
                    where s.MemberId == id
                    join b in db.LetterBatches on s.BatchId equals b.Id into batches
                    from batch in batches.DefaultIfEmpty()
                    orderby s.MadeAt descending
                    select new SentLine(s, batch == null ? null : batch.PostedOn)
                )
                    .Take(Most)
                    .ToListAsync(ct);
                return new SentTo(member.Name, lines);
            },
            ct
        );
}

/// <summary>What was sent to a member.</summary>
public sealed record SentTo(string Name, IReadOnlyList<SentLine> Lines);

/// <summary>One thing that was sent.</summary>
/// <param name="PostedOn">The day on which the letter was posted; null for anything else and before.</param>
public sealed record SentLine(Sending Sending, DateOnly? PostedOn);
