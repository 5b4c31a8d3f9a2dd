using CoProduce.Web.Ui;
using FluentValidation;

namespace CoProduce.Web.Features.Offers;

/// <summary>Registers what the capability owns: what people give and would like.</summary>
public static class OffersFeature
{
    public static IServiceCollection AddOffers(this IServiceCollection services)
    {
        services.AddScoped<PutInOffer>().AddScoped<CloseOffer>().AddScoped<OffersQuery>();
        services.AddSingleton<IValidator<OfferForm>, OfferRules>();
        services.AddMenu(new MenuEntry("Offers and requests", "offers", MenuPlace.Mine, "board", Audience.Member, 3));
        return services;
    }
}
