using FluentValidation;

namespace CoProduce.Web.Features.Calls;

/// <summary>Registers what the capability owns: calls with members, noted and to be made.</summary>
public static class CallsFeature
{
    public static IServiceCollection AddCalls(this IServiceCollection services) =>
        services
            .AddScoped<NoteCall>()
            .AddScoped<CallsQuery>()
            .AddScoped<TellByPhone>()
            .AddScoped<ToRingQuery>()
            .AddSingleton<IValidator<NoteCallForm>, NoteCallRules>();
}
