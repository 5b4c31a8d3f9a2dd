using CoProduce.Web.Features.Joining.Adding;
using CoProduce.Web.Features.Joining.Oneself;
using CoProduce.Web.Features.Joining.References;
using CoProduce.Web.Features.Joining.Referrals;
using CoProduce.Web.Features.Joining.Steps;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Ui;
using FluentValidation;

namespace CoProduce.Web.Features.Joining;

/// <summary>Registers what the capability owns: how people who would like to join become members.</summary>
public static class JoiningFeature
{
    public static IServiceCollection AddJoining(this IServiceCollection services)
    {
        services.AddScoped<JoinerLinks>().AddScoped<JoinerLetters>().AddScoped<JoinerFile>().AddScoped<JoiningQuery>();
        services.AddScoped<KeepJoiner>().AddScoped<NoteConversation>().AddScoped<ApproveJoiner>().AddScoped<RefuseJoiner>();
        services.AddScoped<WithdrawJoiner>().AddScoped<ForgetJoiner>().AddScoped<EndStep>().AddScoped<ChangeJoining>();
        services.AddScoped<BeginJoining>().AddScoped<AnswerQuestion>().AddScoped<AskToJoin>().AddScoped<OneselfQuery>();
        services.AddScoped<NoteGuardianYes>().AddScoped<AskAgain>().AddScoped<AddMember>();
        services.AddSingleton<IValidator<AddMemberForm>, AddMemberRules>();
        services.AddSingleton<IValidator<GuardianYesForm>, GuardianYesRules>();
        services.AddScoped<AskReference>().AddScoped<AnswerReference>().AddScoped<RemindReferee>();
        services.AddOutboxJob<RemindReferee>(
            OutboxKind.RemindReferee,
            (job, db, item, ct) => job.HandleAsync(db, new(item.SubjectId!.Value), ct)
        );
        services.AddOutboxJob<ForgetJoiner>(
            OutboxKind.ForgetJoiner,
            (job, db, item, ct) => job.HandleAsync(db, new(item.SubjectId!.Value), ct)
        );
        services.AddScoped<KeepReferrer>().AddScoped<IntroduceJoiner>().AddScoped<ReferrerQuery>();
        services.AddSingleton<IValidator<JoinerForm>, JoinerFormRules>().AddSingleton<IValidator<ConversationForm>, ConversationRules>();
        services.AddSingleton<IValidator<ApproveForm>, ApproveRules>().AddSingleton<IValidator<RefuseForm>, RefuseRules>();
        services.AddSingleton<IValidator<EndStepForm>, EndStepRules>().AddSingleton<IValidator<ChangeJoiningForm>, ChangeJoiningRules>();
        services.AddSingleton<IValidator<BeginForm>, BeginRules>().AddSingleton<IValidator<OwnAnswerForm>, OwnAnswerRules>();
        services.AddSingleton<IValidator<AskReferenceForm>, AskReferenceRules>();
        services.AddSingleton<IValidator<AnswerReferenceForm>, AnswerReferenceRules>();
        services.AddSingleton<IValidator<ReferrerForm>, ReferrerRules>().AddSingleton<IValidator<IntroduceForm>, IntroduceRules>();
        return services.AddMenu(new MenuEntry("Joining", "joining", MenuPlace.People, "add", Audience.Coordinator, 3));
    }
}
