using FluentValidation;

namespace CoProduce.Web.Features.Talk;

/// <summary>Registers what the capability owns: messages between members.</summary>
public static class TalkFeature
{
    public static IServiceCollection AddTalk(this IServiceCollection services) =>
        services
            .AddScoped<WriteMessage>()
            .AddScoped<OpenTalk>()
            .AddScoped<TalksQuery>()
            .AddScoped<BlockTalk>()
            .AddSingleton<IValidator<WriteMessageForm>, WriteMessageRules>();
}
