using CoProduce.Web.Features.Messages;
using CoProduce.Web.Ui;
using FluentValidation;

namespace CoProduce.Web.Features.Talk;

/// <summary>Registers what the capability owns: messages between members.</summary>
public static class TalkFeature
{
    public static IServiceCollection AddTalk(this IServiceCollection services)
    {
        services.AddScoped<WriteMessage>().AddScoped<OpenTalk>().AddScoped<TalksQuery>().AddScoped<BlockTalk>().AddScoped<TellOfTalk>();
        services.AddOutboxJob<TellOfTalk>(
            OutboxKind.TellOfTalk,
            (job, db, item, ct) => job.HandleAsync(db, new(item.SubjectId!.Value), ct)
        );
        services.AddScoped<ReportTalk>().AddScoped<TalkReportsQuery>().AddScoped<CloseTalkReport>().AddScoped<OpenedTalks>();
        services.AddScoped<ChangeTalk>();
        services
            .AddSingleton<IValidator<WriteMessageForm>, WriteMessageRules>()
            .AddSingleton<IValidator<ReportTalkForm>, ReportTalkRules>();
        services
            .AddSingleton<IValidator<CloseTalkReportForm>, CloseTalkReportRules>()
            .AddSingleton<IValidator<ChangeTalkForm>, ChangeTalkRules>();
        return services.AddMenu(
            new MenuEntry("Reported messages", "reported-messages", MenuPlace.People, "warning", Audience.Coordinator, 7)
        );
    }
}
