using CoProduce.Web.Ui;
using FluentValidation;

namespace CoProduce.Web.Features.Diary;

/// <summary>Registers what the capability owns: arranged visits, reminders, what was said after them, calendars.</summary>
public static class DiaryFeature
{
    public static IServiceCollection AddDiary(this IServiceCollection services)
    {
        services.AddScoped<ArrangeVisit>().AddScoped<MoveVisit>().AddScoped<CallOffVisit>().AddScoped<StepVisit>().AddScoped<AnswerVisit>();
        services.AddScoped<TellOfVisit>().AddScoped<DiaryRounds>().AddScoped<VisitLinks>();
        services.AddScoped<DiaryQuery>().AddScoped<DiaryTodayQuery>();
        services.AddSingleton<IValidator<ArrangeVisitForm>, ArrangeVisitRules>().AddSingleton<IValidator<MoveVisitForm>, MoveVisitRules>();
        services.AddSingleton<IValidator<CallOffForm>, CallOffRules>().AddSingleton<IValidator<AnswerVisitForm>, AnswerVisitRules>();
        return services.AddMenu(
            new MenuEntry("Diary", "diary", MenuPlace.Today, "calendar", Audience.Coordinator, 4)
        );
    }
}
