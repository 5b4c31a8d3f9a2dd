using System.Globalization;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Skills;

/// <summary>What people give and on what terms, in words.</summary>
public static class GivingWords
{
    /// <summary>"mornings", "afternoons" or "evenings".</summary>
    /// <param name="part">0 for morning to 2 for evening.</param>
    public static string Part(IStringLocalizer texts, int part) =>
        part switch
        {
            0 => texts["morning"],
            1 => texts["afternoon"],
            _ => texts["evening"],
        };

    /// <summary>The day's name.</summary>
    /// <param name="day">From 0 for Monday.</param>
    public static string DayName(int day) => CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(WeekPattern.Days[day]);

    /// <summary>"Monday: morning, afternoon. Friday: evening."; empty when no part of the week is ticked.</summary>
    public static string Times(IStringLocalizer texts, int times) =>
        times == WeekPattern.All
            ? texts["Any day, at any time."].Value
            : string.Join(
                ' ',
                from day in Enumerable.Range(0, 7)
                let parts = Enumerable.Range(0, WeekPattern.Parts).Where(p => (times & WeekPattern.Bit(day, p)) != 0).ToList()
                where parts.Count > 0
                select texts[
                    "{0}: {1}.",
                    DayName(day),
                    parts.Count == WeekPattern.Parts ? texts["all day"].Value : string.Join(", ", parts.Select(p => Part(texts, p)))
                ].Value
            );

    /// <summary>Until when somebody is away, or from when to when; null when they are not and will not be.</summary>
    public static string? Away(IStringLocalizer texts, WhatSuits suits, DateOnly today) =>
        suits switch
        {
            { AwayFrom: null, AwayUntil: null } => null,
            { AwayUntil: { } over } when over < today => null,
            { AwayFrom: { } from, AwayUntil: { } until } when from > today => texts[
                "Away from {0} until {1}.",
                texts.Day(from, today),
                texts.Day(until, today)
            ].Value,
            { AwayFrom: { } from } when from > today => texts["Away from {0}.", texts.Day(from, today)].Value,
            { AwayUntil: { } until } => texts["Away until {0}.", texts.Day(until, today)].Value,
            _ => texts["Away at present."].Value,
        };

    /// <summary>"Welsh, mother tongue; Somali, a little".</summary>
    public static string Languages(IStringLocalizer texts, IEnumerable<MemberLanguage> languages) =>
        string.Join(
            "; ",
            languages.Select(l => texts["{0}, {1}", SpokenLanguages.Find(l.Code)?.Name.Here ?? l.Code, Level(texts, l.Level)].Value)
        );

    /// <summary>How well a language is spoken.</summary>
    public static string Level(IStringLocalizer texts, LanguageLevel level) =>
        level switch
        {
            LanguageLevel.Little => texts["a little"],
            LanguageLevel.Well => texts["well"],
            LanguageLevel.MotherTongue => texts["mother tongue"],
        };

    /// <summary>How far somebody goes.</summary>
    public static string Reach(IStringLocalizer texts, Reach reach, bool isMine = false) =>
        reach switch
        {
            Skills.Reach.FromHome when isMine => texts["From home: by phone or at my own table"],
            Skills.Reach.FromHome => texts["From home: by phone or at their own table"],
            Skills.Reach.Walk => texts["A few minutes on foot"],
            Skills.Reach.Neighbourhood => texts["In this neighbourhood"],
            Skills.Reach.Town => texts["In this town"],
            Skills.Reach.Anywhere => texts["Anywhere"],
        };

    /// <summary>The choices for how far, the nearest first.</summary>
    public static Choice[] Reaches(IStringLocalizer texts, bool isMine) =>
        [
            .. new[]
            {
                Skills.Reach.FromHome,
                Skills.Reach.Walk,
                Skills.Reach.Neighbourhood,
                Skills.Reach.Town,
                Skills.Reach.Anywhere,
            }.Select(r => new Choice(r.ToString(), Reach(texts, r, isMine))),
        ];

    /// <summary>A pet or smoke.</summary>
    public static string Near(IStringLocalizer texts, PetsAndSmoke what) =>
        what switch
        {
            PetsAndSmoke.Dog => texts["a dog"],
            PetsAndSmoke.Cat => texts["a cat"],
            PetsAndSmoke.OtherPets => texts["other pets"],
            PetsAndSmoke.Smoke => texts["smoke"],
            _ => "",
        };

    /// <summary>Several of them, with commas; empty for none.</summary>
    public static string AllNear(IStringLocalizer texts, PetsAndSmoke what) =>
        string.Join(", ", TickedNames.Values<PetsAndSmoke>().Where(v => what.HasFlag(v)).Select(v => Near(texts, v)));

    /// <summary>Pets and smoke to choose from.</summary>
    public static Choice[] NearChoices(IStringLocalizer texts) =>
        [.. TickedNames.Values<PetsAndSmoke>().Select(v => new Choice(v.ToString(), Near(texts, v)))];

    /// <summary>What was written down for a member, after "what".</summary>
    public static string Deed(IStringLocalizer texts, string deed) =>
        deed switch
        {
            nameof(KeepLanguages) => texts["the languages"],
            nameof(ChangeTimes) => texts["when there is time"],
            nameof(TakeBreak) or TakeBreak.End => texts["a break"],
            nameof(ChangeReach) => texts["how far"],
            nameof(ChangeHome) => texts["pets and smoke"],
            nameof(ChangeNotAsk) => texts["what not to ask"],
            nameof(ChangeAccess) => texts["what helps"],
            _ => texts["skills and interests"],
        };
}
