using CoProduce.Web.Features.Messages;
using CoProduce.Web.Ui;
using FluentValidation;

namespace CoProduce.Web.Features.Offers;

/// <summary>Registers what the capability owns: what people give and would like.</summary>
public static class OffersFeature
{
    public static IServiceCollection AddOffers(this IServiceCollection services)
    {
        services.AddScoped<PutInOffer>().AddScoped<CloseOffer>().AddScoped<KeepPicture>().AddScoped<OfferChoicesQuery>();
        services.AddScoped<OffersQuery>().AddScoped<BoardWaitsQuery>().AddScoped<ByLinkQuery>().AddScoped<SavedSearchesQuery>();
        services.AddScoped<AnswerOffer>().AddScoped<SettleAnswer>().AddScoped<AnswerLetters>().AddScoped<OfferLinks>();
        services.AddScoped<IAnsweredByText, ProposalByText>();
        services.AddScoped<AnswerProposal>().AddScoped<ProposalLetters>().AddScoped<ProposalsQuery>();
        services.AddScoped<AskStillWanted>().AddScoped<TellOfNews>().AddScoped<KeepSearch>().AddScoped<ChangeBoard>();
        services.AddOutboxJob<AskStillWanted>(
            OutboxKind.BoardRound,
            async (job, db, _, ct) =>
                await job.HandleAsync(db, ct) == AskStillWanted.Outcome.MoreToDo ? OutboxResult.MoreToDo : OutboxResult.Done
        );
        services.AddOutboxJob<TellOfNews>(OutboxKind.NewOnBoardRound, (job, db, _, ct) => job.HandleAsync(db, ct));
        services.AddSingleton<IValidator<OfferForm>, OfferRules>();
        services.AddSingleton<IValidator<PictureForm>, PictureRules>();
        services.AddSingleton<IValidator<OfferAnswerForm>, OfferAnswerRules>();
        services.AddSingleton<IValidator<ChangeBoardForm>, ChangeBoardRules>();
        services.AddMenu(new MenuEntry("Offers and requests", "offers", MenuPlace.Mine, "board", Audience.Member, 3));
        return services;
    }
}
