using CoProduce.Ledger;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Offers;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Matching;

/// <summary>What a coordinator hears of an offer or a request.</summary>
public sealed class PutInForMemberForm : OfferForm
{
    public Guid Member { get; set; }

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
