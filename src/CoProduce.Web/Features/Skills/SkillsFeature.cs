using CoProduce.Web.Ui;
using FluentValidation;

namespace CoProduce.Web.Features.Skills;

/// <summary>Registers what the capability owns: the list of skills, and what people give, enjoy and would like.</summary>
public static class SkillsFeature
{
    public static IServiceCollection AddSkills(this IServiceCollection services)
    {
        services.AddScoped<SkillListQuery>().AddScoped<SaveSkill>().AddScoped<SaveSkillGroup>().AddScoped<ArrangeSkills>();
        services.AddScoped<KeepAnswers>().AddScoped<TickSkills>().AddScoped<KeepOwnWords>().AddScoped<KeepLanguages>();
        services
            .AddScoped<ChangeTimes>()
            .AddScoped<ChangeReach>()
            .AddScoped<ChangeHome>()
            .AddScoped<ChangeNotAsk>()
            .AddScoped<ChangeAccess>()
            .AddScoped<TakeBreak>();
        services.AddScoped<GivingQuery>().AddScoped<WhoCanQuery>();
        services.AddSingleton<IValidator<SkillForm>, SkillRules>().AddSingleton<IValidator<SkillGroupForm>, SkillGroupRules>();
        services.AddSingleton<IValidator<OwnWordsForm>, OwnWordsRules>().AddSingleton<IValidator<LanguageForm>, LanguageRules>();
        services.AddSingleton<IValidator<TimesForm>, TimesRules>().AddSingleton<IValidator<ReachForm>, ReachRules>();
        services.AddSingleton<IValidator<HomeForm>, HomeRules>().AddSingleton<IValidator<NotAskForm>, NotAskRules>();
        services.AddSingleton<IValidator<AccessForm>, AccessRules>().AddSingleton<IValidator<BreakForm>, BreakRules>();
        return services.AddMenu(new MenuEntry("Who can …?", "who-can", MenuPlace.People, "search", Audience.Coordinator, 2));
    }
}
