using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Offers;

/// <summary>A picture of an offer or request.</summary>
public sealed class OfferPicture
{
    /// <summary>The most pixels along a side: as wide as a page.</summary>
    public const int Side = 1600;

    /// <summary>The most of one.</summary>
    public const int Most = 3;

    /// <summary>The longest description.</summary>
    public const int DescriptionLength = 200;

    /// <summary>The picture.</summary>
    public Guid Id { get; init; }

    /// <summary>Of what.</summary>
    public OfferId OfferId { get; init; }

    /// <summary>Whose that is, so that it goes with them.</summary>
    public MemberId MemberId { get; init; }

    /// <summary>Its place, from 1.</summary>
    public int Position { get; init; }

    /// <summary>What is to be seen, for whoever does not see it.</summary>
    public required string Description { get; init; }

    /// <summary>The picture as <see cref="Ui.PictureFile.AsJpeg"/> draws it.</summary>
    public required byte[] Content { get; init; }
}
