using CoProduce.Web.Features.Messages;
using FluentValidation;

namespace CoProduce.Web.Features.Retention;

/// <summary>Registers what the capability owns.</summary>
public static class RetentionFeature
{
    public static IServiceCollection AddRetention(this IServiceCollection services)
    {
        services.AddScoped<RetentionQuery>().AddScoped<SetRetention>().AddScoped<KeepLonger>().AddScoped<KeepToRetention>();
        services.AddOutboxJob<KeepToRetention>(
            OutboxKind.RetentionRound,
            async (job, db, _, ct) =>
                await job.HandleAsync(db, ct) == KeepToRetention.Outcome.MoreToDo ? OutboxResult.MoreToDo : OutboxResult.Done
        );
        return services
            .AddSingleton<IValidator<RetentionForm>, RetentionFormRules>()
            .AddSingleton<IValidator<KeepLongerForm>, KeepLongerRules>();
    }
}
