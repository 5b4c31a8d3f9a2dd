using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Exchanges.Disputes;
using CoProduce.Web.Features.Joining;
using CoProduce.Web.Features.MemberLists;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Matching.Day;

/// <summary>What needs a person today, each list short and the most urgent first, from one snapshot.</summary>
public sealed class TodayQuery(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    /// <summary>How many lines a list shows.</summary>
    public const int Lines = 5;

    /// <summary>So many days ahead a birthday is shown.</summary>
    public const int BirthdayDays = 7;

    /// <param name="done">The exchange that was settled from this page just before; null for none.</param>
    /// <param name="all">True to show every time bank and what is with colleagues.</param>
    public Task<TodayLists> ReadAsync(ExchangeId? done, bool all = false, CancellationToken ct = default) =>
        work.ReadAsync(db => ReadAsync(db, done, all, ct), ct);

    private async Task<TodayLists> ReadAsync(TenantDb db, ExchangeId? done, bool all, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = organisation.Profile.DateOf(now);
        var unconfirmed = db.Exchanges.Where(e => e.Status == ExchangeStatus.Unconfirmed);
        var waiting = unconfirmed.Where(e => // of days that were logged in one go the first stands for all
            e.SeriesId == null || !unconfirmed.Any(o => o.SeriesId == e.SeriesId && o.ServiceDate < e.ServiceDate)
        );
        var share = await DayShare.ReadAsync(db, me.Id, today, all, ct);
        var joining = await JoiningAsync(db, share, now, ct);
        var quiet = await MembersAsync(db, share, MemberGroup.Quiet, DayList.Quiet, today, ct);
        return new(
            await DisputesAsync(db, db.Of(db.Exchanges, share, DayList.Disputed), now, ct),
            await LinesAsync(
                db,
                db.Of(waiting, share, DayList.ForTheOrganisation)
                    .Where(e => e.Shape == ExchangeShape.ForTheOrganisation)
                    .OrderBy(e => e.LoggedAt),
                ct
            ),
            await LinesAsync(
                db,
                db.Of(waiting, share, DayList.Unanswered)
                    .Where(e => e.Shape == ExchangeShape.OneToOne)
                    .OrderByDescending(e => e.SilenceConfirmsAt <= now)
                    .ThenBy(e => e.LoggedAt),
                ct
            ),
            await RequestsAsync(db, share, ct),
            await MembersAsync(db, share, MemberGroup.New, DayList.New, today, ct),
            quiet,
            await MembersAsync(db, share, MemberGroup.Unspent, DayList.Unspent, today, ct),
            await MembersAsync(db, share, MemberGroup.Low, DayList.Low, today, ct),
            new([.. joining.Take(Lines)], joining.Count),
            await GoingAsync(db, share, ct),
            await db.BirthdaysAsync(share, today, ct),
            await db.CouldBeAskedAsync([.. quiet.Lines.Select(m => m.Id)], ct),
            share,
            await unconfirmed
                .Where(e => e.SeriesId != null)
                .GroupBy(e => e.SeriesId!.Value)
                .Select(g => new { g.Key, Days = g.Count() })
                .ToDictionaryAsync(g => g.Key, g => g.Days, ct),
            done is null ? null : await db.ExchangeRowsOf(db.Exchanges.Where(e => e.Id == done)).SingleOrDefaultAsync(ct),
            today,
            now
        );
    }

    // The overdue ones first, then by age.
    private static async Task<Listed<DisputeLine>> DisputesAsync(
        TenantDb db,
        IQueryable<Exchange> shown,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var open = db.Disputes.Where(d =>
            (d.State == DisputeState.Open || d.State == DisputeState.LookedInto) && shown.Any(e => e.Id == d.ExchangeId)
        );
        var found = await open.OrderByDescending(d => d.DueAt <= now).ThenBy(d => d.RaisedAt).ThenBy(d => d.Id).Take(Lines).ToListAsync(ct);
        var (exchanges, lookers) = (found.ConvertAll(d => d.ExchangeId), found.ConvertAll(d => d.LookedIntoBy));
        var rows = await db.ExchangeRowsOf(db.Exchanges.Where(e => exchanges.Contains(e.Id))).ToDictionaryAsync(r => r.Id, ct);
        var names = await db.RoleHolders.Where(h => lookers.Contains(h.Id)).ToDictionaryAsync(h => h.Id, h => h.Name, ct);
        return new(
            [.. found.Select(d => new DisputeLine(rows[d.ExchangeId], d, d.LookedIntoBy is { } by ? names[by] : null))],
            found.Count < Lines ? found.Count : await open.CountAsync(ct)
        );
    }

    private static async Task<Listed<ExchangeRow>> LinesAsync(TenantDb db, IOrderedQueryable<Exchange> exchanges, CancellationToken ct)
    {
        var ids = await exchanges.ThenBy(e => e.Id).Take(Lines).Select(e => e.Id).ToListAsync(ct);
        var rows = await db.ExchangeRowsOf(db.Exchanges.Where(e => ids.Contains(e.Id))).ToListAsync(ct);
        return new([.. rows.OrderBy(r => ids.IndexOf(r.Id))], ids.Count < Lines ? ids.Count : await exchanges.CountAsync(ct));
    }

    private static async Task<List<JoiningLine>> JoiningAsync(TenantDb db, DayShare share, DateTimeOffset now, CancellationToken ct)
    {
        var (hidden, given) = (share.Hidden(DayList.Joining, id => id), share.Given(DayList.Joining, id => id));
        return
        [
            .. (await db.JoiningLinesAsync(now, ct)).Where(l =>
                !hidden.Contains(l.Standing.Joiner.Id.Value)
                && (
                    share.Hubs is null
                    || given.Contains(l.Standing.Joiner.Id.Value)
                    || l.Standing.Joiner.HubId is not { } hub // who chose none yet is everybody's
                    || share.Hubs.Contains(hub)
                )
            ),
        ];
    }

    private static async Task<List<GoingLine>> GoingAsync(TenantDb db, DayShare share, CancellationToken ct)
    {
        var members = db.Members.Of(share, DayList.Going);
        var asks = await db.AskedToGoAsync(members, ct);
        var who = asks.ConvertAll(a => a.Member);
        var names = await members
            .Where(m => who.Contains(m.Id))
            .ToDictionaryAsync(m => m.Id, m => (m.FirstName + " " + m.LastName).Trim(), ct);
        return asks.ConvertAll(a => new GoingLine(a, names[a.Member]));
    }

    private async Task<Listed<MemberRow>> MembersAsync(
        TenantDb db,
        DayShare share,
        MemberGroup group,
        DayList list,
        DateOnly today,
        CancellationToken ct
    )
    {
        var members = db.MembersIn(group, organisation.Profile.Settings, today).Of(share, list);
        var lines = await db.LinesAsync(db.InOrderOf(members, group, today), 0, Lines, ct);
        return new(lines, lines.Count < Lines ? lines.Count : await members.CountAsync(ct));
    }

    private static async Task<Listed<RequestLine>> RequestsAsync(TenantDb db, DayShare share, CancellationToken ct)
    {
        var (hidden, given) = (share.Hidden(DayList.Request, id => new OfferId(id)), share.Given(DayList.Request, id => new OfferId(id)));
        var (isAll, hubs) = (share.Hubs is null, share.Hubs ?? []);
        var open =
            from o in db.Offers
            where o.Kind == OfferKind.Request && o.Status == OfferStatus.Open && !hidden.Contains(o.Id)
            join m in db.Members on o.MemberId equals m.Id
            where m.Status == MemberStatus.Active && (isAll || given.Contains(o.Id) || hubs.Contains(m.HubId))
            orderby o.MadeAt
            select new RequestLine(o.Id, o.Title, m.Id, (m.FirstName + " " + m.LastName).Trim(), o.MadeAt, o.NeededBy);
        var lines = await open.Take(Lines).ToListAsync(ct);
        return new(lines, lines.Count < Lines ? lines.Count : await open.CountAsync(ct));
    }
}

