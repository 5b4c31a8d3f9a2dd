using CoProduce.Ledger;
using CoProduce.Web.Features.Activities;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Support;

/// <summary>Words for looking at an organisation's ledger, and for the movements that many tests begin with.</summary>
public static class Books
{
    /// <summary>The organisation's own account of that kind.</summary>
    public static Task<AccountId> OwnAsync(this Place here, AccountKind kind) => here.ReadAsync(db => db.AccountOfAsync(kind, default));

    public static Task<long> BalanceAsync(this Place here, AccountId account) =>
        here.ReadAsync(db => db.Accounts.Where(a => a.Id == account).Select(a => a.Balance).SingleAsync());

    public static Task<AccountRow> AccountAsync(this Place here, MemberId member) =>
        here.ReadAsync(db => db.Accounts.SingleAsync(a => a.Id == member.Account));

    /// <summary>Spends a member's minutes at an event of the organisation, as far as the floor lets.</summary>
    public static async Task SpendsAsync(this Place here, MemberId member, long minutes) =>
        await here.PostsAsync(Entry.EventEntry(member.Account, await here.OwnAsync(AccountKind.Organisation), new(minutes), Day(here)));

    /// <summary>Gives a member's minutes to the community pot.</summary>
    public static async Task FillsThePotAsync(this Place here, MemberId member, long minutes) =>
        await here.PostsAsync(Entry.Gift(member.Account, await here.OwnAsync(AccountKind.Pot), new(minutes), Day(here)));

    /// <summary>Lets a member earn from the organisation.</summary>
    public static async Task EarnsAsync(this Place here, MemberId member, long minutes) =>
        await here.PostsAsync(Entry.OnCall(await here.OwnAsync(AccountKind.Organisation), member.Account, new(minutes), Day(here)));

    /// <summary>The entry of a request with its postings, who paid first; fails when nothing was posted.</summary>
    public static Task<(EntryRow Entry, List<(AccountId Account, long Amount)> Postings)> PostedAsync(this Place here, Guid requestKey) =>
        here.ReadAsync(async db =>
        {
            var entry = await db.Entries.SingleAsync(e => e.RequestKey == requestKey);
            var postings = await db.Postings.Where(p => p.EntryId == entry.Id).OrderBy(p => p.Amount).ToListAsync();
            return (entry, postings.ConvertAll(p => (p.AccountId, p.Amount)));
        });

    /// <summary>Looks up every promise of the ledger.</summary>
    public static async Task BooksAreSoundAsync(this Place here)
    {
        var breaches = await here.ReadAsync(async db =>
        {
            var found = new List<string>();
            foreach (var promise in Invariants.All)
                found.AddRange((await db.BreachesAsync(promise)).Select(b => $"{promise.Code}: {b}"));
            return found;
        });
        breaches.ShouldBeEmpty();
    }

    /// <summary>What a coordinator moves by hand.</summary>
    public static MoveForm Move(
        MoveKind kind,
        MemberId member,
        long minutes = 0,
        string? words = null,
        AccountId? account = null,
        MemberId? other = null
    ) =>
        new()
        {
            Kind = kind,
            Member = member.Value,
            Other = other?.Value,
            Account = account?.Value.ToString(),
            HowMuch = minutes == 0 ? new() : DurationChoice.From(minutes),
            Words = words,
            Door = Door.Paper,
        };

    public static Task<MoveHours.Outcome> MovesAsync(this Actor coordinator, MoveForm form) =>
        coordinator.DoAsync((MoveHours move) => move.HandleAsync(form));

    /// <summary>Opens the account of a team, a partner or a hub's pot.</summary>
    public static async Task<AccountId> OpensAsync(this Actor coordinator, AccountKind kind, string name)
    {
        var form = new OpenTeamOrPotForm
        {
            Kind = kind,
            Name = kind == AccountKind.Pot ? null : name,
            Hub = kind == AccountKind.Pot ? coordinator.Place.Hub.Value.ToString() : null,
        };
        (await coordinator.DoAsync((OpenTeamOrPot open) => open.HandleAsync(form))).ShouldBe(OpenTeamOrPot.Outcome.Opened);
        return new(form.RequestKey);
    }

    /// <summary>Logs for two members by phone; answers the form, whose key is the exchange's id.</summary>
    public static async Task<(LogOutcome Outcome, Guid Id)> LogsAsync(
        this Actor coordinator,
        MemberId giver,
        MemberId receiver,
        long minutes,
        WayOut way = WayOut.Receiver,
        string? why = null
    )
    {
        var form = new LogForMembersForm
        {
            Giver = giver.Value,
            Receiver = receiver.Value,
            HowLong = DurationChoice.From(minutes),
            Description = "Help in the house",
            Paid = new() { Way = way, Why = why },
        };
        return (await coordinator.DoAsync((LogForMembers log) => log.HandleAsync(form)), form.RequestKey);
    }

    private static async Task PostsAsync(this Place here, Entry entry)
    {
        var posting = await here.WriteAsync(db =>
            db.PostAsync(entry, new(null, null, Door.Job), entry.Id.Value, LedgerSubject.Account, null, here.Bank.Clock.GetUtcNow())
        );
        posting.Outcome.ShouldBe(PostingOutcome.Posted);
    }

    private static DateOnly Day(Place here) => DateOnly.FromDateTime(here.Bank.Clock.GetUtcNow().UtcDateTime);
}
