namespace CoProduce.Web.Features.Messages;

/// <summary>Registers what the capability owns: letters and the outbox.</summary>
public static class MessagesFeature
{
    public static IServiceCollection AddMessages(this IServiceCollection services)
    {
        services.AddScoped<Letters>();
        return services;
    }
}
