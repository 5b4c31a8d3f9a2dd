using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;

namespace CoProduce.Web.Features.Skills;

/// <summary>What somebody has to do with a skill.</summary>
public enum SkillSide : short
{
    /// <summary>They can give it.</summary>
    Gives = 1,

    /// <summary>They enjoy it and would do it with others.</summary>
    Enjoys = 2,

    /// <summary>They would like it from others.</summary>
    WouldLike = 3,
}

/// <summary>Something that a member can give, enjoys or would like: from the organisation's list, or in their own words.</summary>
public sealed class MemberSkill
{
    /// <summary>The longest wording.</summary>
    public const int Length = 120;

    /// <summary>The most in own words that one member lists on one side.</summary>
    public const int MostOwn = 30;

    private string words = "";

    /// <summary>The line.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose.</summary>
    public MemberId MemberId { get; init; }

    /// <summary>Whether they can give it, enjoy it or would like it.</summary>
    public SkillSide Side { get; init; } = SkillSide.Gives;

    /// <summary>The skill from the list; null for own words.</summary>
    public SkillId? SkillId { get; init; }

    /// <summary>In the member's own words; empty for a skill from the list.</summary>
    public string Words
    {
        get => words;
        init => (words, Folded) = (value, Members.Folded.Of(value));
    }

    /// <summary>The words folded; the database keeps where each of them begins, so that they are found quickly.</summary>
    public string Folded { get; private set; } = "";

    /// <summary>For own words, the organisation's kind of help; null when none fits, and for a skill from the list, whose group says it.</summary>
    public CategoryId? CategoryId { get; init; }
}

/// <summary>One word of what a member says in their own words, kept by the database for searching.</summary>
public sealed class MemberSkillWord
{
    /// <summary>The word, folded.</summary>
    public required string Word { get; init; }

    /// <summary>The line that it stands in.</summary>
    public Guid MemberSkillId { get; init; }
}
