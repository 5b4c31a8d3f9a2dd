using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Organisations;

/// <summary>A colour as it was typed, and whether the nearest one that can be read shall stand in for it.</summary>
public sealed class ColourChoice
{
    /// <summary>Such as #1f5c3d.</summary>
    public string? Text { get; set; }

    public bool UseNearest { get; set; }

    /// <summary>The colour that was typed; null when it is none.</summary>
    public AccentColour? Asked() => AccentColour.Parse(Text);

    /// <summary>True when the colour that was typed can be read on our paper.</summary>
    public bool CanBeRead() => Asked() is { } asked && asked.ContrastWith(AccentColour.LightPaper) >= AccentColour.LeastContrast;

    /// <summary>The colour to keep, as #rrggbb. Throws when the rules were not asked first.</summary>
    public string Chosen() => (CanBeRead() ? Asked()!.Value : Asked()!.Value.OnLightPaper).ToString();
}

/// <summary>The shape of <see cref="ColourChoice"/>: a colour, and one that can be read unless its nearest may be used.</summary>
public sealed class ColourRules : AbstractValidator<ColourChoice>
{
    public ColourRules(IStringLocalizer texts)
    {
        RuleFor(c => c.Text)
            .Cascade(CascadeMode.Stop)
            .Must((c, _) => c.Asked() is not null)
            .WithMessage(_ => texts["Write the colour as # and six digits or letters from a to f, for example #1f5c3d."])
            .Must((c, _) => c.UseNearest || c.CanBeRead())
            .WithMessage(c =>
                texts[
                    "{0} is too pale to read. The nearest that can be read is {1}: tick the box to use it.",
                    c.Text!.Trim(),
                    c.Asked()!.Value.OnLightPaper
                ]
            );
    }
}
