using System.Security.Cryptography;
using System.Text.Json;
using CoProduce.Ledger;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Matching;

/// <summary>What a coordinator hears of an offer or a request.</summary>
public sealed class PutInForMemberForm : OfferForm
{
    public Guid Member { get; set; }

    /// <summary>What the offer or request said when the form was shown, as <see cref="SeenOf"/> gives it; null for a new one.</summary>
    public string? Seen { get; set; }

    /// <summary>A short mark of all that an offer or request says: another as soon as anything of it is changed.</summary>
    public static string SeenOf(Offer offer, IReadOnlyList<CategoryId> kinds)
    {
        var said = new OfferForm { RequestKey = Guid.Empty };
        said.FillFrom(offer, kinds);
        return Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(said)));
    }

    /// <summary>The warnings that were shown, and whether they were read.</summary>
    public CareReading Care
    {
        get => field ??= new();
        set;
    }

    public Door Door { get; set; } = Door.Phone;
}

/// <summary>The shape of <see cref="PutInForMemberForm"/>.</summary>
public sealed class PutInForMemberRules : AbstractValidator<PutInForMemberForm>
{
    public PutInForMemberRules(IStringLocalizer texts) => Include(new OfferRules(texts));
}
