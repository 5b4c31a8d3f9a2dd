using CoProduce.Web.Features.Calls;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Talk;

namespace CoProduce.Web.Features.Matching.Day;

/// <summary>All that the first page of a coordinator's day shows, each part narrowed to the same share.</summary>
/// <param name="Rings">Numbers and tries of those who are to be rung.</param>
/// <param name="Outgoing">What goes out.</param>
/// <param name="Reported">How many reported conversations wait.</param>
/// <param name="Texts">Texts that came in, to be read.</param>
/// <param name="Silent">For what people were asked who have not answered.</param>
public sealed record WholeDay(
    TodayLists Lists,
    DiaryToday Diary,
    IReadOnlyDictionary<MemberId, ToRing> Rings,
    CareToday Care,
    BoardWaits Board,
    Outgoing Outgoing,
    int Reported,
    IReadOnlyList<TextToRead> Texts,
    IReadOnlyList<AskedLongAgo> Silent
)
{
    public bool IsQuiet =>
        Lists.IsQuiet
        && Diary.IsQuiet
        && Care.IsQuiet
        && Outgoing.IsQuiet
        && Board.Answers.Count + Board.Calls.Count + Reported + Texts.Count + Silent.Count == 0;
}

/// <summary>Reads it; the capabilities each read their own part.</summary>
public sealed class WholeDayQuery(
    TodayQuery lists,
    DiaryTodayQuery diary,
    ToRingQuery rings,
    CareTodayQuery care,
    BoardWaitsQuery board,
    LettersQuery letters,
    UndeliveredQuery undelivered,
    TalkReportsQuery talk,
    TextsToReadQuery texts,
    AskedNoAnswer asked
)
{
    /// <param name="done">The exchange that was settled from this page just before; null for none.</param>
    /// <param name="all">True to show every time bank and what is with colleagues.</param>
    public async Task<WholeDay> ReadAsync(ExchangeId? done, bool all, CancellationToken ct = default)
    {
        var found = await lists.ReadAsync(done, all, ct);
        var share = found.Share;
        var today = await diary.ReadAsync(share, ct);
        var (failed, givenUp) = await undelivered.CountAsync(share.Hubs, ct);
        var (toPrint, toTell) = await letters.CountAsync(share.Hubs, ct);
        return new(
            found,
            today,
            await rings.ReadAsync(today.Rung, ct),
            await care.ReadAsync(share, ct),
            await board.ReadAsync(share, ct),
            new(failed, givenUp, toPrint, toTell),
            await talk.OpenAsync(share.Hubs, ct),
            await texts.ReadAsync(share, ct),
            [.. (await asked.LinesAsync(ct)).Where(a => share.Shows(DayList.Silent, a.Offer.Id.Value, a.Hub))]
        );
    }
}
