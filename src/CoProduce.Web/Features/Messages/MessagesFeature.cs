namespace CoProduce.Web.Features.Messages;

/// <summary>Registers what the capability owns: letters, the outbox and the post.</summary>
public static class MessagesFeature
{
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
        services.AddScoped<MailOfTheDay>().AddScoped<StopLinks>();
        services.AddSingleton<OutboxRound>();
        services.AddHostedService<OutboxWorker>();
        return services;
    }
}
