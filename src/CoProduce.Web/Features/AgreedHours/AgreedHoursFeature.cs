using CoProduce.Web.Ui;
using FluentValidation;

namespace CoProduce.Web.Features.AgreedHours;

/// <summary>Registers what the capability owns: hours that members agreed to give.</summary>
public static class AgreedHoursFeature
{
    public static IServiceCollection AddAgreedHours(this IServiceCollection services)
    {
        services.AddScoped<AgreedHoursQuery>().AddScoped<AgreeHours>().AddScoped<EndAgreedHours>();
        services.AddSingleton<IValidator<AgreeHoursForm>, AgreeHoursRules>().AddSingleton<IValidator<EndAgreedForm>, EndAgreedRules>();
        return services.AddMenu(new MenuEntry("Agreed hours", "agreed", MenuPlace.People, "clock", Audience.Coordinator, 5));
    }
}
