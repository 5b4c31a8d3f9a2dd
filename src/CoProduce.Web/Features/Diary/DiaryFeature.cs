using System.Threading.RateLimiting;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.AspNetCore.RateLimiting;

namespace CoProduce.Web.Features.Diary;

/// <summary>Registers what the capability owns: arranged visits, reminders, what was said after them, calendars.</summary>
public static class DiaryFeature
{
    private const string FeedLimit = "diary-feed";

    // A calendar program asks every few minutes at most.
    private const int AsksPerFiveMinutes = 30;

    public static IServiceCollection AddDiary(this IServiceCollection services)
    {
        services.AddScoped<ArrangeVisit>().AddScoped<MoveVisit>().AddScoped<CallOffVisit>().AddScoped<StepVisit>().AddScoped<AnswerVisit>();
        services.AddScoped<IAnsweredByText, VisitByText>();
        services.AddScoped<TellOfVisit>().AddScoped<DiaryRounds>().AddScoped<VisitLinks>();
        services.AddOutboxJob<DiaryRounds>(
            OutboxKind.RemindOfVisit,
            (job, db, item, ct) => job.RemindAsync(db, new(item.SubjectId!.Value), ct)
        );
        services.AddOutboxJob<DiaryRounds>(
            OutboxKind.AskAfterVisit,
            (job, db, item, ct) => job.AskAsync(db, new(item.SubjectId!.Value), ct)
        );
        services.AddOutboxJob<DiaryRounds>(
            OutboxKind.RemindOfSession,
            (job, db, item, ct) => job.RemindOfSessionAsync(db, new(item.SubjectId!.Value), ct)
        );
        services.AddOutboxJob<DiaryRounds>(OutboxKind.DiaryRound, (job, db, _, ct) => job.GoOnAsync(db, ct));
        services.AddScoped<ChangeFeed>().AddScoped<CalendarFeed>();
        services.Configure<RateLimiterOptions>(limits => limits.AddPolicy(FeedLimit, OneFeed));
        services
            .AddScoped<PlanSession>()
            .AddScoped<ChangeSession>()
            .AddScoped<SignUp>()
            .AddScoped<TellOfSession>()
            .AddScoped<SessionsQuery>();
        services
            .AddSingleton<IValidator<PlanSessionForm>, PlanSessionRules>()
            .AddSingleton<IValidator<CallOffSessionForm>, CallOffSessionRules>()
            .AddSingleton<IValidator<ChangeSessionForm>, ChangeSessionRules>()
            .AddSingleton<IValidator<SignUpForm>, SignUpRules>();
        services.AddScoped<DiaryQuery>().AddScoped<DiaryTodayQuery>().AddScoped<StaffDiaryQuery>();
        services.AddSingleton<IValidator<ArrangeVisitForm>, ArrangeVisitRules>().AddSingleton<IValidator<MoveVisitForm>, MoveVisitRules>();
        services.AddSingleton<IValidator<CallOffForm>, CallOffRules>().AddSingleton<IValidator<AnswerVisitForm>, AnswerVisitRules>();
        return services.AddMenu(
            new MenuEntry("Diary", "diary", MenuPlace.Today, "calendar", Audience.Coordinator, 4),
            new MenuEntry("Diary of my time banks", "diary/hubs", MenuPlace.Today, "calendar", Audience.PeerBroker, 4)
        );
    }

    /// <summary>The calendars; whoever has the link reads it.</summary>
    public static IEndpointRouteBuilder MapDiary(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                "/{organisation}/diary/feed/{secret}",
                async (string secret, HttpContext http, CalendarFeed feed, CancellationToken ct) =>
                {
                    http.Response.Headers.CacheControl = "private, no-store";
                    return await feed.ReadAsync(secret, ct) is { } calendar
                        ? Results.Text(calendar, "text/calendar", System.Text.Encoding.UTF8)
                        : Results.StatusCode(StatusCodes.Status410Gone);
                }
            )
            .AllowAnonymous()
            .RequireRateLimiting(FeedLimit);
        return routes;
    }

    private static RateLimitPartition<string> OneFeed(HttpContext http) =>
        RateLimitPartition.GetFixedWindowLimiter(
            $"{http.Connection.RemoteIpAddress} {http.Request.Path}",
            _ => new() { PermitLimit = AsksPerFiveMinutes, Window = TimeSpan.FromMinutes(5) }
        );
}
