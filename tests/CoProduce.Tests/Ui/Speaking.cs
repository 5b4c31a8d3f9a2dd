using System.Globalization;
using CoProduce.Web.Ui;

namespace CoProduce.Tests.Ui;

/// <summary>Runs the rest of a test in a language, and gives the old one back when disposed.</summary>
internal sealed class Speaking : IDisposable
{
    private readonly CultureInfo formats = CultureInfo.CurrentCulture;
    private readonly CultureInfo wording = CultureInfo.CurrentUICulture;

    public Speaking(string code)
    {
        var language = Languages.Find(code, withTests: true) ?? throw new ArgumentException($"No language '{code}'.", nameof(code));
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (language.Formats, language.Wording);
    }

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (formats, wording);
}
