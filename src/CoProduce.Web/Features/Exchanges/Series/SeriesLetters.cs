using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Exchanges.Series;

/// <summary>What people are told by mail about several days that were logged in one go: one letter each, in the transaction that changed them.</summary>
public sealed class SeriesLetters(Letters letters, AnswerLinks links, CurrentOrganisation organisation)
{
    /// <summary>Asks the other side whether they are right.</summary>
    public async Task AskAsync(TenantDb db, IReadOnlyList<Exchange> days, CancellationToken ct)
    {
        if (days[0].Asked is { } asked)
            await WriteAsync(
                db,
                days,
                [asked],
                t => t["Is this right? {0}", days[0].Description],
                t =>
                    [
                        t["If all of it is right, say yes once or do nothing. If one day is not, tell us which."],
                        t["If you do nothing, we take it as right after {0} days.", organisation.Profile.Settings.ConfirmationDays],
                    ],
                t => t["Look and answer"],
                ct
            );
    }

    /// <summary>Tells both that a coordinator logged them.</summary>
    public Task TellAsync(TenantDb db, IReadOnlyList<Exchange> days, CancellationToken ct) =>
        WriteAsync(
            db,
            days,
            days[0].People,
            t => t["We logged this for you: {0}", days[0].Description],
            t => [t["If this is not right, please tell us, or ring your coordinator."]],
            t => t["Look at it"],
            ct
        );

    /// <summary>Tells both that a coordinator confirmed them.</summary>
    public Task TellOfSettlementAsync(TenantDb db, IReadOnlyList<Exchange> days, CancellationToken ct) =>
        WriteAsync(
            db,
            days,
            days[0].People,
            t => t["This was settled: {0}", days[0].Description],
            t => [t["A coordinator confirmed it."]],
            t => t["Look at it"],
            ct
        );

    /// <summary>Tells everybody in them that a coordinator undid them, and why. A corrected day may have named somebody else.</summary>
    public Task TellOfUndoAsync(TenantDb db, IReadOnlyList<Exchange> days, string reason, CancellationToken ct) =>
        WriteAsync(
            db,
            days,
            [.. days.SelectMany(d => d.People).Distinct()],
            t => t["This was undone: {0}", days[0].Description],
            t => [t["The reason: “{0}”", reason], t["Any hours that moved for it went back where they came from."]],
            t => t["Look at it"],
            ct
        );

    private async Task WriteAsync(
        TenantDb db,
        IReadOnlyList<Exchange> days,
        IReadOnlyCollection<MemberId> people,
        Func<IStringLocalizer, string> subject,
        Func<IStringLocalizer, string[]> more,
        Func<IStringLocalizer, string> link,
        CancellationToken ct
    )
    {
        var named = days.SelectMany(d => d.People).Distinct().ToList();
        var names = await db.Members.Where(m => named.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.FirstName, ct);
        foreach (var to in await Letters.AddresseesAsync(db, people, ct))
        {
            List<Exchange> theirs = [.. days.Where(d => d.Concerns(to.Member))];
            letters.Write(
                db,
                to,
                t => new(subject(t), [Told(t, theirs, names), .. more(t)], links.PathForSeries(days[0].SeriesId!.Value, to.Member), link(t))
            );
        }
    }

    private string Told(IStringLocalizer t, List<Exchange> days, Dictionary<MemberId, string> names) =>
        SeriesWords.Told(
            t,
            names[days[0].GiverId],
            days[0].ReceiverId is { } receiver ? names[receiver] : organisation.Profile.Name,
            days[0].Minutes,
            [.. days.Select(d => d.ServiceDate)],
            days.Sum(d => (long)d.Minutes),
            days[0].Description
        );
}
