using CoProduce.Web.Features.Care.Guardians;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Ui;
using FluentValidation;

namespace CoProduce.Web.Features.Care;

/// <summary>Registers what the capability owns: checks, restrictions, notes, concerns, and who has looked at a record.</summary>
public static class CareFeature
{
    public static IServiceCollection AddCare(this IServiceCollection services)
    {
        services.AddScoped<CareDoor>().AddScoped<LooksQuery>().AddScoped<ConcernsQuery>().AddScoped<CareTodayQuery>();
        services.AddScoped<RecordCheck>().AddScoped<MakeRestriction>().AddScoped<ReviewRestriction>().AddScoped<WriteNote>();
        services.AddScoped<RecordConcern>().AddScoped<TakeConcernStep>().AddScoped<ReadMarks>().AddScoped<RemindOfCare>();
        services.AddOutboxJob<RemindOfCare>(OutboxKind.CareRound, (job, db, _, ct) => job.HandleAsync(db, ct));
        services.AddScoped<SaveCheckKind>().AddScoped<SetReminderDays>().AddScoped<CheckKindsQuery>();
        services
            .AddSingleton<IValidator<RecordCheckForm>, RecordCheckRules>()
            .AddSingleton<IValidator<RestrictionForm>, RestrictionRules>();
        services.AddSingleton<IValidator<ReviewForm>, ReviewRules>().AddSingleton<IValidator<NoteForm>, NoteRules>();
        services.AddSingleton<IValidator<ConcernForm>, ConcernRules>().AddSingleton<IValidator<ConcernStepForm>, ConcernStepRules>();
        services.AddSingleton<IValidator<CheckKindForm>, CheckKindRules>().AddSingleton<IValidator<ReminderDaysForm>, ReminderDaysRules>();
        services.AddScoped<MissingYesQuery>().AddScoped<GuardianQuery>().AddScoped<KeepGuardian>().AddScoped<NoteGuardianConsent>();
        services
            .AddSingleton<IValidator<GuardianForm>, GuardianRules>()
            .AddSingleton<IValidator<GuardianConsentForm>, GuardianConsentRules>();
        return services.AddMenu(
            new MenuEntry("Checks that run out", "checks", MenuPlace.People, "done", Audience.Coordinator, 6),
            new MenuEntry("Concerns", "concerns", MenuPlace.People, "warning", Audience.Coordinator, 7)
        );
    }
}
