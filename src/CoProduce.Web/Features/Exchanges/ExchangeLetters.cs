using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>What people are told by mail about an exchange, in the transaction that changed it.</summary>
public sealed class ExchangeLetters(Letters letters, AnswerLinks links, CurrentOrganisation organisation)
{
    /// <summary>Asks the other side whether it is right, with a link that needs no sign-in.</summary>
    public async Task AskAsync(TenantDb db, Exchange exchange, CancellationToken ct)
    {
        if (exchange.Asked is not { } asked)
            return;
        var names = await NamesAsync(db, exchange, ct);
        foreach (var to in await Letters.AddresseesAsync(db, [asked], ct))
            letters.Write(
                db,
                to,
                t =>
                    new(
                        t["Is this right? {0}", exchange.Description],
                        [
                            Told(t, exchange, names),
                            t[
                                "If it is right, press the link and say yes. If it is not, say so there, and no hours move until it is settled."
                            ],
                            t["If you do nothing, we take it as right after {0} days.", organisation.Profile.Settings.ConfirmationDays],
                        ],
                        links.PathFor(exchange.Id, asked),
                        t["Look and answer"]
                    )
            );
    }

    /// <summary>Tells both that a coordinator logged it for them, and how to object.</summary>
    public Task TellBothAsync(TenantDb db, Exchange exchange, CancellationToken ct) =>
        TellAsync(
            db,
            exchange,
            t => t["We logged this for you: {0}", exchange.Description],
            t => [t["If this is not right, please tell us: press the link, or ring your coordinator."]],
            ct
        );

    /// <summary>Tells both that one of them says it is not right.</summary>
    public Task TellOfDisputeAsync(TenantDb db, Exchange exchange, CancellationToken ct) =>
        TellAsync(
            db,
            exchange,
            t => t["Somebody says this is not right: {0}", exchange.Description],
            t => [t["What was said: “{0}”", exchange.DisputeReason], t["A coordinator will talk to both of you and settle it."]],
            ct
        );

    /// <summary>Tells both that a coordinator confirmed it or left it as it was.</summary>
    public Task TellOfSettlementAsync(TenantDb db, Exchange exchange, CancellationToken ct) =>
        TellAsync(db, exchange, t => t["This was settled: {0}", exchange.Description], t => [t["A coordinator confirmed it."]], ct);

    /// <summary>Tells both that a coordinator undid it, and why.</summary>
    public Task TellOfUndoAsync(TenantDb db, Exchange exchange, CancellationToken ct) =>
        TellAsync(
            db,
            exchange,
            t => t["This was undone: {0}", exchange.Description],
            t => [t["The reason: “{0}”", exchange.EndReason], t["Any hours that moved for it went back where they came from."]],
            ct
        );

    private async Task TellAsync(
        TenantDb db,
        Exchange exchange,
        Func<IStringLocalizer, string> subject,
        Func<IStringLocalizer, string[]> more,
        CancellationToken ct
    )
    {
        MemberId[] people = exchange.ReceiverId is { } receiver ? [exchange.GiverId, receiver] : [exchange.GiverId];
        var names = await NamesAsync(db, exchange, ct);
        foreach (var to in await Letters.AddresseesAsync(db, people, ct))
            letters.Write(
                db,
                to,
                t => new(subject(t), [Told(t, exchange, names), .. more(t)], links.PathFor(exchange.Id, to.Member), t["Look at it"])
            );
    }

    private string Told(IStringLocalizer t, Exchange exchange, Dictionary<MemberId, string> names) =>
        t[
            "{0} gave {1} to {2} on {3}: {4}.",
            names[exchange.GiverId],
            t.Duration(exchange.Minutes),
            exchange.ReceiverId is { } receiver ? names[receiver] : organisation.Profile.Name,
            t.FullDay(exchange.ServiceDate),
            exchange.Description
        ];

    private static async Task<Dictionary<MemberId, string>> NamesAsync(TenantDb db, Exchange exchange, CancellationToken ct) =>
        await db
            .Members.Where(m => m.Id == exchange.GiverId || m.Id == exchange.ReceiverId)
            .ToDictionaryAsync(m => m.Id, m => m.FirstName, ct);
}
