using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Exchanges.Disputes;

/// <summary>A dispute with the names in it and all that was said.</summary>
/// <param name="RaisedBy">The name of the side that says it is not right.</param>
/// <param name="LookedIntoBy">The name of the coordinator who looks into it; null while nobody does.</param>
/// <param name="DecidedBy">The name of whoever decided; null unless somebody did.</param>
/// <param name="Notes">The first is what began it.</param>
public sealed record DisputeStory(
    Dispute Dispute,
    string RaisedBy,
    string? LookedIntoBy,
    string? DecidedBy,
    IReadOnlyList<DisputeStory.Note> Notes
)
{
    /// <summary>Something that was said.</summary>
    /// <param name="SaidBy">Whose words they are; null for a coordinator's own.</param>
    /// <param name="Speaker">The name of whoever said it.</param>
    /// <param name="WrittenBy">The name of the coordinator who wrote it down for the speaker; null when nobody did.</param>
    public sealed record Note(DateTimeOffset At, MemberId? SaidBy, string Speaker, string? WrittenBy, Door Door, string Text);

    /// <summary>All that happened, each with its moment, in sentences.</summary>
    /// <param name="viewer">The member who reads it; null for staff.</param>
    public IEnumerable<(DateTimeOffset At, string Sentence)> Told(MemberId? viewer, IStringLocalizer texts)
    {
        foreach (var (note, i) in Notes.Select((note, i) => (note, i)))
            yield return (note.At, Words(note, isFirst: i == 0, viewer, texts));
        if (Dispute.LookedIntoAt is { } taken)
            yield return (taken, texts["{0} is looking into it.", LookedIntoBy ?? ""]);
        if (Dispute is { EndedAt: { } ended, State: DisputeState.TakenBack })
            yield return (
                ended,
                Dispute.RaisedBy == viewer
                    ? texts["You said that it is right after all."]
                    : texts["{0} said that it is right after all.", RaisedBy]
            );
        if (Dispute is { EndedAt: { } decided, Decision: DisputeDecision.Kept })
            yield return (decided, texts["{0} decided that it stays as it was logged.", DecidedBy ?? ""]);
    }

    private static string Words(Note note, bool isFirst, MemberId? viewer, IStringLocalizer texts)
    {
        var said = (isFirst, note.SaidBy is { } speaker && speaker == viewer) switch
        {
            (true, true) => texts["You said that it is not right: “{0}”", note.Text],
            (true, false) => texts["{0} said that it is not right: “{1}”", note.Speaker, note.Text],
            (false, true) => texts["You said: “{0}”", note.Text],
            (false, false) => texts["{0} said: “{1}”", note.Speaker, note.Text],
        };
        var heard = note.Door == Door.Screen ? texts["face to face"] : ExchangeWords.ByDoor(texts, note.Door);
        return note.WrittenBy is { } writer ? texts["{0} ({1}, written down by {2})", said, heard, writer]
            : note.Door == Door.Mail ? texts["{0} ({1})", said, ExchangeWords.ByDoor(texts, note.Door)]
            : said;
    }
}

/// <summary>Reads disputes inside a unit of work.</summary>
internal static class DisputeStories
{
    /// <summary>The disputes of an exchange, the first first.</summary>
    public static async Task<IReadOnlyList<DisputeStory>> DisputesOfAsync(this TenantDb db, ExchangeId exchange, CancellationToken ct)
    {
        var disputes = await db.Disputes.Where(d => d.ExchangeId == exchange).OrderBy(d => d.RaisedAt).ToListAsync(ct);
        if (disputes.Count == 0)
            return [];
        var ids = disputes.ConvertAll(d => d.Id);
        var notes = await db.DisputeNotes.Where(n => ids.Contains(n.DisputeId)).OrderBy(n => n.At).ThenBy(n => n.Id).ToListAsync(ct);
        var members = disputes.Select(d => d.RaisedBy).Concat(notes.Select(n => n.SaidBy).OfType<MemberId>()).Distinct().ToList();
        var holders = notes
            .Select(n => n.WrittenBy)
            .Concat(disputes.SelectMany(d => new[] { d.LookedIntoBy, d.DecidedBy }))
            .OfType<Accounts.RoleHolderId>()
            .Distinct()
            .ToList();
        var names = await db
            .Members.Where(m => members.Contains(m.Id))
            .ToDictionaryAsync(m => m.Id, m => (m.FirstName + " " + m.LastName).Trim(), ct);
        var staff = await db.RoleHolders.Where(h => holders.Contains(h.Id)).ToDictionaryAsync(h => h.Id, ct);
        return
        [
            .. disputes.Select(d => new DisputeStory(
                d,
                names[d.RaisedBy],
                d.LookedIntoBy is { } looks ? staff[looks].Name : null,
                d.DecidedBy is { } decides ? staff[decides].Name : null,
                [
                    .. notes
                        .Where(n => n.DisputeId == d.Id)
                        .Select(n =>
                        {
                            var writer = n.WrittenBy is { } by ? staff[by] : null;
                            var speaker = n.SaidBy is { } side ? names[side] : writer?.Name ?? "";
                            var isOwn = n.SaidBy is null || writer?.MemberId == n.SaidBy;
                            return new DisputeStory.Note(n.At, n.SaidBy, speaker, isOwn ? null : writer?.Name, n.Door, n.Text);
                        }),
                ]
            )),
        ];
    }
}
