using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Ui;
using FluentValidation;

namespace CoProduce.Web.Features.Ledger;

/// <summary>Registers what the capability owns: statements, gifts, and what coordinators move by hand. Posting needs no registration.</summary>
public static class LedgerFeature
{
    public static IServiceCollection AddLedger(this IServiceCollection services)
    {
        services.AddScoped<StatementQuery>().AddScoped<StatementFile>().AddScoped<BalanceQuery>().AddScoped<GiveCredits>();
        services.AddScoped<ProveLedger>().AddScoped<ProofQuery>().AddScoped<AskForFullCheck>().AddScoped<CloseBooks>();
        services.AddSingleton<ProofRound>().AddHostedService<ProofWorker>();
        services.AddSingleton<IValidator<CloseBooksForm>, CloseBooksRules>();
        services.AddScoped<SendAcross>().AddScoped<BetweenQuery>().AddScoped<UndoCrossing>();
        services.AddScoped<MoveLetters>().AddScoped<TellOfCrossing>();
        services.AddOutboxJob<TellOfCrossing>(
            OutboxKind.TellOfCrossing,
            (job, db, item, ct) => job.HandleAsync(db, new(item.SubjectId!.Value), item.Letter, ct)
        );
        services.AddSingleton<IValidator<GiftForm>, GiftRules>().AddSingleton<IValidator<AcrossForm>, AcrossRules>();
        services.AddScoped<AccountsQuery>().AddScoped<MoveHours>().AddScoped<UndoMove>();
        services.AddSingleton<IValidator<SpendForm>, SpendRules>().AddScoped<SpendForTeam>();
        services.AddScoped<OpenTeamOrPot>().AddScoped<CloseTeamOrPot>();
        services.AddSingleton<IValidator<MoveForm>, MoveRules>().AddSingleton<IValidator<UndoMoveForm>, UndoMoveRules>();
        services.AddSingleton<IValidator<OpenTeamOrPotForm>, OpenTeamOrPotRules>();
        services.AddMenu(
            new MenuEntry("Statement", "statement", MenuPlace.Mine, "statement", Audience.Member, 4),
            new MenuEntry("Proof", "proof", MenuPlace.Figures, "shield", Audience.Coordinator | Audience.Trustee | Audience.Manager, 4),
            new MenuEntry("Accounts", "accounts", MenuPlace.Figures, "statement", Audience.Coordinator | Audience.Trustee, 3),
            new MenuEntry(
                "Between organisations",
                "between",
                MenuPlace.Figures,
                "statement",
                Audience.Coordinator | Audience.Trustee | Audience.Manager,
                5
            )
        );
        return services;
    }

    /// <summary>Statements as files: one's own, and a member's for a coordinator.</summary>
    public static void MapLedger(this IEndpointRouteBuilder routes)
    {
        const string own = "/{organisation}/statement";
        const string members = "/{organisation}/members/{id:guid}/statement";
        routes
            .MapGet(
                own + ".csv",
                (StatementFile file, CurrentPerson me, [AsParameters] StatementFileAsked asked, CancellationToken ct) =>
                    file.CsvAsync(me.Member, asked, ct)
            )
            .WithMetadata(new AllowRolesAttribute(Role.Member), new AlsoForAnotherAttribute());
        routes
            .MapGet(
                own + ".xlsx",
                (StatementFile file, CurrentPerson me, [AsParameters] StatementFileAsked asked, CancellationToken ct) =>
                    file.XlsxAsync(me.Member, asked, ct)
            )
            .WithMetadata(new AllowRolesAttribute(Role.Member), new AlsoForAnotherAttribute());
        routes
            .MapGet(
                own + "/{number:int}.csv",
                (StatementFile file, CurrentPerson me, int number, [AsParameters] StatementFileAsked asked, CancellationToken ct) =>
                    file.CsvAsync(me.Member, number, asked, ct)
            )
            .WithMetadata(new AllowRolesAttribute(Role.Member), new AlsoForAnotherAttribute());
        routes
            .MapGet(
                own + "/{number:int}.xlsx",
                (StatementFile file, CurrentPerson me, int number, [AsParameters] StatementFileAsked asked, CancellationToken ct) =>
                    file.XlsxAsync(me.Member, number, asked, ct)
            )
            .WithMetadata(new AllowRolesAttribute(Role.Member), new AlsoForAnotherAttribute());
        routes
            .MapGet(
                members + ".csv",
                (StatementFile file, Guid id, [AsParameters] StatementFileAsked asked, CancellationToken ct) =>
                    file.CsvAsync(new(id), asked, ct)
            )
            .WithMetadata(new AllowRolesAttribute(Role.Coordinator));
        routes
            .MapGet(
                members + ".xlsx",
                (StatementFile file, Guid id, [AsParameters] StatementFileAsked asked, CancellationToken ct) =>
                    file.XlsxAsync(new(id), asked, ct)
            )
            .WithMetadata(new AllowRolesAttribute(Role.Coordinator));
    }
}
