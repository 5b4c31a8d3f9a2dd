using CoProduce.Web.Data;
using CoProduce.Web.Features.Matching.Day;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Messages;

/// <summary>Texts that a coordinator is to read, the oldest first.</summary>
public sealed class TextsToReadQuery(UnitOfWork work, TimeProvider clock)
{
    private const int Most = 50;

    // Whoever was asked what they mean has so long to say it before a person looks.
    private static readonly TimeSpan ChoosesIn = TimeSpan.FromDays(1);

    /// <param name="share">Whose of them are shown.</param>
    public Task<IReadOnlyList<TextToRead>> ReadAsync(DayShare share, CancellationToken ct = default)
    {
        var chosenBy = clock.GetUtcNow() - ChoosesIn;
        return work.ReadAsync<IReadOnlyList<TextToRead>>(
            async db =>
            {
                var texts = await db
                    .IncomingTexts.Where(t => t.SeenAt == null && t.State != IncomingState.Understood)
                    .Where(t => t.State != IncomingState.AskedWhich || t.At < chosenBy)
                    .OrderBy(t => t.At)
                    .Take(Most)
                    .ToListAsync(ct);
                var sharing = new Dictionary<string, List<MemberId>>();
                foreach (var number in texts.Where(t => t.MemberId is null).Select(t => t.Number).Distinct())
                    sharing[number] = await db.MembersOfNumberAsync(number, ct);
                List<MemberId> people = [.. texts.Select(t => t.MemberId).OfType<MemberId>(), .. sharing.Values.SelectMany(s => s)];
                var members = await db.Members.Where(m => people.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct);
                return
                [
                    .. texts
                        .Select(t => new TextToRead(
                            t,
                            t.MemberId is { } from ? members[from] : null,
                            t.MemberId is null ? sharing[t.Number].ConvertAll(m => members[m]) : []
                        ))
                        .Where(t => share.Shows(DayList.Text, t.Text.Id, t.From?.HubId)),
                ];
            },
            ct
        );
    }
}

/// <summary>A text to be read.</summary>
/// <param name="From">Who sent it; null when nobody can be told.</param>
/// <param name="Sharing">Those who have the number, when it is more than one.</param>
public sealed record TextToRead(IncomingText Text, Member? From, IReadOnlyList<Member> Sharing);
