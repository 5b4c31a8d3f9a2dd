using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Tenancy;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>Logs help inside another use case's unit of work: from one side's word, or from a broker's. Whoever calls it keeps the unit of work when it answers that it was logged.</summary>
public sealed class LogHelp(CurrentOrganisation organisation, ExchangeLetters letters, TimeProvider clock)
{
    /// <summary>One side says so: the other is asked, and silence confirms it. No hours move yet.</summary>
    public async Task<LogOutcome> BySideAsync(TenantDb db, Exchange exchange, CancellationToken ct)
    {
        if (await FaultAsync(db, exchange, ct) is { } fault)
            return fault;
        await AskAsync(db, exchange, ct);
        return LogOutcome.Logged;
    }

    /// <summary>A broker says so for both: the hours move at once, and both are told. When it is refused, nothing may be kept.</summary>
    /// <param name="as">What the exchange says of who confirmed it: a coordinator or a peer broker.</param>
    public async Task<LogOutcome> ByBrokerAsync(
        TenantDb db,
        Exchange exchange,
        RoleHolderId broker,
        Confirmation @as,
        Authorship acting,
        CancellationToken ct
    )
    {
        if (await FaultAsync(db, exchange, ct) is { } fault)
            return fault;
        var now = clock.GetUtcNow();
        db.Exchanges.Add(exchange);
        db.MarkCare(await CareAsync(db, exchange, ct), exchange.Id.Value, now, broker);
        await letters.TellBothAsync(db, exchange, ct);
        var posting = await db.PostExchangeAsync(exchange, @as, acting, now, ct);
        return ExchangeRules.OfPosting(posting, exchange.ReceiverId);
    }

    /// <summary>Keeps what one side logged and asks the other, without looking at the limits again.</summary>
    internal async Task AskAsync(TenantDb db, Exchange exchange, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        db.Exchanges.Add(exchange);
        db.MarkCare(await CareAsync(db, exchange, ct), exchange.Id.Value, now); // for a coordinator's eyes; the member hears nothing of it
        if (exchange.Asked is not null)
            db.LetSilenceConfirm(exchange, now.AddDays(organisation.Profile.Settings.ConfirmationDays));
        await letters.AskAsync(db, exchange, ct);
    }

    private Task<LogOutcome?> FaultAsync(TenantDb db, Exchange exchange, CancellationToken ct)
    {
        var rules = organisation.Profile;
        return db.CheckExchangeAsync(
            rules,
            exchange.ServiceDate,
            exchange.Minutes,
            exchange.CategoryId,
            rules.DateOf(clock.GetUtcNow()),
            ct
        );
    }

    private static Task<CareAnswer> CareAsync(TenantDb db, Exchange exchange, CancellationToken ct) =>
        db.CareRulesAsync(Meeting.Of(exchange.GiverId, exchange.ReceiverId, exchange.CategoryId, exchange.ServiceDate), ct);
}
