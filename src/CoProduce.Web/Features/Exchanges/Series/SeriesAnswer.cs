using System.Security.Cryptography;
using System.Text;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Exchanges.Series;

/// <summary>How logging several days in one go can end.</summary>
public enum SeriesOutcome
{
    Logged,

    /// <summary>Fewer than two days are ticked.</summary>
    TooFew,

    /// <summary>More than <see cref="Exchange.MostInSeries"/> are.</summary>
    TooMany,

    /// <summary>The same was logged for some of the days already, and nobody said to log it all the same.</summary>
    Doubles,

    /// <summary>It is against a rule of single exchanges, or the ledger refused it.</summary>
    Refused,
}

/// <summary>How it ended, or would end.</summary>
/// <param name="Fault">The rule it is against; null unless it was refused.</param>
/// <param name="Day">The first day that is against it; null when it is all of them.</param>
/// <param name="Fit">How many of the first days the receiver could pay for, when not all.</param>
public sealed record SeriesAnswer(SeriesOutcome Outcome, LogOutcome? Fault = null, DateOnly? Day = null, int Fit = 0)
{
    /// <summary>The days on which the same two logged the same length already.</summary>
    public IReadOnlyList<DateOnly> Doubles { get; init; } = [];
}

/// <summary>What is the same for every series, whoever logs it.</summary>
internal static class SeriesChecks
{
    /// <summary>What stands against those days; null when nothing does.</summary>
    /// <param name="receiver">Null when it was for the organisation.</param>
    public static async Task<SeriesAnswer?> CheckSeriesAsync(
        this TenantDb db,
        OrganisationProfile organisation,
        MemberId giver,
        MemberId? receiver,
        long minutes,
        CategoryId? kind,
        SeriesForm form,
        DateOnly today,
        CancellationToken ct
    )
    {
        var days = form.Chosen;
        if (days.Count is < 2 or > Exchange.MostInSeries)
            return new(days.Count < 2 ? SeriesOutcome.TooFew : SeriesOutcome.TooMany);
        if (ExchangeRules.LengthFault(organisation, minutes) is { } length)
            return new(SeriesOutcome.Refused, length);
        foreach (var day in days)
        {
            if (ExchangeRules.DayFault(day, today) is { } fault)
                return new(SeriesOutcome.Refused, fault, day);
        }
        if (await db.KindOrPeriodFaultAsync(days[0], kind, ct) is { } rest)
            return new(SeriesOutcome.Refused, rest, rest == LogOutcome.PeriodClosed ? days[0] : null);
        if (form.DespiteDoubles)
            return null;
        var doubles = await db
            .Exchanges.Where(e => e.GiverId == giver && e.ReceiverId == receiver && e.Minutes == minutes && days.Contains(e.ServiceDate))
            .Where(e => e.Status != ExchangeStatus.Withdrawn && e.Status != ExchangeStatus.Reversed)
            .Select(e => e.ServiceDate)
            .Distinct()
            .ToListAsync(ct);
        return doubles.Count == 0 ? null : new(SeriesOutcome.Doubles) { Doubles = [.. doubles.Order()] };
    }

    /// <summary>A mark of everything that is read back to whoever logs it.</summary>
    public static string Mark(this SeriesForm form, params object?[] rest) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [.. rest, .. form.Chosen.Select(SeriesForm.Iso)])))
        );
}
