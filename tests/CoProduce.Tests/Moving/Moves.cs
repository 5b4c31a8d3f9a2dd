using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Moving;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoProduce.Tests.Moving;

/// <summary>The words in which tests speak of moving.</summary>
internal static class Moves
{
    public const MoveParts All = (MoveParts)255;

    public static Task<MoveToHub.Outcome> MovesToHubAsync(
        this Actor cora,
        MemberId member,
        HubId hub,
        DateOnly? on = null,
        string email = ""
    ) =>
        cora.DoAsync(
            (MoveToHub move) =>
                move.HandleAsync(
                    new()
                    {
                        Member = member.Value,
                        Hub = hub.Value,
                        On = on is { } day ? DateBoxes.From(day) : new(),
                        Reason = "Nearer to her sister",
                        Email = email,
                    }
                )
        );

    public static async Task<(ProposeDeparture.Outcome Outcome, Guid Move)> ProposesAsync(
        this Actor cora,
        MemberId member,
        Place there,
        MoveParts parts = All
    )
    {
        var form = new DepartureForm
        {
            Member = member.Value,
            There = there.Id.Value.ToString(),
            Ticked = [.. Enum.GetValues<MoveParts>().Where(p => p != MoveParts.Nothing && parts.HasFlag(p)).Select(p => p.ToString())],
            Agreed = true,
            AgreedOn = DateBoxes.From(DateOnly.FromDateTime(cora.Place.Bank.Clock.GetUtcNow().UtcDateTime)),
            AgreedBy = Door.Phone,
            Words = "A good neighbour",
        };
        return (await cora.DoAsync((ProposeDeparture propose) => propose.HandleAsync(form)), form.RequestKey);
    }

    public static Task<AnswerArrival.Outcome> WelcomesAsync(this Actor there, Guid move, Guid? key = null) =>
        there.DoAsync(
            (AnswerArrival answer) =>
                answer.HandleAsync(
                    new()
                    {
                        RequestKey = key ?? Guid.CreateVersion7(),
                        Move = move,
                        Hub = there.Place.Hub.Value,
                    }
                )
        );

    public static Task<Arrival> ArrivalAsync(this Place there, Guid move) =>
        there.ReadAsync(db => db.Arrivals.SingleAsync(a => a.Id == move));

    /// <summary>Letters that were written and are not sent.</summary>
    public static Task<List<string>> UnsentAsync(this Place place) =>
        place.ReadAsync(db => db.Outbox.Where(o => o.Kind == OutboxKind.Mail && o.Letter != "").Select(o => o.Letter).ToListAsync());

    /// <summary>Does what is due in the place but sending mail.</summary>
    public static async Task DoDueAsync(this Place place)
    {
        var due = await place.ReadAsync(db =>
            db.Outbox.Where(o => o.Kind != OutboxKind.Mail && o.DoneAt == null && o.DueAt <= place.Bank.Clock.GetUtcNow()).ToListAsync()
        );
        foreach (var item in due)
        {
            await using var scope = place.Enter();
            var services = scope.ServiceProvider;
            await services
                .GetRequiredService<CoProduce.Web.Tenancy.UnitOfWork>()
                .WriteAsync(async db =>
                {
                    var subject = item.SubjectId ?? default;
                    if (item.Kind == OutboxKind.MoveToHub)
                        await services.GetRequiredService<DoHubMove>().HandleAsync(db, subject, default);
                    else if (item.Kind == OutboxKind.RemindOfArrival)
                        await services.GetRequiredService<RemindOfArrival>().HandleAsync(db, subject, default);
                    else if (item.Kind == OutboxKind.TellOfDeparture)
                        await services.GetRequiredService<TellOfDeparture>().HandleAsync(db, subject, default);
                    (await db.Outbox.SingleAsync(o => o.Id == item.Id)).Succeed(place.Bank.Clock.GetUtcNow());
                    db.Keep();
                    return true;
                });
        }
    }
}
