using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Talk;

/// <summary>A job tells a member that somebody has written to them, in the way they chose and without what was written.</summary>
public sealed class TellOfTalk(CurrentOrganisation organisation, Letters letters, TimeProvider clock)
{
    /// <summary>Nobody is told of messages more often than once in this time.</summary>
    public static readonly TimeSpan OncePer = TimeSpan.FromHours(4);

    /// <summary>Writes it in the caller's unit of work; nothing when all was read meanwhile, or no mail or text reaches them.</summary>
    public async Task HandleAsync(TenantDb db, MemberId to, CancellationToken ct = default)
    {
        await db.LockMemberAsync(to, ct); // a message that is just being written is in it, or is told of later
        if (!(await db.TalkSettingsNowAsync(ct)).IsOn)
            return;
        var news = db.TalkMessages.Where(m =>
            m.ToId == to && m.ReadAt == null && m.ToldAt == null && !db.TalkBlocks.Any(b => b.ById == to && b.OtherId == m.FromId)
        );
        var writers = await db.Members.Where(m => news.Any(n => n.FromId == m.Id)).Select(m => m.FirstName).ToListAsync(ct);
        var reader = (await Letters.AddresseesAsync(db, [to], ct)).SingleOrDefault(a => a.IsQuick);
        if (writers.Count == 0 || reader is null)
            return;
        letters.Write(
            db,
            reader,
            t =>
                new(
                    writers is [var name]
                        ? t["{0} has written to you", name]
                        : t["{0} members have written to you", t.Number(writers.Count)],
                    [
                        t[
                            "You read it and answer it on your page. What was written is not in here, and nobody’s address or number is told to anybody."
                        ],
                    ],
                    $"/{organisation.Profile.Slug}/me/messages",
                    t["Read your messages"]
                )
        );
        var now = clock.GetUtcNow();
        await news.ExecuteUpdateAsync(s => s.SetProperty(m => m.ToldAt, now), ct);
    }
}

/// <summary>Plans it inside the unit of work that writes a message.</summary>
internal static class TellingOfTalk
{
    /// <summary>At once, or as soon as the member may be told again; nothing when it is planned already.</summary>
    public static async Task PlanToTellAsync(this TenantDb db, MemberId to, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Outbox.AnyAsync(o => o.Kind == OutboxKind.TellOfTalk && o.SubjectId == to.Value && o.DoneAt == null, ct))
            return;
        var next = await db.TalkMessages.Where(m => m.ToId == to).MaxAsync(m => m.ToldAt, ct) + TellOfTalk.OncePer;
        db.Outbox.Add(
            new()
            {
                Kind = OutboxKind.TellOfTalk,
                DueAt = next > now ? next.Value : now,
                SubjectId = to.Value,
            }
        );
    }
}
