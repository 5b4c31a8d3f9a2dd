using CoProduce.Web.Features.Messages;
using CoProduce.Web.Ui;
using FluentValidation;

namespace CoProduce.Web.Features.Holds;

/// <summary>Registers what the capability owns: hours kept for a booked place or a promised award.</summary>
public static class HoldsFeature
{
    public static IServiceCollection AddHolds(this IServiceCollection services)
    {
        services.AddScoped<PlaceHold>().AddScoped<TakeHold>().AddScoped<ReleaseHold>().AddScoped<RunOutHold>().AddScoped<HoldsQuery>();
        services.AddOutboxJob<RunOutHold>(
            OutboxKind.RunOutHold,
            (job, db, item, ct) => job.HandleAsync(db, new(item.SubjectId!.Value), ct)
        );
        services.AddSingleton<IValidator<PlaceHoldForm>, PlaceHoldRules>();
        services.AddSingleton<IValidator<TakeHoldForm>, TakeHoldRules>();
        return services.AddMenu(new MenuEntry("Hours kept", "holds", MenuPlace.People, "calendar", Audience.Coordinator, 5));
    }
}
