using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Photos;

/// <summary>A member's photo. That it may be kept, and who besides staff sees it, is what the member agreed to.</summary>
public sealed class MemberPhoto
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MaximumBytes = 2 * 1024 * 1024;

    /// <summary>The most pixels along one side.</summary>
    public const int MaximumSide = 6000;

    /// <summary>Whose.</summary>
    public MemberId MemberId { get; init; }

    /// <summary>The picture, without anything that the camera wrote beside it.</summary>
    public required byte[] Content { get; set; }

    /// <summary>As its own bytes tell.</summary>
    public PhotoKind Kind { get; set; }

    /// <summary>When it was put in.</summary>
    public DateTimeOffset At { get; set; }
}

/// <summary>The kinds of picture that are taken.</summary>
public enum PhotoKind : short
{
    Jpeg = 1,
    Png = 2,
    WebP = 3,
}
