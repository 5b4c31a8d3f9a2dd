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
                            t["If it is right, say yes or do nothing. If it is not, tell us, and no hours move until it is settled."],
                            t["If you do nothing, we take it as right after {0} days.", organisation.Profile.Settings.ConfirmationDays],
                        ],
                        links.PathFor(exchange.Id, asked),
                        t["Look and answer"]
                    )
                    {
                        Asks = new(TextAsk.Exchange, exchange.Id.Value, t["Answer YES or NO."]),
                    }
            );
    }

    /// <summary>Tells both that a coordinator logged it for them, and how to object.</summary>
    public Task TellBothAsync(TenantDb db, Exchange exchange, CancellationToken ct) =>
        TellAsync(
            db,
            exchange,
            t => t["We logged this for you: {0}", exchange.Description],
            t => [t["If this is not right, please tell us, or ring your coordinator."]],
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

    /// <summary>Tells both who looks into it.</summary>
    public Task TellOfLookingAsync(TenantDb db, Exchange exchange, string coordinator, CancellationToken ct) =>
        TellAsync(
            db,
            exchange,
            t => t["{0} looks into this: {1}", coordinator, exchange.Description],
            t => [t["{0} will talk to both of you and decide. If you want to add something, tell us.", coordinator]],
            ct
        );

    /// <summary>Tells everybody concerned but the speaker what was added.</summary>
    /// <param name="saidBy">Whose words they are; null for a coordinator's own.</param>
    /// <param name="coordinator">The name of the coordinator who speaks; null when a member does.</param>
    public Task TellOfWordsAsync(
        TenantDb db,
        Exchange exchange,
        string words,
        MemberId? saidBy,
        string? coordinator,
        CancellationToken ct
    ) =>
        TellAsync(
            db,
            exchange,
            t => t["Something was added: {0}", exchange.Description],
            (t, names) => [t["{0} says: “{1}”", saidBy is { } side ? names[side] : coordinator ?? "", words]],
            ct,
            besides: saidBy
        );

    /// <summary>Tells both that the one who raised it takes it back.</summary>
    public Task TellOfTakingBackAsync(TenantDb db, Exchange exchange, MemberId raiser, CancellationToken ct) =>
        TellAsync(
            db,
            exchange,
            t => t["This is right after all: {0}", exchange.Description],
            (t, names) =>
                [
                    t["{0} says that it is right after all.", names[raiser]],
                    exchange.EntryId is null ? t["It waits for an answer again, as before."] : t["It stays as it was."],
                ],
            ct
        );

    /// <summary>Tells both that a coordinator decided to keep it as it was.</summary>
    /// <param name="why">In the coordinator's words; empty for none.</param>
    public Task TellOfKeepingAsync(TenantDb db, Exchange exchange, string coordinator, string why, CancellationToken ct) =>
        TellAsync(
            db,
            exchange,
            t => t["This was settled: {0}", exchange.Description],
            t =>
                [
                    t["{0} decided that it stays as it was logged.", coordinator],
                    .. why.Length == 0 ? Array.Empty<string>() : [t["{0} says: “{1}”", coordinator, why]],
                ],
            ct
        );

    /// <summary>Tells both that a coordinator confirmed it.</summary>
    public Task TellOfSettlementAsync(TenantDb db, Exchange exchange, CancellationToken ct) =>
        TellAsync(db, exchange, t => t["This was settled: {0}", exchange.Description], t => [t["A coordinator confirmed it."]], ct);

    /// <summary>Tells both that a coordinator undid it, and why.</summary>
    public Task TellOfUndoAsync(TenantDb db, Exchange exchange, string reason, CancellationToken ct) =>
        TellAsync(
            db,
            exchange,
            t => t["This was undone: {0}", exchange.Description],
            t => [t["The reason: “{0}”", reason], t["Any hours that moved for it went back where they came from."]],
            ct
        );

    /// <summary>Tells everybody who was in the old one or is in the new one what was put right, and why.</summary>
    public async Task TellOfCorrectionAsync(TenantDb db, Exchange before, Exchange after, string reason, CancellationToken ct)
    {
        var sides = await db.SidesOfAsync([before, after], ct);
        MemberId[] people = [.. before.People.Union(after.People)];
        foreach (var to in await Letters.AddresseesAsync(db, people, ct))
        {
            var shown = after.Concerns(to.Member) ? sides[after.Id] : sides[before.Id];
            letters.Write(
                db,
                to,
                t =>
                    new(
                        t["This was corrected: {0}", shown.Exchange.Description],
                        [
                            .. CorrectionWords.Changes(t, sides[before.Id], sides[after.Id], to.Member, organisation.Profile),
                            t["The reason: “{0}”", reason],
                            t["If this is not right, please tell us, or ring your coordinator."],
                        ],
                        links.PathFor(shown.Exchange.Id, to.Member),
                        t["Look at it"]
                    )
            );
        }
    }

    private Task TellAsync(
        TenantDb db,
        Exchange exchange,
        Func<IStringLocalizer, string> subject,
        Func<IStringLocalizer, string[]> more,
        CancellationToken ct
    ) => TellAsync(db, exchange, subject, (t, _) => more(t), ct);

    private async Task TellAsync(
        TenantDb db,
        Exchange exchange,
        Func<IStringLocalizer, string> subject,
        Func<IStringLocalizer, Dictionary<MemberId, string>, string[]> more,
        CancellationToken ct,
        MemberId? besides = null
    )
    {
        var names = await NamesAsync(db, exchange, ct);
        foreach (var to in await Letters.AddresseesAsync(db, [.. exchange.People.Where(p => p != besides)], ct))
            letters.Write(
                db,
                to,
                t => new(subject(t), [Told(t, exchange, names), .. more(t, names)], links.PathFor(exchange.Id, to.Member), t["Look at it"])
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
