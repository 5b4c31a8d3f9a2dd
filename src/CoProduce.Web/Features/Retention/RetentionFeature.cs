using CoProduce.Web.Features.Messages;
using CoProduce.Web.Ui;
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
            .AddSingleton<IValidator<KeepLongerForm>, KeepLongerRules>()
            .AddMenu(
                new MenuEntry(
                    "Records that go soon",
                    "retention",
                    MenuPlace.People,
                    "calendar",
                    Audience.Coordinator | Audience.Manager,
                    11
                )
            );
    }
}
