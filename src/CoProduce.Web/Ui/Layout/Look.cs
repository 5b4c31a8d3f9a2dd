namespace CoProduce.Web.Ui;

/// <summary>How a person wants pages to look, kept in a cookie because it belongs to the device.</summary>
/// <param name="Theme">"light", "dark" or "contrast"; null follows the device.</param>
/// <param name="LargeText">Whether all text is larger.</param>
public sealed record Look(string? Theme, bool LargeText)
{
    /// <summary>The cookie that keeps the choice.</summary>
    public const string Cookie = "look";

    /// <summary>The themes that can be asked for.</summary>
    public static readonly IReadOnlyList<string> Themes = ["light", "dark", "contrast"];

    /// <summary>The look that a request asks for; what is not understood is left to the device.</summary>
    public static Look Of(HttpRequest? request) => Parse(request?.Cookies[Cookie]);

    /// <summary>Reads the text of a cookie; null or nonsense is the device's own look.</summary>
    public static Look Parse(string? text)
    {
        var words = (text ?? "").Split('.');
        return new(Themes.FirstOrDefault(words.Contains), words.Contains("large"));
    }

    /// <summary>The text that is kept in the cookie.</summary>
    public override string ToString() => $"{Theme ?? "system"}.{(LargeText ? "large" : "usual")}";
}
