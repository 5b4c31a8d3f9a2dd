using System.Globalization;

namespace CoProduce.Web.Ui;

/// <summary>
/// The one colour of an organisation, with the shades of it that can be read on each paper. Contrast is WCAG's: 4.5 is the least for text,
/// 7 is what we aim at.
/// </summary>
public readonly record struct AccentColour
{
    /// <summary>The least contrast of an accent with its paper: a little over 4.5, so that it also reads on a wash of itself.</summary>
    public const double LeastContrast = 5.5;

    /// <summary>The paper of the light theme.</summary>
    public static readonly AccentColour LightPaper = new(0xFB, 0xF7, 0xEE);

    /// <summary>The paper of the dark theme.</summary>
    public static readonly AccentColour DarkPaper = new(0x1B, 0x19, 0x16);

    private static readonly AccentColour White = new(255, 255, 255);
    private static readonly AccentColour Black = new(0, 0, 0);

    private readonly byte red;
    private readonly byte green;
    private readonly byte blue;

    private AccentColour(byte red, byte green, byte blue) => (this.red, this.green, this.blue) = (red, green, blue);

    /// <summary>The shade nearest to this one that reads on the light paper; itself when it does.</summary>
    public AccentColour OnLightPaper => Nearest(LightPaper, Black, LeastContrast);

    /// <summary>The shade nearest to this one that reads on the dark paper; itself when it does.</summary>
    public AccentColour OnDarkPaper => Nearest(DarkPaper, White, 7);

    /// <summary>Reads "#1f5a3d" (the # may be missing, "#abc" is short for "#aabbcc"); null when it is no colour.</summary>
    public static AccentColour? Parse(string? text)
    {
        var digits = (text ?? "").Trim().TrimStart('#');
        if (digits.Length == 3)
            digits = string.Concat(digits.SelectMany(d => new[] { d, d }));
        return digits.Length == 6 && uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
            ? new AccentColour((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb)
            : null;
    }

    /// <summary>WCAG's contrast ratio, from 1 (the same) to 21 (black and white).</summary>
    public double ContrastWith(AccentColour other)
    {
        var (a, b) = (Luminance, other.Luminance);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>The variables that the stylesheet takes an organisation's colour from, for its theme.css.</summary>
    public string ToCss()
    {
        var light = OnLightPaper;
        var dark = OnDarkPaper;
        var band = light.Nearest(White, Black, 7);
        var darkBand = band.Mix(DarkPaper, 0.45).Nearest(White, Black, 9);
        return $$"""
            :root {
              --accent-light: {{light}};
              --accent-light-ink: {{light.Ink}};
              --accent-light-wash: {{light.Wash(LightPaper, 0.86)}};
              --accent-light-line: {{light.Mix(LightPaper, 0.55)}};
              --accent-light-band: {{band}};
              --accent-dark: {{dark}};
              --accent-dark-ink: {{dark.Ink}};
              --accent-dark-wash: {{dark.Wash(DarkPaper, 0.2)}};
              --accent-dark-line: {{dark.Mix(DarkPaper, 0.55)}};
              --accent-dark-band: {{darkBand}};
            }

            """.ReplaceLineEndings("\n");
    }

    /// <summary>"#1f5a3d".</summary>
    public override string ToString() => $"#{red:x2}{green:x2}{blue:x2}";

    private AccentColour Ink => ContrastWith(White) >= ContrastWith(Black) ? White : Black;

    private double Luminance => 0.2126 * Linear(red) + 0.7152 * Linear(green) + 0.0722 * Linear(blue);

    private static double Linear(byte channel)
    {
        var c = channel / 255d;
        return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
    }

    // Lightness moves in small steps towards black or white until the shade can be read; hue and most of the saturation stay.
    private AccentColour Nearest(AccentColour paper, AccentColour towards, double contrast)
    {
        if (ContrastWith(paper) >= contrast)
            return this;
        for (var step = 1; step < 256; step++)
        {
            var shade = At(Lightness + (towards.Lightness - Lightness) * step / 256, Math.Min(Saturation, 0.36));
            if (shade.ContrastWith(paper) >= contrast)
                return shade;
        }

        return towards;
    }

    // A tint half mixed with the paper: mixing a dark accent with paper alone would make grey.
    private AccentColour Wash(AccentColour paper, double lightness) => At(lightness, Math.Min(Saturation, 0.4)).Mix(paper, 0.4);

    private double Most => Math.Max(red, Math.Max(green, blue)) / 255d;

    private double Least => Math.Min(red, Math.Min(green, blue)) / 255d;

    private double Lightness => (Most + Least) / 2;

    private double Saturation => Most > Least ? (Most - Least) / (1 - Math.Abs(2 * Lightness - 1)) : 0;

    private AccentColour At(double lightness, double saturation)
    {
        var (middle, range) = (Lightness, Most - Least);
        var chroma = range == 0 ? 0 : saturation * (1 - Math.Abs(2 * lightness - 1)) / range;
        byte Channel(byte c) => (byte)Math.Round(Math.Clamp(lightness + (c / 255d - middle) * chroma, 0, 1) * 255);
        return new(Channel(red), Channel(green), Channel(blue));
    }

    private AccentColour Mix(AccentColour other, double share) =>
        new(Blend(red, other.red, share), Blend(green, other.green, share), Blend(blue, other.blue, share));

    private static byte Blend(byte from, byte to, double share) => (byte)Math.Round(from + (to - from) * share);
}
