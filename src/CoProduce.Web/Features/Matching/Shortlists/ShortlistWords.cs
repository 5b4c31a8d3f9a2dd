using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Skills;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Matching;

/// <summary>A shortlist in words.</summary>
public static class ShortlistWords
{
    /// <summary>What a reason is called on the page of the settings.</summary>
    public static string Reason(IStringLocalizer texts, MatchReason reason) =>
        reason switch
        {
            MatchReason.FreeThen => texts["Has time when it is wanted"],
            MatchReason.Near => texts["Belongs to the same time bank"],
            MatchReason.Language => texts["Speaks the language"],
            MatchReason.Interest => texts["Both enjoy the same"],
            MatchReason.MetBefore => texts["They have met before"],
            MatchReason.NewToEachOther => texts["They are new to each other"],
            MatchReason.Balance => texts["Has credits to spend, or could give something back"],
            MatchReason.NeverAsked => texts["Has given much and never asked"],
            MatchReason.AskedLately => texts["Was asked for something lately"],
        };

    /// <summary>How much it matters, to choose from.</summary>
    public static IReadOnlyList<Choice> Choices(IStringLocalizer texts) =>
        [
            new(nameof(Matters.Lot), texts["It matters a lot"]),
            new(nameof(Matters.Little), texts["It matters a little"]),
            new(nameof(Matters.NotAtAll), texts["It does not matter"]),
        ];

    /// <summary>The same in a table.</summary>
    public static string Matter(IStringLocalizer texts, Matters matters) =>
        matters switch
        {
            Matters.Lot => texts["It matters a lot"],
            Matters.Little => texts["It matters a little"],
            Matters.NotAtAll => texts["It does not matter"],
        };

    /// <summary>Whom a look prefers.</summary>
    public static string Look(IStringLocalizer texts, MatchLook look) =>
        look switch
        {
            MatchLook.Neither => texts["Nobody in particular"],
            MatchLook.Bonding => texts["People with much in common"],
            MatchLook.Bridging => texts["People who would not meet otherwise"],
        };

    /// <summary>What speaks for asking them, and last what speaks against it, each a sentence.</summary>
    public static IEnumerable<string> Reasons(IStringLocalizer texts, Candidate one, OrganisationProfile profile, DateOnly today)
    {
        if (one.Asks.Length > 0)
            yield return texts["Asks for this now: {0}.", Isolated.Name(one.Asks)];
        if (one.Skills.Count > 0)
            yield return one.WouldReceive
                ? texts["Would like: {0}.", string.Join(", ", one.Skills.Select(s => s.Here))]
                : texts["Can do it: {0}.", string.Join(", ", one.Skills.Select(s => s.Here))];
        if (one.FreeThen != 0)
            yield return texts["Has time then: {0}", GivingWords.Times(texts, one.FreeThen)];
        if (one.Suits.AskFirst)
            yield return texts["Would rather be asked each time than keep to fixed times."];
        if (one.SameHub)
            yield return texts["Belongs to the same time bank."];
        if (one.Languages.Count > 0)
            yield return Speaks(texts, one.Languages);
        if (one.Interests.Count > 0)
            yield return texts["Both enjoy: {0}.", string.Join(", ", one.Interests.Select(i => i.Here))];
        if (one.HasChecks)
            yield return texts["Has every check that this needs."];
        yield return one.LastMet is { } met
            ? texts["They have met before, last on {0}.", texts.Day(met, today)]
            : texts["They are new to each other."];
        if (one.YearsBetween >= Weighing.Generation)
            yield return texts["Is of another generation."];
        else if (one.YearsBetween <= Weighing.SameAge)
            yield return texts["Is of about the same age."];
        if (one.HasBalance)
            yield return one.WouldReceive
                ? texts["Has {0} to spend.", texts.Duration(one.Balance)]
                : texts["Has received more than given, and could give something back."];
        if (one.NeverAsked)
            yield return texts["Has given much and never asked."];
        if (one.AskedAt is { } asked)
            yield return texts["Was asked for something on {0}.", texts.Day(profile.DateOf(asked), today)];
    }

    /// <summary>What a member may read of it about another, each a sentence.</summary>
    public static IEnumerable<string> ForMember(IStringLocalizer texts, Suggested one)
    {
        yield return texts["Can do it: {0}.", string.Join(", ", one.Skills.Select(s => s.Here))];
        if (one.HasTime)
            yield return texts["Has time then."];
        if (one.SameHub)
            yield return texts["Is in your time bank."];
        if (one.Languages.Count > 0)
            yield return Speaks(texts, one.Languages);
        if (one.HaveMet)
            yield return texts["You have met before."];
    }

    /// <summary>Why somebody is not on the list, each a sentence.</summary>
    /// <param name="wide">True for a coordinator; others are told only that they should ask one.</param>
    public static IEnumerable<string> Why(IStringLocalizer texts, LeftOut left, bool wide, DateOnly today)
    {
        if (left.Candidate.Status == MemberStatus.Suspended)
            yield return texts["Is paused, and does not take part for the time being."];
        if (left.IsAway)
            yield return GivingWords.Away(texts, left.Candidate.Suits, today) ?? texts["Away then."];
        if (left.Care is not { } care)
            yield break;
        if (!wide)
        {
            yield return texts["Ask a coordinator before you think of them for this."];
            yield break;
        }
        foreach (var missing in care.Missing)
            yield return CareWords.Missing(texts, missing, care.Category);
        foreach (var minor in care.Unagreed)
            yield return CareWords.Unagreed(texts, minor);
        foreach (var warning in care.Warnings)
            yield return texts["Something to keep to with {0}: {1}.", warning.Name, CareWords.Rule(texts, warning.Restriction)];
    }

    private static string Speaks(IStringLocalizer texts, IReadOnlyList<MemberLanguage> languages) =>
        texts["Speaks {0}.", string.Join(", ", languages.Select(l => SpokenLanguages.Find(l.Code)?.Name.Here ?? l.Code))];
}
