using CoProduce.Web.Ui;
using FluentValidation;

namespace CoProduce.Web.Features.Messages;

/// <summary>Registers what the capability owns: letters, the outbox and the post.</summary>
public static class MessagesFeature
{
    /// <summary>Where a mail program stops mails when its reader presses its own button (RFC 8058): no page, no cookie, no form key.</summary>
    public static IEndpointRouteBuilder MapMessages(this IEndpointRouteBuilder routes)
    {
        const string path = "/{organisation}/no-more/{secret}/at-once";
        routes
            .MapPost(
                path,
                async (string secret, StopWriting stop, CancellationToken ct) =>
                    await stop.HandleAsync(secret, ct) == StopWriting.Outcome.Stopped
                        ? Results.Ok()
                        : Results.StatusCode(StatusCodes.Status410Gone)
            )
            .AllowAnonymous()
            .DisableAntiforgery();
        routes.MapTextsIn();
        routes
            .MapGet(path, (string organisation, string secret) => Results.LocalRedirect($"/{organisation}/no-more/{secret}"))
            .AllowAnonymous();
        return routes;
    }

    public static IServiceCollection AddMessages(this IServiceCollection services)
    {
        services.AddScoped<Letters>().AddScoped<AccountLetters>().AddScoped<DoOutboxItem>();
        services.AddSingleton<LetterBodies>().AddSingleton<SiteAddress>().AddSingleton<SendLetter>();
        services.AddSingleton<SmtpPostbox>().AddSingleton<FolderPostbox>();
        services.AddSingleton<IPostbox>(provider =>
            provider.GetRequiredService<IHostEnvironment>().IsDevelopment()
            && string.IsNullOrEmpty(provider.GetRequiredService<IConfiguration>()["Mail:Host"])
                ? provider.GetRequiredService<FolderPostbox>()
                : provider.GetRequiredService<SmtpPostbox>()
        );
        services.AddSingleton<HttpTextGateway>().AddSingleton<FolderTextGateway>().AddSingleton<SendText>();
        services.AddSingleton<ITextGateway>(provider =>
            provider.GetRequiredService<IHostEnvironment>().IsDevelopment()
            && string.IsNullOrEmpty(provider.GetRequiredService<IConfiguration>()["Text:Url"])
                ? provider.GetRequiredService<FolderTextGateway>()
                : provider.GetRequiredService<HttpTextGateway>()
        );
        services.AddTextsIn();
        services.AddScoped<MailOfTheDay>().AddScoped<StopLinks>();
        AddJobs(services);
        services.AddSingleton<OutboxRound>();
        services.AddHostedService<OutboxWorker>();
        services
            .AddScoped<LettersQuery>()
            .AddScoped<PrintLetters>()
            .AddScoped<LetterSheets>()
            .AddSingleton<IValidator<LettersForm>, LettersRules>();
        services.AddScoped<UndeliveredQuery>().AddScoped<SettleUndelivered>().AddSingleton<IValidator<UndeliveredForm>, UndeliveredRules>();
        services.AddScoped<SentQuery>().AddScoped<StopWriting>();
        services.AddScoped<ChangeQuietHours>().AddSingleton<IValidator<QuietHoursForm>, QuietHoursRules>();
        services.AddScoped<Announce>().AddScoped<AnnouncementsQuery>().AddSingleton<IValidator<AnnouncementForm>, AnnouncementRules>();
        services.AddScoped<OrderStatements>().AddSingleton<IValidator<StatementsForm>, StatementsRules>();
        return services.AddMenu(new MenuEntry("Letters and news", "letters", MenuPlace.Today, "mail", Audience.Coordinator, 6));
    }

    private static void AddJobs(IServiceCollection services)
    {
        services.AddOutboxJob<SendLetter>(
            OutboxKind.Mail,
            async (job, _, item, ct) => OutboxResult.FailedWith(await job.HandleAsync(item.Letter, item.Id, ct))
        );
        services.AddOutboxJob<SendText>(
            OutboxKind.Text,
            async (job, _, item, ct) => OutboxResult.FailedWith(await job.HandleAsync(item.Letter, item.Id, ct))
        );
        services.AddOutboxJob<MailOfTheDay>(
            OutboxKind.MailOfTheDay,
            (job, db, item, ct) => job.HandleAsync(db, new(item.SubjectId!.Value), ct)
        );
        services.AddOutboxJob<PrintLetters>(OutboxKind.ForgetPosted, (_, db, item, ct) => db.ForgetPostedAsync(item.SubjectId!.Value, ct));
        services.AddOutboxJob<Announce>(OutboxKind.Announce, (job, db, item, ct) => job.WriteAsync(db, item.SubjectId!.Value, ct));
    }
}
