using CoProduce.Web.Ui;
using FluentValidation;

namespace CoProduce.Web.Features.Cards;

/// <summary>Registers what the capability owns: cards with a member's number and a code.</summary>
public static class CardsFeature
{
    public static IServiceCollection AddCards(this IServiceCollection services)
    {
        services.AddScoped<CardsQuery>().AddScoped<IssueCards>().AddScoped<ReplaceCard>();
        services.AddSingleton<IValidator<IssueCardsForm>, IssueCardsRules>();
        return services.AddMenu(new MenuEntry("Member cards", "cards", MenuPlace.People, "print", Audience.Coordinator, 9));
    }
}
