using CoProduce.Web.Features.Messages;
using CoProduce.Web.Ui;
using FluentValidation;

namespace CoProduce.Web.Features.Imports;

/// <summary>Registers what the capability owns: bringing in what another program or a sheet of paper holds.</summary>
public static class ImportsFeature
{
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        services.AddScoped<StartImport>().AddScoped<SayColumns>().AddScoped<DecideNames>().AddScoped<MendLines>().AddScoped<BeginImport>();
        services.AddScoped<ImportsQuery>();
        services.AddScoped<WorkOnImport>().AddScoped<ReadLines>().AddScoped<CheckLines>().AddScoped<BringIn>().AddScoped<TakeOut>();
        services.AddOutboxJob<WorkOnImport>(
            OutboxKind.Import,
            async (job, db, item, ct) =>
                await job.HandleAsync(db, new(item.SubjectId!.Value), ct) == WorkOnImport.Outcome.MoreToDo
                    ? OutboxResult.MoreToDo
                    : OutboxResult.Done
        );
        services.AddScoped<BringMembers>().AddScoped<BringBalances>().AddScoped<BringOffers>().AddScoped<BringHistory>();
        services.AddScoped<ReverseImported>();
        services.AddSingleton<IValidator<BeginForm>, UndoImportRules>();
        return services.AddMenu(new MenuEntry("Bring in", "imports", MenuPlace.Settings, "receive", Audience.Manager, 3));
    }
}
