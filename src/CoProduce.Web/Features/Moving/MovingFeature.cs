using CoProduce.Web.Features.Messages;
using CoProduce.Web.Ui;
using FluentValidation;

namespace CoProduce.Web.Features.Moving;

/// <summary>Registers what the capability owns: moves between hubs and between organisations, release among them.</summary>
public static class MovingFeature
{
    public static IServiceCollection AddMoving(this IServiceCollection services)
    {
        services.AddScoped<MoveToHub>().AddScoped<UndoHubMove>().AddScoped<DoHubMove>().AddScoped<HubMoveLetters>();
        services.AddScoped<ProposeDeparture>().AddScoped<WithdrawDeparture>().AddScoped<AnswerArrival>().AddScoped<ArrivalLetters>();
        services.AddScoped<RemindOfArrival>().AddScoped<TellOfDeparture>().AddScoped<MovesQuery>();
        services.AddOutboxJob<DoHubMove>(OutboxKind.MoveToHub, (job, db, item, ct) => job.HandleAsync(db, item.SubjectId!.Value, ct));
        services.AddOutboxJob<RemindOfArrival>(
            OutboxKind.RemindOfArrival,
            (job, db, item, ct) => job.HandleAsync(db, item.SubjectId!.Value, ct)
        );
        services.AddOutboxJob<TellOfDeparture>(
            OutboxKind.TellOfDeparture,
            (job, db, item, ct) => job.HandleAsync(db, item.SubjectId!.Value, ct)
        );
        services.AddSingleton<IValidator<MoveToHubForm>, MoveToHubRules>().AddSingleton<IValidator<DepartureForm>, DepartureRules>();
        services.AddSingleton<IValidator<ArrivalForm>, ArrivalRules>();
        return services.AddMenu(new MenuEntry("Moving here and away", "moves", MenuPlace.People, "swap", Audience.Coordinator, 8));
    }
}
