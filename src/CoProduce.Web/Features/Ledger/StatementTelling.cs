using CoProduce.Ledger;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Ledger;

/// <summary>Says each line of a statement as a sentence to the member whose it is.</summary>
internal sealed class StatementTelling(MemberId member, OrganisationProfile organisation, DateOnly today, IStringLocalizer texts)
{
    /// <summary>What moved the hours.</summary>
    public string What(StatementLine line)
    {
        var time = texts.Duration(line.Amount);
        var what = line.Exchange?.Exchange.Description ?? "";
        return line.Kind switch
        {
            EntryKind.Welcome => texts["Welcome: {0} from {1} to begin with", time, organisation.Name],
            EntryKind.OneToOne when line.Amount > 0 => texts["You gave {0} {1}: {2}", Name(line), time, what],
            EntryKind.OneToOne => texts["{0} gave you {1}: {2}", Name(line), time, what],
            EntryKind.ForTheOrganisation when line.Exchange?.Receiver is { } helped => texts[
                "You gave {0} {1}, paid by {2}: {3}",
                helped,
                time,
                organisation.Name,
                what
            ],
            EntryKind.ForTheOrganisation => texts["You gave {0} {1}: {2}", organisation.Name, time, what],
            EntryKind.Gift when line.Amount > 0 => texts["A gift of {0} from {1}", time, Name(line)],
            EntryKind.Gift => texts["Your gift of {0} to {1}", time, Name(line)],
            EntryKind.Group when line.Amount > 0 => texts["You gave {0} with others: {1}", time, line.Words],
            EntryKind.Group => texts["You took part for {0}: {1}", time, line.Words],
            EntryKind.OnCall => texts["You were on call for {0}", time],
            EntryKind.EventEntry when line.Amount < 0 => texts["A place for {0}: {1}", time, line.Words],
            EntryKind.EventEntry => texts["{0} from {1} for a place: {2}", time, Name(line), line.Words],
            EntryKind.Award when line.Amount < 0 => texts["An award for {0}: {1}", time, line.Words],
            EntryKind.Award => texts["{0} from {1} for an award: {2}", time, Name(line), line.Words],
            EntryKind.Draw when line.Amount > 0 => texts[
                "You gave {0}, paid from {1}: {2}",
                time,
                Name(line),
                what.Length > 0 ? what : line.Words
            ],
            EntryKind.Draw => texts["{0} for help that {1} gave", time, Name(line)],
            EntryKind.Partner when line.Amount < 0 => texts["{0} to {1}: {2}", time, Name(line), line.Words],
            EntryKind.Partner => texts["{0} from {1}: {2}", time, Name(line), line.Words],
            EntryKind.Contribution => texts["You brought in {0}: {1}", time, line.Words],
            EntryKind.Opening when line.Amount < 0 => texts["What you owed from before: {0}", time],
            EntryKind.Opening => texts["Your balance from before: {0}", time],
            EntryKind.Leaving when line.Reason is not null => texts["{0} between two numbers of the same person", time],
            EntryKind.Leaving when line.Amount > 0 => texts["{0} from {1}, who has left", time, Name(line)],
            EntryKind.Leaving => texts["{0} left to {1}", time, Name(line)],
            EntryKind.WriteOff when line.Amount > 0 => texts["{0} of what you owed was taken over by {1}", time, Name(line)],
            EntryKind.WriteOff => texts["{0} of what {1} owed was taken over", time, Name(line)],
            EntryKind.Between when line.Words.Length == 0 => line.Amount > 0
                ? texts["{0} that came from {1}", time, Name(line)]
                : texts["{0} that went to {1}", time, Name(line)],
            EntryKind.Between when line.Amount > 0 => texts["{0} from {1}: {2}", time, Name(line), line.Words],
            EntryKind.Between => texts["{0} to {1}: {2}", time, Name(line), line.Words],
            EntryKind.Reversal when line.Exchange?.Exchange.CorrectedById is not null => texts[
                "Taken back to be corrected: {0}, with {1}",
                what,
                Name(line)
            ],
            EntryKind.Reversal when line.Exchange is not null => texts["Undone: {0}, with {1}", what, Name(line)],
            EntryKind.Reversal => texts["Undone: {0} with {1}", time, Name(line)],
        };
    }

    /// <summary>When it was, who logged it and how it was confirmed, why it was undone, or what went with a gift; empty when there is no more to say.</summary>
    public string How(StatementLine line) =>
        line is { Kind: EntryKind.Reversal, Exchange: { After: not null } corrected }
            ? string.Join(
                ' ',
                [.. Telling(corrected).Changes(corrected.Itself, corrected.After), texts["The reason: “{0}”", line.Reason ?? ""].Value]
            )
        : line.Kind is EntryKind.Reversal or EntryKind.WriteOff ? texts["The reason: “{0}”", line.Reason ?? ""]
        : line is { Kind: EntryKind.Leaving, Reason: { } number } ? number
        : line is { Kind: EntryKind.Gift, Reason: { } words } ? texts["With these words: “{0}”", words]
        : line.Exchange is { } story ? string.Join(' ', History(line, story))
        : "";

    private IEnumerable<string> History(StatementLine line, ExchangeStory story)
    {
        if (line.ServiceDate != line.PostedOn)
            yield return texts["The help was given on {0}.", texts.FullDay(line.ServiceDate)];
        var telling = Telling(story);
        yield return telling.Logged;
        foreach (var change in telling.Changes(story.Before, story.Itself))
            yield return change;
        if (telling.Agreed is { } agreed)
            yield return agreed;
        if (line is { Kind: EntryKind.OneToOne, Amount: < 0, Reason: { } why })
            yield return texts["You went further below zero than usual this once: “{0}”", why];
        if (story.Exchange.Status == ExchangeStatus.Reversed)
            yield return story.Exchange.CorrectedById is null ? texts["It was undone later."] : texts["It was corrected later."];
    }

    private ExchangeTelling Telling(ExchangeStory story) => new(story, member, organisation, today, texts);

    private string Name(StatementLine line) =>
        line.OtherName
        ?? line.Other switch
        {
            AccountKind.Pot => texts["the community pot"],
            AccountKind.Clearing => texts["another time bank"],
            AccountKind.Team => texts["a team"],
            AccountKind.Partner => texts["a partner"],
            AccountKind.Member or AccountKind.Organisation or AccountKind.Welcome or AccountKind.Opening or AccountKind.Awards =>
                organisation.Name,
        };
}
