using FluentValidation;

namespace CoProduce.Web.Features.Calls;

/// <summary>Registers what the capability owns: calls with members.</summary>
public static class CallsFeature
{
    public static IServiceCollection AddCalls(this IServiceCollection services) =>
        services.AddScoped<NoteCall>().AddScoped<CallsQuery>().AddSingleton<IValidator<NoteCallForm>, NoteCallRules>();
}
