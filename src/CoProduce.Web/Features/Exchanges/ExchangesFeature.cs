using CoProduce.Web.Ui;
using FluentValidation;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>Registers what the capability owns: logging help, confirming, disputing, settling.</summary>
public static class ExchangesFeature
{
    public static IServiceCollection AddExchanges(this IServiceCollection services)
    {
        services.AddScoped<LogExchange>().AddScoped<LogForMembers>().AddScoped<AnswerExchange>().AddScoped<SettleExchange>();
        services.AddScoped<ConfirmBySilence>().AddScoped<ExchangeLetters>().AddScoped<AnswerLinks>();
        services.AddScoped<WithdrawExchange>().AddScoped<ExchangeStoryQuery>();
        services.AddSingleton<IValidator<AnswerForm>, AnswerRules>();
        services.AddSingleton<IValidator<LogExchangeForm>, LogExchangeRules>();
        services.AddSingleton<IValidator<LogForMembersForm>, LogForMembersRules>();
        services.AddSingleton<IValidator<SettleForm>, UndoRules>();
        services.AddMenu(new MenuEntry("Log hours", "log", MenuPlace.Mine, "swap", Audience.Member, 2));
        return services;
    }
}
