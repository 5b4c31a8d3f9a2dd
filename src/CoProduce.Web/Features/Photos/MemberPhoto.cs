using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Photos;

/// <summary>A member's photo. That it may be kept, and who besides staff sees it, is what the member agreed to.</summary>
public sealed class MemberPhoto
{
    /// <summary>The most pixels along a side: a face on a page, and on a card when it is printed.</summary>
    public const int Side = 800;

    /// <summary>Whose.</summary>
    public MemberId MemberId { get; init; }

    /// <summary>The picture as <see cref="Ui.PictureFile.AsJpeg"/> draws it.</summary>
    public required byte[] Content { get; set; }

    /// <summary>When it was put in.</summary>
    public DateTimeOffset At { get; set; }
}
