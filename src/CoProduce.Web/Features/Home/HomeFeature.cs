using CoProduce.Web.Ui;

namespace CoProduce.Web.Features.Home;

/// <summary>Registers what the capability owns: the page that everybody of an organisation sees first.</summary>
public static class HomeFeature
{
    public static IServiceCollection AddHome(this IServiceCollection services)
    {
        services.AddScoped<HomeQuery>();
        services.AddMenu(new MenuEntry("Home", "", MenuPlace.Mine, "home", Audience.Member, 1));
        return services;
    }
}