/// <summary>An exchange that somebody says is not right.</summary>
/// <param name="LookedIntoBy">The coordinator who looks into it; null while nobody does.</param>
public sealed record DisputeLine(ExchangeRow Row, Dispute Dispute, string? LookedIntoBy);

/// <summary>A request that waits.</summary>
/// <param name="NeededBy">Null when any day will do.</param>
public sealed record RequestLine(OfferId Id, string Title, MemberId MemberId, string Name, DateTimeOffset MadeAt, DateOnly? NeededBy);

/// <summary>A member who asks to leave or to be erased.</summary>
public sealed record GoingLine(AskedToGo Asked, string Name);

/// <summary>A coordinator's day.</summary>
/// <param name="WaitingDays">Of days that were logged in one go, how many wait.</param>
/// <param name="CouldBeAsked">Of the members who have gone quiet, what each could be asked for.</param>
/// <param name="Share">What of the day is this coordinator's.</param>
/// <param name="Done">The exchange that was settled from this page just before; null for none.</param>
public sealed record TodayLists(
    Listed<DisputeLine> Disputed,
    Listed<ExchangeRow> ForTheOrganisation,
    Listed<ExchangeRow> Unanswered,
    Listed<RequestLine> Requests,
    Listed<MemberRow> New,
    Listed<MemberRow> Quiet,
    Listed<MemberRow> Unspent,
    Listed<MemberRow> NearFloor,
    Listed<JoiningLine> Joining,
    IReadOnlyList<GoingLine> Going,
    IReadOnlyList<BirthdayLine> Birthdays,
    IReadOnlyDictionary<MemberId, CouldBeAsked> CouldBeAsked,
    DayShare Share,
    IReadOnlyDictionary<SeriesId, int> WaitingDays,
    ExchangeRow? Done,
    DateOnly Today,
    DateTimeOffset Now
)
{
    /// <summary>True when nothing at all needs a person.</summary>
    public bool IsQuiet =>
        Disputed.Count
            + ForTheOrganisation.Count
            + Unanswered.Count
            + Requests.Count
            + New.Count
            + Quiet.Count
            + Unspent.Count
            + NearFloor.Count
            + Joining.Count
            + Going.Count
            + Birthdays.Count
        == 0;
}
