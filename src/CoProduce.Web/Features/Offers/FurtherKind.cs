using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;

namespace CoProduce.Web.Features.Offers;

/// <summary>A kind of help of an offer or request beside the one under which it is counted.</summary>
public sealed class FurtherKind
{
    /// <summary>The offer or request.</summary>
    public OfferId OfferId { get; init; }

    /// <summary>The kind of help.</summary>
    public CategoryId CategoryId { get; init; }

    /// <summary>Whose that is, so that it goes with them.</summary>
    public MemberId MemberId { get; init; }
}
