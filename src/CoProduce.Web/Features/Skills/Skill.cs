using System.Globalization;
using CoProduce.Web.Features.Organisations;

namespace CoProduce.Web.Features.Skills;

/// <summary>The id of a skill in the organisation's list.</summary>
public readonly record struct SkillId(Guid Value)
{
    /// <summary>A new time-ordered id.</summary>
    public static SkillId New() => new(Guid.CreateVersion7());
}

/// <summary>The id of a group of skills.</summary>
public readonly record struct SkillGroupId(Guid Value)
{
    /// <summary>A new time-ordered id.</summary>
    public static SkillGroupId New() => new(Guid.CreateVersion7());
}

/// <summary>A name that an organisation gives in English, in Welsh or in both.</summary>
/// <param name="English">Empty when it has no English name.</param>
/// <param name="Welsh">Empty when it has no Welsh name.</param>
public readonly record struct TwoNames(string English, string Welsh)
{
    /// <summary>The name for whoever reads now; the other one when there is none in their language.</summary>
    public string Here => English.Length == 0 || (Welsh.Length > 0 && InWelsh) ? Welsh : English;

    /// <summary>True when whoever reads now reads Welsh.</summary>
    public static bool InWelsh => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "cy";
}

/// <summary>Skills that stand together in the organisation's list.</summary>
public sealed class SkillGroup
{
    /// <summary>The group.</summary>
    public SkillGroupId Id { get; init; }

    /// <summary>In English; empty for none.</summary>
    public string English { get; set; } = "";

    /// <summary>In Welsh; empty for none.</summary>
    public string Welsh { get; set; } = "";

    /// <summary>Its place in the list, from 1.</summary>
    public int Position { get; set; }

    /// <summary>The kind of help under which such skills are usually logged; null for none in particular.</summary>
    public CategoryId? CategoryId { get; set; }

    /// <summary>Both names.</summary>
    public TwoNames Name => new(English, Welsh);
}

/// <summary>Something that people can give, enjoy or would like, in the organisation's own list.</summary>
public sealed class Skill
{
    /// <summary>The longest name in one language, of a skill or a group.</summary>
    public const int NameLength = 80;

    /// <summary>The most skills in one list: a longer one is one that nobody reads.</summary>
    public const int Most = 400;

    /// <summary>The skill.</summary>
    public SkillId Id { get; init; }

    /// <summary>The group that it stands in.</summary>
    public SkillGroupId GroupId { get; set; }

    /// <summary>In English; empty for none.</summary>
    public string English { get; set; } = "";

    /// <summary>In Welsh; empty for none.</summary>
    public string Welsh { get; set; } = "";

    /// <summary>When it was taken from the list; null while it is offered. Whoever has it keeps it.</summary>
    public DateTimeOffset? HiddenAt { get; set; }

    /// <summary>Both names.</summary>
    public TwoNames Name => new(English, Welsh);
}
