using System.Globalization;
using CoProduce.Tests.Support;
using CoProduce.Web.Data;
using CoProduce.Web.Data.Demo;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Exchanges.Disputes;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace CoProduce.Tests.Demo;

/// <summary>The program with the demo in it.</summary>
public sealed class DemoBank(TestCluster cluster) : Bank(cluster)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await LoadAsync();
    }

    public async Task LoadAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DemoData>().LoadAsync();
    }

    public async Task<Place> PlaceAsync(string slug) =>
        new(this, (await Services.GetRequiredService<OrganisationDirectory>().FindAsync(slug)).ShouldNotBeNull());

    public async Task<T> DirectoryAsync<T>(Func<DirectoryDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<DirectoryDb>());
    }
}

public sealed class TheDemoLoads(DemoBank bank) : IClassFixture<DemoBank>
{
    public static TheoryData<string> Slugs => [.. DemoPlans.All.Select(p => p.Slug)];

    [Theory]
    [MemberData(nameof(Slugs))]
    public async Task Every_promise_of_the_ledger_holds(string slug)
    {
        var place = await bank.PlaceAsync(slug);
        (await place.ReadAsync(db => db.Postings.CountAsync())).ShouldBeGreaterThan(3000);
        // As the worker does: so much that is not sealed takes it many seconds to count.
        await using (var scope = place.Enter())
            await scope.ServiceProvider.GetRequiredService<ProveLedger>().SealAsync();
        foreach (var promise in Invariants.All)
            (await place.ReadAsync(db => db.Database.SqlQueryRaw<string>(promise.Query).ToListAsync())).ShouldBeEmpty(
                $"{promise.Code}: {promise.Promise}"
            );
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public async Task Every_exchange_whose_hours_moved_has_its_entry_and_no_other_has(string slug)
    {
        var place = await bank.PlaceAsync(slug);
        var exchanges = await place.ReadAsync(db =>
            db.Exchanges.Select(e => new
                {
                    e.Id,
                    e.EntryId,
                    e.ConfirmedAt,
                    e.Status,
                })
                .ToListAsync()
        );
        var entries = await place.ReadAsync(db =>
            db.Entries.Where(e => e.SubjectKind == LedgerSubject.Exchange && e.Reverses == null).ToListAsync()
        );
        exchanges.Where(e => e.ConfirmedAt != null).Select(e => e.EntryId!.Value).ShouldBe(entries.Select(e => e.Id), ignoreOrder: true);
        entries.ShouldAllBe(e => exchanges.Any(x => x.Id.Value == e.SubjectId && x.ConfirmedAt == e.PostedAt));
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public async Task Who_left_has_given_what_was_left_and_the_account_is_closed_unless_hours_are_owed(string slug)
    {
        var place = await bank.PlaceAsync(slug);
        var accounts = await place.ReadAsync(db =>
            (
                from member in db.Members
                where member.Status == MemberStatus.Left
                join account in db.Accounts on member.Id equals account.MemberId
                select new { account.Balance, account.ClosedAt }
            ).ToListAsync()
        );
        accounts.ShouldNotBeEmpty();
        accounts.ShouldAllBe(a => a.ClosedAt != null ? a.Balance == 0 : a.Balance < 0);
        accounts.ShouldContain(a => a.ClosedAt != null);
    }

    [Fact]
    public async Task Hours_have_crossed_both_ways_one_is_undone_one_side_was_settled_and_another_waits_for_an_answer()
    {
        var (here, there) = (await bank.PlaceAsync(DemoAffiliations.Here), await bank.PlaceAsync(DemoAffiliations.There));
        var lines = await here.ReadAsync(db =>
            (
                from a in db.Accounts
                where a.Kind == CoProduce.Ledger.AccountKind.Clearing
                join p in db.Postings on a.Id equals p.AccountId
                orderby p.Number
                select new { p.Amount, p.RunningBalance }
            ).ToListAsync()
        );
        lines.Select(l => l.Amount).ShouldBe([-120, 90, -180, 45, -45, 210, 60]);
        lines[^2].RunningBalance.ShouldBe(0);
        (await there.ReadAsync(db => db.Entries.CountAsync(e => e.Door == CoProduce.Ledger.Door.Affiliate))).ShouldBe(7);
        foreach (var place in new[] { here, there })
            (await place.ReadAsync(db => db.Outbox.AnyAsync(o => o.Kind == OutboxKind.TellOfCrossing && o.DoneAt == null))).ShouldBeFalse();
        (await bank.DirectoryAsync(db => db.Affiliations.CountAsync(a => a.AgreedAt == null))).ShouldBe(1);
    }

    [Fact]
    public async Task The_desk_has_something_at_every_stage()
    {
        var desk = await bank.PlaceAsync(DemoDesk.Slug);
        var series = await desk.ReadAsync(db => db.Exchanges.Where(e => e.SeriesId != null).Select(e => e.Status).ToListAsync());
        series.Count(s => s == ExchangeStatus.Confirmed).ShouldBe(4);
        series.Count(s => s == ExchangeStatus.Unconfirmed).ShouldBe(6);
        var now = bank.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var disputes = await desk.ReadAsync(db => db.Disputes.ToListAsync());
        disputes.ShouldContain(d => d.State == DisputeState.Open && d.DueAt > now);
        disputes.ShouldContain(d => d.State == DisputeState.LookedInto);
        disputes.ShouldContain(d => d.IsOpen && d.DueAt < now);
        disputes.ShouldContain(d => d.Decision == DisputeDecision.Corrected);
        var holds = await desk.ReadAsync(db => db.Holds.Select(h => h.Status).ToListAsync());
        holds.ShouldBe([HoldStatus.Open, HoldStatus.Open, HoldStatus.Released, HoldStatus.RunOut], ignoreOrder: true);
        (await desk.ReadAsync(db => db.Members.CountAsync(m => m.OwnFloorMinutes != null))).ShouldBe(1);
        (await desk.ReadAsync(db => db.Entries.CountAsync(e => e.Kind == CoProduce.Ledger.EntryKind.Contribution))).ShouldBe(1);
        var pot = await desk.ReadAsync(db => db.Accounts.SingleAsync(a => a.HubId != null));
        (await desk.ReadAsync(db => db.Postings.SingleAsync(p => p.AccountId == pot.Id))).Amount.ShouldBe(pot.Balance);
    }

    [Fact]
    public async Task Loading_again_changes_nothing()
    {
        var before = await CountAsync();
        await bank.LoadAsync();
        (await CountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Everybody_named_can_sign_in_with_the_printed_password_and_nobody_else_can()
    {
        await using var scope = bank.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<SignIn>>();
        foreach (var email in DemoData.SignIns)
            (await users.CheckPasswordAsync((await users.FindByEmailAsync(email)).ShouldNotBeNull(email), DemoData.Password)).ShouldBeTrue(
                email
            );
        foreach (var validator in users.PasswordValidators)
            (await validator.ValidateAsync(users, new SignIn(), DemoData.Password)).Succeeded.ShouldBeTrue();
        (await users.Users.CountAsync(u => u.PasswordHash != null, TestContext.Current.CancellationToken)).ShouldBe(DemoData.SignIns.Count);
        (await users.Users.CountAsync(u => u.IsOperator, TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    [Fact]
    public async Task One_person_belongs_to_two_organisations()
    {
        var homes = await bank.DirectoryAsync(db =>
            (
                from user in db.Users
                where user.Email == "amina@both.example"
                join belonging in db.Belongings on user.Id equals belonging.SignInId
                join organisation in db.Organisations on belonging.OrganisationId equals organisation.Id
                select organisation.Slug
            ).ToListAsync()
        );
        homes.ShouldBe(["holy-cross", "rushey-green"], ignoreOrder: true);
    }

    [Fact]
    public async Task In_custody_no_contact_details_are_kept()
    {
        var fairShares = await bank.PlaceAsync("fair-shares");
        var inside = await fairShares.ReadAsync(db =>
            (
                from hub in db.Hubs
                where hub.Kind == Web.Features.Organisations.HubKind.Custody
                join member in db.Members on hub.Id equals member.HubId
                join contact in db.MemberContacts on member.Id equals contact.MemberId
                select contact
            ).ToListAsync()
        );
        inside.Count.ShouldBeGreaterThan(15);
        inside.ShouldAllBe(c => c.Email == "" && c.Phone == "" && c.Address == "" && c.Prefers == ContactWay.InPerson);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public async Task What_still_waits_is_confirmed_by_silence_when_its_day_comes(string slug)
    {
        var place = await bank.PlaceAsync(slug);
        var waiting = await place.ReadAsync(db =>
            db.Exchanges.Where(e => e.Status == ExchangeStatus.Unconfirmed && e.SilenceConfirmsAt != null)
                .Select(e => e.Id.Value)
                .ToListAsync()
        );
        var promised = await place.ReadAsync(db =>
            db.Outbox.Where(o => o.DoneAt == null && o.Kind == OutboxKind.ConfirmBySilence).Select(o => o.SubjectId!.Value).ToListAsync()
        );
        waiting.ShouldNotBeEmpty();
        waiting.ShouldBeSubsetOf(promised);
    }

    [Fact]
    public void The_lines_printed_at_the_start_name_every_sign_in_and_the_password()
    {
        var printed = string.Join('\n', DemoFeature.Lines("http://localhost:5000"));
        DemoData.SignIns.ShouldAllBe(email => printed.Contains(email, StringComparison.Ordinal));
        printed.ShouldContain(DemoData.Password);
        printed.ShouldContain("http://localhost:5000/holy-cross");
    }

    private async Task<string> CountAsync()
    {
        var people = await bank.DirectoryAsync(db => db.Users.CountAsync());
        var place = await bank.PlaceAsync("fair-shares");
        var entries = await place.ReadAsync(db => db.Entries.CountAsync());
        return string.Create(CultureInfo.InvariantCulture, $"{people} {entries}");
    }
}
