using FluentValidation;

namespace CoProduce.Web.Features.Retention;

/// <summary>Registers what the capability owns.</summary>
public static class RetentionFeature
{
    public static IServiceCollection AddRetention(this IServiceCollection services)
    {
        services.AddScoped<RetentionQuery>().AddScoped<SetRetention>().AddScoped<KeepLonger>().AddScoped<KeepToRetention>();
        return services
            .AddSingleton<IValidator<RetentionForm>, RetentionFormRules>()
            .AddSingleton<IValidator<KeepLongerForm>, KeepLongerRules>();
    }
}
