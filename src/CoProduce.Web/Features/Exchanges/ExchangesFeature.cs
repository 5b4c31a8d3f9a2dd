using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges.Disputes;
using CoProduce.Web.Features.Exchanges.Series;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Ui;
using FluentValidation;
using Radzen;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>Registers what the capability owns: logging help, confirming, disputing, settling.</summary>
public static class ExchangesFeature
{
    public static IServiceCollection AddExchanges(this IServiceCollection services)
    {
        services
            .AddScoped<PaidOtherwiseQuery>()
            .AddScoped<LogHelp>()
            .AddScoped<LogExchange>()
            .AddScoped<LogForMembers>()
            .AddScoped<AnswerExchange>()
            .AddScoped<SettleExchange>();
        services.AddScoped<IAnsweredByText, ExchangeByText>();
        services.AddScoped<ConfirmBySilence>().AddScoped<ExchangeLetters>().AddScoped<AnswerLinks>();
        services.AddScoped<WithdrawExchange>().AddScoped<ExchangeStoryQuery>();
        services.AddScoped<SettleQuery>().AddScoped<ExchangesQuery>().AddScoped<ExchangesCsv>();
        services.AddScoped<CorrectExchange>().AddScoped<AgainQuery>();
        services.AddScoped<RaiseDispute>().AddScoped<SpeakInDispute>().AddScoped<TakeBackDispute>();
        services.AddScoped<LookIntoDispute>().AddScoped<RemindOfDispute>();
        services.AddOutboxJob<ConfirmBySilence>(
            OutboxKind.ConfirmBySilence,
            async (job, db, item, ct) =>
            {
                var outcome = await job.HandleAsync(db, new(item.SubjectId!.Value), ct);
                return outcome is ConfirmBySilence.Outcome.Confirmed or ConfirmBySilence.Outcome.NotWaiting
                    ? OutboxResult.Done
                    : OutboxResult.LeftWith(outcome.ToString()); // a coordinator has to look
            }
        );
        services.AddOutboxJob<RemindOfDispute>(
            OutboxKind.RemindOfDispute,
            (job, db, item, ct) => job.HandleAsync(db, new(item.SubjectId!.Value), ct)
        );
        services.AddScoped<LogSeries>().AddScoped<LogSeriesForMembers>().AddScoped<AnswerSeries>().AddScoped<SettleSeries>();
        services.AddScoped<SeriesLetters>().AddScoped<SeriesQuery>();
        services.AddSingleton<IValidator<CorrectExchangeForm>, CorrectExchangeRules>();
        services.AddSingleton<IValidator<DisputeForm>, DisputeRules>();
        services.AddSingleton<IValidator<LogSeriesForm>, LogSeriesRules>();
        services.AddSingleton<IValidator<LogSeriesForMembersForm>, LogSeriesForMembersRules>();
        services.AddSingleton<IValidator<AnswerForm>, AnswerRules>();
        services.AddSingleton<IValidator<LogExchangeForm>, LogExchangeRules>();
        services.AddSingleton<IValidator<LogForMembersForm>, LogForMembersRules>();
        services.AddSingleton<IValidator<SettleForm>, SettleRules>();
        services.AddRadzenComponents(); // for the one island, the grid of all exchanges
        return services.AddMenu(
            new MenuEntry("Log hours", "log", MenuPlace.Mine, "swap", Audience.Member, 2),
            new MenuEntry("All exchanges", "exchanges", MenuPlace.People, "swap", Audience.Coordinator, 2)
        );
    }

    /// <summary>The list of exchanges as a file.</summary>
    public static IEndpointRouteBuilder MapExchanges(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/{organisation}/exchanges.csv", (HttpContext http, ExchangesCsv csv) => csv.WriteAsync(http))
            .WithMetadata(new AllowRolesAttribute(Role.Coordinator));
        return routes;
    }
}
