using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Skills;

/// <summary>How well somebody speaks a language.</summary>
public enum LanguageLevel : short
{
    /// <summary>Enough for a shop or a greeting.</summary>
    Little = 1,

    /// <summary>Enough for a long talk.</summary>
    Well = 2,

    /// <summary>From home.</summary>
    MotherTongue = 3,
}

/// <summary>A language that a member speaks or signs.</summary>
public sealed class MemberLanguage
{
    /// <summary>The most that one member lists.</summary>
    public const int Most = 12;

    /// <summary>Who.</summary>
    public MemberId MemberId { get; init; }

    /// <summary>The language by its ISO 639 code, one of <see cref="SpokenLanguages"/>.</summary>
    public required string Code { get; init; }

    /// <summary>How well.</summary>
    public LanguageLevel Level { get; set; }
}
