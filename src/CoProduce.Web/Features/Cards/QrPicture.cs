using System.Globalization;
using System.Text;
using QRCoder;

namespace CoProduce.Web.Features.Cards;

/// <summary>A QR code as the path of an SVG: no style and no script in it, so that the page's rules let it through.</summary>
/// <param name="Side">Modules along a side, the quiet zone included.</param>
/// <param name="Path">The dark modules, a line for each run.</param>
public sealed record QrPicture(int Side, string Path)
{
    /// <summary>The picture of a text. It can be read with a seventh of it worn off.</summary>
    public static QrPicture Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var (rows, path) = (code.ModuleMatrix, new StringBuilder());
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                var run = 0;
                while (x + run < rows.Count && rows[y][x + run])
                    run++;
                if (run > 0)
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h{run}v1h-{run}z");
                x += run;
            }
        }
        return new(rows.Count, path.ToString());
    }
}
