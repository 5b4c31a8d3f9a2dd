using System.Collections.Frozen;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Ui;

namespace CoProduce.Web.Features.Messages;

/// <summary>What a text answers.</summary>
public enum TextSays
{
    Yes,
    No,

    /// <summary>So long it took.</summary>
    HowLong,

    /// <summary>They are home again.</summary>
    Home,
}

/// <summary>
/// Reads what somebody texted: only what stands in these lists, English and Welsh, or a length of time. Nobody guesses: "no worries, it was fine" is read by a person.
/// </summary>
public static class TextReading
{
    private static readonly FrozenSet<string> yes = Words(
        "yes",
        "y",
        "yep",
        "yeah",
        "ok",
        "okay",
        "ie",
        "oes",
        "do",
        "ydw",
        "ydy",
        "iawn",
        "gwnaf"
    );

    private static readonly FrozenSet<string> no = Words(
        "no",
        "n",
        "nope",
        "na",
        "nage",
        "nac oes",
        "naddo",
        "nac ydw",
        "nac ydy",
        "na wnaf"
    );

    private static readonly FrozenSet<string> home = Words(
        "home",
        "im home",
        "i am home",
        "am home",
        "back home",
        "home now",
        "adref",
        "gartref",
        "dwi adref",
        "dw i adref",
        "dwi gartref",
        "dw i gartref"
    );

    private static readonly FrozenSet<string> stop = Words(
        "stop",
        "stop all",
        "stopall",
        "unsubscribe",
        "stop texts",
        "stopiwch",
        "peidiwch"
    );

    // What people add out of kindness, and what says nothing more.
    private static readonly FrozenSet<string> kind = Words(
        "please",
        "thanks",
        "thank",
        "you",
        "thankyou",
        "ta",
        "x",
        "xx",
        "plis",
        "diolch"
    );

    /// <summary>What it answers, and how many minutes it took where it says so; null when nobody can tell.</summary>
    public static (TextSays Says, int Minutes)? Read(string words)
    {
        var plain = Plain(words);
        return yes.Contains(plain) ? (TextSays.Yes, 0)
            : no.Contains(plain) ? (TextSays.No, 0)
            : home.Contains(plain) ? (TextSays.Home, 0)
            : TypedDuration.Read(Bare(words)) is > 0 and < 24 * 60 and var minutes ? (TextSays.HowLong, (int)minutes)
            : null;
    }

    /// <summary>True when it asks that nothing more is texted.</summary>
    public static bool IsStop(string words) => stop.Contains(Plain(words));

    /// <summary>The number among those offered that it chooses; null when it is none of them.</summary>
    public static int? Choice(string words, int offered) =>
        Bare(words) is [>= '1' and <= '9' and var digit] && digit - '0' <= offered ? digit - '0' : null;

    // "1:30" and "1.5" need their points, so a length is read before those go.
    private static string Bare(string words) =>
        string.Join(' ', Folded.Of(words).Split(' ').Where(w => !kind.Contains(w.Trim('!', '.', ','))))
            .Trim(' ', '!', '.', ',', '"', '\'', '“', '”');

    private static string Plain(string words)
    {
        var letters = Folded.Of(words.Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal));
        var spaced = string.Concat(letters.Select(c => char.IsLetterOrDigit(c) ? c : ' '));
        return string.Join(' ', spaced.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => !kind.Contains(w)));
    }

    private static FrozenSet<string> Words(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);
}
