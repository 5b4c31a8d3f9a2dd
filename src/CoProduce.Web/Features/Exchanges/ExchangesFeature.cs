using CoProduce.Web.Features.Accounts;
using FluentValidation;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>Registers what the capability owns: logging help, confirming, disputing, settling.</summary>
public static class ExchangesFeature
{
    public static IServiceCollection AddExchanges(this IServiceCollection services)
    {
        services.AddScoped<LogExchange>().AddScoped<LogForMembers>().AddScoped<AnswerExchange>().AddScoped<SettleExchange>();
        services.AddScoped<ConfirmBySilence>().AddScoped<ExchangeLetters>().AddScoped<AnswerLinks>();
        services.AddSingleton<IValidator<LogExchangeForm>, LogExchangeRules>();
        services.AddSingleton<IValidator<LogForMembersForm>, LogForMembersRules>();
        services.AddSingleton<IValidator<SettleForm>, UndoRules>();
        return services;
    }
}
