using System.Text.Json;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Messages;

/// <summary>Mail and texts that could not be delivered: those still tried and those given up, until somebody decides.</summary>
public sealed class UndeliveredQuery(UnitOfWork work)
{
    private const int Most = 100;

    /// <summary>The given up first, then those tried next; at most a hundred.</summary>
    public Task<IReadOnlyList<Undelivered>> ReadAsync(CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<Undelivered>>(
            async db =>
            {
                var items = await db.NotDelivered().OrderBy(o => o.DoneAt == null).ThenBy(o => o.DueAt).Take(Most).ToListAsync(ct);
                var ids = items.ConvertAll(o => o.SubjectId);
                var sendings = await (
                    from s in db.Sendings
                    where ids.Contains(s.Id)
                    join m in db.Members on s.MemberId equals m.Id
                    select new
                    {
                        Sending = s,
                        Member = m,
                        HasAddress = db.MemberContacts.Any(c => c.MemberId == m.Id && c.Address != ""),
                    }
                ).ToDictionaryAsync(s => s.Sending.Id, ct);
                return
                [
                    .. items.Select(item =>
                    {
                        var sending = item.SubjectId is { } id ? sendings.GetValueOrDefault(id) : null;
                        var letter = Read(item);
                        return new Undelivered(
                            item,
                            sending?.Member.Id,
                            sending?.Member.Name ?? (letter?.Paragraphs is [var greeting, ..] ? greeting : ""),
                            letter?.Subject ?? "",
                            sending?.HasAddress ?? false
                        );
                    }),
                ];
            },
            ct
        );

    /// <summary>How many there are, and how many of them were given up.</summary>
    /// <param name="hubs">The time banks that are shown; null for all. What goes to nobody who is a member is everybody's.</param>
    public Task<(int All, int GivenUp)> CountAsync(IReadOnlyList<HubId>? hubs, CancellationToken ct = default)
    {
        var (isAll, shown) = (hubs is null, hubs ?? []);
        return work.ReadAsync(
            async db =>
            {
                var failed = db.NotDelivered()
                    .Where(o =>
                        isAll
                        || !db.Sendings.Any(s => s.Id == o.SubjectId)
                        || db.Sendings.Any(s => s.Id == o.SubjectId && db.Members.Any(m => m.Id == s.MemberId && shown.Contains(m.HubId)))
                    );
                return (await failed.CountAsync(ct), await failed.CountAsync(o => o.DoneAt != null, ct));
            },
            ct
        );
    }

    // What is no letter at all is shown too, so that somebody can drop it.
    private static Letter? Read(OutboxItem item)
    {
        try
        {
            return JsonSerializer.Deserialize<Letter>(item.Letter);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Something that could not be delivered.</summary>
/// <param name="Item">When and how often it was tried, and why it failed.</param>
/// <param name="Member">To whom; null for somebody who is no member.</param>
/// <param name="Who">The name, or how the letter begins.</param>
/// <param name="What">What it is, in a line.</param>
/// <param name="MayBePosted">True when there is a postal address.</param>
public sealed record Undelivered(OutboxItem Item, MemberId? Member, string Who, string What, bool MayBePosted);

/// <summary>What failed, inside a unit of work.</summary>
internal static class Failing
{
    /// <summary>Mail and texts that failed and of which nobody decided yet.</summary>
    public static IQueryable<OutboxItem> NotDelivered(this TenantDb db) =>
        db.Outbox.Where(o => (o.Kind == OutboxKind.Mail || o.Kind == OutboxKind.Text) && o.Failure != "" && o.Letter != "");
}
