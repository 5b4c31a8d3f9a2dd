using CoProduce.Web.Ui;
using FluentValidation;

namespace CoProduce.Web.Features.Circles;

/// <summary>Registers what the capability owns: households and small networks.</summary>
public static class CirclesFeature
{
    public static IServiceCollection AddCircles(this IServiceCollection services)
    {
        services.AddScoped<CirclesQuery>().AddScoped<MyCirclesQuery>();
        services.AddScoped<SaveCircle>().AddScoped<JoinCircle>().AddScoped<LeaveCircle>().AddScoped<EndCircle>();
        services.AddSingleton<IValidator<CircleForm>, CircleRules>().AddSingleton<IValidator<JoinCircleForm>, JoinCircleRules>();
        services.AddSingleton<IValidator<EndCircleForm>, EndCircleRules>();
        return services.AddMenu(new MenuEntry("Households and networks", "circles", MenuPlace.People, "people", Audience.Coordinator, 8));
    }
}
