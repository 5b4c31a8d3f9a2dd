using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.WhomWeReach;

/// <summary>Questions and answers in words; those of the census are the census's own.</summary>
public static class ReachWords
{
    /// <summary>The question as it is asked.</summary>
    public static string Question(IStringLocalizer texts, ReachQuestion question) =>
        question switch
        {
            ReachQuestion.EthnicGroup => texts["What is your ethnic group?"],
            ReachQuestion.Sex => texts["What is your sex?"],
            ReachQuestion.Disability => texts["Does a health condition or illness limit what you can do day to day?"],
            ReachQuestion.Employment => texts["What do you mostly do?"],
        };

    /// <summary>What it is about, as the head of a table.</summary>
    public static string Title(IStringLocalizer texts, ReachQuestion question) =>
        question switch
        {
            ReachQuestion.EthnicGroup => texts["Ethnic group"],
            ReachQuestion.Sex => texts["Sex"],
            ReachQuestion.Disability => texts["Limits in day-to-day life"],
            ReachQuestion.Employment => texts["Employment"],
        };

    /// <summary>An answer, or a line of the report.</summary>
    public static string Choice(IStringLocalizer texts, ReachQuestion question, int choice) =>
        choice == ReachChoices.PreferNotToSay
            ? texts["Prefer not to say"]
            : question switch
            {
                ReachQuestion.EthnicGroup => EthnicGroup(texts, choice),
                ReachQuestion.Sex => choice switch
                {
                    1 => texts["Female"],
                    2 => texts["Male"],
                    _ => texts["Another word"],
                },
                ReachQuestion.Disability => choice switch
                {
                    1 => texts["Yes, a lot"],
                    2 => texts["Yes, a little"],
                    _ => texts["No"],
                },
                ReachQuestion.Employment => choice switch
                {
                    1 => texts["In paid work"],
                    2 => texts["Self-employed"],
                    3 => texts["Looking for work"],
                    4 => texts["Not working because of health or disability"],
                    5 => texts["Retired"],
                    6 => texts["Studying"],
                    7 => texts["Looking after home or family"],
                    _ => texts["Something else"],
                },
            };

    /// <summary>An age band by its first year; the last is open.</summary>
    public static string Ages(IStringLocalizer texts, int from) =>
        AgeBands.Next(from) is { } next
            ? from == 0
                ? texts["Under {0}", next]
                : texts["{0} to {1}", from, next - 1]
            : texts["{0} and over", from];

    private static string EthnicGroup(IStringLocalizer texts, int choice) =>
        choice switch
        {
            10 => texts["Asian, Asian British or Asian Welsh"],
            11 => texts["Asian: Indian"],
            12 => texts["Asian: Pakistani"],
            13 => texts["Asian: Bangladeshi"],
            14 => texts["Asian: Chinese"],
            19 => texts["Asian: any other Asian background"],
            20 => texts["Black, Black British, Black Welsh, Caribbean or African"],
            21 => texts["Black: Caribbean"],
            22 => texts["Black: African background"],
            29 => texts["Black: any other Black, Black British or Caribbean background"],
            30 => texts["Mixed or multiple ethnic groups"],
            31 => texts["Mixed: White and Black Caribbean"],
            32 => texts["Mixed: White and Black African"],
            33 => texts["Mixed: White and Asian"],
            39 => texts["Mixed: any other mixed or multiple background"],
            40 => texts["White"],
            41 => texts["White: English, Welsh, Scottish, Northern Irish or British"],
            42 => texts["White: Irish"],
            43 => texts["White: Gypsy or Irish Traveller"],
            44 => texts["White: Roma"],
            49 => texts["White: any other White background"],
            50 => texts["Other ethnic group"],
            51 => texts["Other: Arab"],
            _ => texts["Other: any other ethnic group"],
        };
}

/// <summary>The age bands of the report.</summary>
internal static class AgeBands
{
    /// <summary>The first year of each.</summary>
    public static readonly IReadOnlyList<int> From = [0, 18, 25, 35, 50, 65, 75];

    /// <summary>Where the one after begins; null after the last.</summary>
    public static int? Next(int from) => From.Where(f => f > from).Select(f => (int?)f).FirstOrDefault();

    /// <summary>The band of somebody born on that day, on another day.</summary>
    public static int Of(DateOnly bornOn, DateOnly on)
    {
        var age = on.Year - bornOn.Year - (bornOn.AddYears(on.Year - bornOn.Year) > on ? 1 : 0);
        return From.Last(f => f <= Math.Max(0, age));
    }
}
