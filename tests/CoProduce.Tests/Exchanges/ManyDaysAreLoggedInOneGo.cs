using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Exchanges.Series;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Exchanges;

public sealed class ManyDaysAreLoggedInOneGo(Bank bank) : IClassFixture<Bank>
{
    private DateOnly Today => DateOnly.FromDateTime(bank.Clock.GetUtcNow().UtcDateTime);

    [Fact]
    public async Task By_a_coordinator_each_day_with_a_posting_of_its_own()
    {
        var (ann, sam) = (await bank.Riverside.MemberAsync("Ann"), await bank.Riverside.MemberAsync("Sam"));
        var cora = await bank.Riverside.CoordinatorAsync();
        var form = ForMembers(ann, sam, 30, 10);
        (await LogAsync(cora, form)).Outcome.ShouldBe(SeriesOutcome.Logged);
        (await LogAsync(cora, form)).Outcome.ShouldBe(SeriesOutcome.Logged); // sent twice, done once
        var days = await SeriesAsync(form.One.RequestKey);
        days.Select(e => e.ServiceDate).ShouldBe(Enumerable.Range(0, 10).Select(i => Today.AddDays(-63 + 7 * i)));
        days.ShouldAllBe(e => e.Status == ExchangeStatus.Confirmed && e.ConfirmedBy == Confirmation.Coordinator);
        foreach (var day in days)
        {
            var entry = await bank.Riverside.ReadAsync(db => db.Entries.SingleAsync(e => e.Id == day.EntryId));
            (entry.ServiceDate, entry.SubjectKind, entry.SubjectId, entry.ActedBy, entry.RequestKey).ShouldBe(
                (day.ServiceDate, LedgerSubject.Exchange, day.Id.Value, cora.Id.Value, day.Id.Value)
            );
            var legs = await bank.Riverside.ReadAsync(db =>
                db.Postings.Where(p => p.EntryId == day.EntryId).OrderBy(p => p.Amount).ToListAsync()
            );
            legs.Select(l => (l.AccountId, l.Amount)).ShouldBe([(sam.Member.Account, -30L), (ann.Member.Account, 30L)]);
        }
        (await ann.BalanceAsync()).ShouldBe(420);
        (await sam.BalanceAsync()).ShouldBe(-180);
    }

    [Fact]
    public async Task All_or_none_and_the_refusal_says_how_many_days_would_do()
    {
        var (ann, sam) = (await bank.Riverside.MemberAsync("Ann"), await bank.Riverside.MemberAsync("Sam"));
        var cora = await bank.Riverside.CoordinatorAsync();
        var form = ForMembers(ann, sam, 60, 10); // two hours of welcome and five of debt are seven
        var answer = await LogAsync(cora, form);
        (answer.Outcome, answer.Fault, answer.Fit).ShouldBe((SeriesOutcome.Refused, LogOutcome.BelowFloor, 7));
        (await SeriesAsync(form.One.RequestKey)).ShouldBeEmpty();
        (await ann.BalanceAsync()).ShouldBe(120);
        form.Series.Days!.RemoveRange(7, 3);
        (await LogAsync(cora, form)).Outcome.ShouldBe(SeriesOutcome.Logged);
        (await sam.BalanceAsync()).ShouldBe(-300);
    }

    [Fact]
    public async Task In_a_place_of_custody_and_for_the_organisation_as_anywhere()
    {
        var hub = await bank.Riverside.WriteAsync(db =>
            Task.FromResult(
                db.Hubs.Add(
                    new()
                    {
                        Id = new(Guid.CreateVersion7()),
                        Name = "B wing",
                        Kind = HubKind.Custody,
                    }
                ).Entity.Id
            )
        );
        var (ann, sam) = (await bank.Riverside.MemberAsync("Ann"), await bank.Riverside.MemberAsync("Sam"));
        await bank.Riverside.WriteAsync(db =>
            db.Members.Where(m => m.Id == ann.Member || m.Id == sam.Member).ExecuteUpdateAsync(m => m.SetProperty(x => x.HubId, hub))
        );
        var cora = await bank.Riverside.CoordinatorAsync();
        var toe = ForMembers(ann, sam, 15, 20, SeriesRhythm.EveryDay);
        (await LogAsync(cora, toe)).Outcome.ShouldBe(SeriesOutcome.Logged);
        (await SeriesAsync(toe.One.RequestKey)).ShouldAllBe(e => e.HubId == hub);
        var desk = ForMembers(ann, null, 60, 3);
        (await LogAsync(cora, desk)).Outcome.ShouldBe(SeriesOutcome.Logged);
        (await ann.BalanceAsync()).ShouldBe(120 + 300 + 180);
        (await sam.BalanceAsync()).ShouldBe(120 - 300);
    }

    [Fact]
    public async Task Nothing_against_the_rules_of_a_single_day()
    {
        var (ann, sam) = (await bank.Riverside.MemberAsync("Ann"), await bank.Riverside.MemberAsync("Sam"));
        var cora = await bank.Riverside.CoordinatorAsync();
        var future = ForMembers(ann, sam, 15, 3);
        future.Series.Days!.Add(SeriesForm.Iso(Today.AddDays(1)));
        (await LogAsync(cora, future)).ShouldBe(new(SeriesOutcome.Refused, LogOutcome.InTheFuture, Today.AddDays(1)), Comparing);
        var one = ForMembers(ann, sam, 15, 2);
        one.Series.Days!.RemoveAt(0);
        (await LogAsync(cora, one)).Outcome.ShouldBe(SeriesOutcome.TooFew);
        var many = ForMembers(ann, sam, 15, 2);
        many.Series.Days = [.. Enumerable.Range(0, 61).Select(i => SeriesForm.Iso(Today.AddDays(-i)))];
        (await LogAsync(cora, many)).Outcome.ShouldBe(SeriesOutcome.TooMany);
        (await LogAsync(cora, ForMembers(ann, sam, 7, 3))).Fault.ShouldBe(LogOutcome.NotInSteps);
        (await sam.BalanceAsync()).ShouldBe(120);
    }

    [Fact]
    public async Task Days_that_are_there_already_only_when_somebody_ticks_it()
    {
        var (ann, sam) = (await bank.Riverside.MemberAsync("Ann"), await bank.Riverside.MemberAsync("Sam"));
        var cora = await bank.Riverside.CoordinatorAsync();
        await ann.GaveAsync(30, to: sam.Member);
        var form = ForMembers(ann, sam, 30, 3);
        var answer = await LogAsync(cora, form);
        (answer.Outcome, answer.Doubles).ShouldBe((SeriesOutcome.Doubles, [Today]), Doubles);
        form.Series.DespiteDoubles = true;
        (await LogAsync(cora, form)).Outcome.ShouldBe(SeriesOutcome.Logged);
    }

    [Fact]
    public async Task By_a_member_and_the_other_side_is_asked_once_and_says_yes_once()
    {
        var (ann, sam) = (await bank.Riverside.MemberAsync("Ann"), await bank.Riverside.MemberAsync("Sam", email: "sam.series@x.example"));
        var series = await MemberLogsAsync(ann, sam, 30, 4);
        var letters = await bank.Riverside.ReadAsync(db => db.Outbox.Where(o => o.Letter.Contains("sam.series@")).ToListAsync());
        letters.ShouldHaveSingleItem().Letter.ShouldContain("on each of 4 days");
        (await ann.BalanceAsync()).ShouldBe(120);
        var days = await SeriesAsync(series);
        await sam.DisputesAsync(days[2].Id, "I was ill that day");
        var sams = await sam.BrowserAsync();
        (await sams.OpenAsync("")).QuerySelectorAll("main .lines a[href*='/series/']").Length.ShouldBe(1);
        var page = await sams.OpenAsync($"series/{series}");
        page.Body!.TextContent.ShouldContain("3 days wait for your yes.");
        var after = await sams.SendAsync(page, []);
        after.Body!.TextContent.ShouldContain("Thank you. The hours have moved.");
        (await ann.BalanceAsync()).ShouldBe(210);
        (await SeriesAsync(series))[2].Status.ShouldBe(ExchangeStatus.Disputed);
        (await sam.DoAsync((AnswerSeries answer) => answer.ConfirmAsync(new(series)))).ShouldBe(AnswerExchange.Outcome.DoneAlready);
        (await ann.DoAsync((AnswerSeries answer) => answer.ConfirmAsync(new(series)))).ShouldBe(AnswerExchange.Outcome.DoneAlready);
        (await (await bank.Riverside.MemberAsync("Sly")).DoAsync((AnswerSeries answer) => answer.ConfirmAsync(new(series)))).ShouldBe(
            AnswerExchange.Outcome.NotFound
        );
    }

    [Fact]
    public async Task By_a_link_without_a_sign_in_and_confirming_twice_at_once_moves_the_hours_once()
    {
        var ann = await bank.Riverside.MemberAsync("Ann");
        var sam = await bank.Riverside.MemberAsync("Sam");
        var series = new SeriesId(await MemberLogsAsync(ann, sam, 30, 6));
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ => Task.Run(() => sam.DoAsync((AnswerSeries answer) => answer.ConfirmByMailAsync(series, sam.Member))))
        );
        answers.Count(a => a == AnswerExchange.Outcome.Confirmed).ShouldBe(1);
        answers.Count(a => a == AnswerExchange.Outcome.DoneAlready).ShouldBe(3);
        (await ann.BalanceAsync()).ShouldBe(300);
        await using var scope = bank.Riverside.Enter();
        var path = ((AnswerLinks)scope.ServiceProvider.GetService(typeof(AnswerLinks))!).PathForSeries(series, sam.Member);
        (await bank.Stranger().OpenAsync(path)).Body!.TextContent.ShouldContain("Ann Example gave you half an hour on each of 6 days");
        var first = (await SeriesAsync(series.Value))[0];
        var entry = await bank.Riverside.ReadAsync(db => db.Entries.SingleAsync(e => e.Id == first.EntryId));
        (entry.Door, entry.ActedBy, entry.OnBehalfOf).ShouldBe((Door.Mail, null, sam.Member.Value));
    }

    [Fact]
    public async Task A_yes_to_all_moves_nothing_when_all_would_pass_the_floor()
    {
        var (ann, sam) = (await bank.Riverside.MemberAsync("Ann"), await bank.Riverside.MemberAsync("Sam"));
        var series = await MemberLogsAsync(ann, sam, 60, 8);
        (await sam.DoAsync((AnswerSeries answer) => answer.ConfirmAsync(new(series)))).ShouldBe(AnswerExchange.Outcome.BelowFloor);
        (await SeriesAsync(series)).ShouldAllBe(e => e.Status == ExchangeStatus.Unconfirmed);
        (await sam.BalanceAsync()).ShouldBe(120);
    }

    [Fact]
    public async Task And_undone_as_a_whole_with_a_reason_also_where_one_day_was_corrected()
    {
        var (ann, sam) = (await bank.Riverside.MemberAsync("Ann"), await bank.Riverside.MemberAsync("Sam"));
        var cora = await bank.Riverside.CoordinatorAsync();
        var form = ForMembers(ann, sam, 30, 4);
        await LogAsync(cora, form);
        var correction = CorrectExchangeForm.Of((await SeriesAsync(form.One.RequestKey))[1], "", null);
        (correction.HowLong, correction.Reason) = (new() { Typed = "1" }, "An hour that day");
        await cora.DoAsync((CorrectExchange correct) => correct.HandleAsync(correction));
        (await ann.BalanceAsync()).ShouldBe(270);
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync($"series/{form.One.RequestKey}/settle");
        var refused = await browser.SendAsync(page, [], "form:has([name='No.Reason'])");
        refused.QuerySelector(".error-summary")!.TextContent.ShouldContain("Say why");
        await browser.SendAsync(refused, new() { ["No.Reason"] = "It was another Sam" }, "form:has([name='No.Reason'])");
        var all = await SeriesAsync(form.One.RequestKey);
        all.Count.ShouldBe(5);
        all.ShouldAllBe(e => e.Status == ExchangeStatus.Reversed && e.ReversalId != null);
        all.Count(e => e.EndReason == "It was another Sam").ShouldBe(4);
        (await ann.BalanceAsync()).ShouldBe(120);
        (await sam.BalanceAsync()).ShouldBe(120);
        var again = await cora.DoAsync((SettleSeries s) => s.UndoAsync(new() { Exchange = form.One.RequestKey, Reason = "Again" }));
        again.ShouldBe(SettleExchange.Outcome.NoLongerOpen);
    }

    [Fact]
    public async Task On_a_page_that_reads_everything_back_before_anything_is_logged()
    {
        var ann = await bank.Riverside.MemberAsync("Ann");
        var sam = await bank.Riverside.MemberAsync("Sam", "Reader");
        var browser = await ann.BrowserAsync();
        (await browser.OpenAsync("log")).QuerySelector("main a[href$='log/several']").ShouldNotBeNull();
        var page = await browser.SendAsync(await browser.OpenAsync("log/several?gave=true"), []);
        page.QuerySelector(".error-summary").ShouldNotBeNull();
        page.QuerySelector("main button[value='look']").ShouldNotBeNull("refused, it still asks for the days that it lists first");
        var first = DateBoxes.From(Today.AddDays(-21));
        page = await browser.SendAsync(
            page,
            new()
            {
                ["Form.One.Who"] = sam.Member.Value.ToString(),
                ["Form.One.Description"] = "Reading with Sam",
                ["Form.One.HowLong.Choice"] = "60",
                ["Form.Series.First.Day"] = first.Day,
                ["Form.Series.First.Month"] = first.Month,
                ["Form.Series.First.Year"] = first.Year,
                ["Form.Series.HowMany"] = "4",
                ["Form.Series.Step"] = SeriesForm.Look,
            }
        );
        page.QuerySelector(".read-back")!.TextContent.ShouldContain("You gave Sam an hour on each of 4 days");
        page.QuerySelector(".read-back")!.TextContent.ShouldContain("4 hours in all. “Reading with Sam”");
        // A tick taken away after the reading back is read back again and not logged.
        var fewer = new Dictionary<string, string?> { ["Form.Series.Days"] = null, ["Form.Series.Step"] = SeriesForm.Post };
        var request = browser.Request(page, fewer);
        var fields = (await request.Content!.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('&').ToList();
        foreach (var day in new[] { 21, 14, 7 })
            fields.Add($"Form.Series.Days={SeriesForm.Iso(Today.AddDays(-day))}");
        request.Content = new StringContent(string.Join('&', fields), null, "application/x-www-form-urlencoded");
        page = await browser.SendAsync(request);
        page.QuerySelector(".read-back")!.TextContent.ShouldContain("on each of 3 days");
        (await bank.Riverside.ReadAsync(db => db.Exchanges.CountAsync(e => e.GiverId == ann.Member))).ShouldBe(0);
        page = await browser.SendAsync(page, new() { ["Form.Series.Step"] = SeriesForm.Post });
        page.QuerySelector("h1")!.TextContent.ShouldBe("Thank you. It is written down.");
        (await bank.Riverside.ReadAsync(db => db.Exchanges.CountAsync(e => e.GiverId == ann.Member && e.SeriesId != null))).ShouldBe(3);
        // One line on the list of the day, not three.
        var today = await (await bank.Riverside.CoordinatorAsync()).BrowserAsync();
        var lines = (await today.OpenAsync("today"))
            .QuerySelectorAll("li[data-line]")
            .Where(l => l.TextContent.Contains("Reading with Sam", StringComparison.Ordinal));
        lines.ShouldHaveSingleItem().TextContent.ShouldContain("(3 days like it wait)");
    }

    [Fact]
    public async Task On_the_coordinators_page_too()
    {
        await bank.Riverside.MemberAsync("Una", "Giver");
        var vic = await bank.Riverside.MemberAsync("Vic", "Taker");
        var browser = await (await bank.Riverside.CoordinatorAsync()).BrowserAsync();
        var first = DateBoxes.From(Today.AddDays(-2));
        var page = await browser.SendAsync(
            await browser.OpenAsync("desk/log/several"),
            new()
            {
                ["Form.One.GiverTyped"] = "una giver",
                ["Form.One.ReceiverTyped"] = "vic taker",
                ["Form.One.Description"] = "Reading",
                ["Form.One.HowLong.Typed"] = "0:30",
                ["Form.Series.First.Day"] = first.Day,
                ["Form.Series.First.Month"] = first.Month,
                ["Form.Series.First.Year"] = first.Year,
                ["Form.Series.Every"] = nameof(SeriesRhythm.EveryDay),
                ["Form.Series.HowMany"] = "3",
                ["Form.Series.Step"] = SeriesForm.Look,
            }
        );
        page.QuerySelector(".read-back")!.TextContent.ShouldContain("Una Giver gave Vic Taker half an hour on each of 3 days");
        var days = Enumerable.Range(0, 3).Select(i => "Form.Series.Days=" + SeriesForm.Iso(Today.AddDays(-i))).ToList();
        var request = browser.Request(page, new() { ["Form.Series.Step"] = SeriesForm.Post });
        (await request.Content!.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('&').Count(days.Contains).ShouldBe(3);
        page = await browser.SendAsync(page, new() { ["Form.Series.Step"] = SeriesForm.Post });
        page.Body!.TextContent.ShouldContain("Logged. The hours of all days have moved.");
        (await vic.BalanceAsync()).ShouldBe(30);
    }

    private static IEqualityComparer<SeriesAnswer> Comparing =>
        EqualityComparer<SeriesAnswer>.Create((a, b) => (a!.Outcome, a.Fault, a.Day) == (b!.Outcome, b.Fault, b.Day));

    private static IEqualityComparer<(SeriesOutcome, IReadOnlyList<DateOnly>)> Doubles =>
        EqualityComparer<(SeriesOutcome, IReadOnlyList<DateOnly>)>.Create((a, b) => a.Item1 == b.Item1 && a.Item2.SequenceEqual(b.Item2));

    private LogSeriesForMembersForm ForMembers(
        Actor giver,
        Actor? receiver,
        int minutes,
        int count,
        SeriesRhythm every = SeriesRhythm.EveryWeek
    ) =>
        new()
        {
            One = new()
            {
                Giver = giver.Member.Value,
                Receiver = receiver?.Member.Value,
                ForTheOrganisation = receiver is null,
                HowLong = DurationChoice.From(minutes),
                Description = "Toe by toe",
            },
            Series = Days(count, every),
        };

    private async Task<Guid> MemberLogsAsync(Actor giver, Actor receiver, int minutes, int count)
    {
        var form = new LogSeriesForm
        {
            One = new()
            {
                IGave = true,
                Other = receiver.Member.Value,
                HowLong = DurationChoice.From(minutes),
                Description = "Toe by toe",
            },
            Series = Days(count, SeriesRhythm.EveryWeek),
        };
        (await giver.DoAsync((LogSeries log) => log.HandleAsync(form))).Outcome.ShouldBe(SeriesOutcome.Logged);
        return form.One.RequestKey;
    }

    // The last day is today.
    private SeriesForm Days(int count, SeriesRhythm every)
    {
        var form = new SeriesForm
        {
            First = DateBoxes.From(Today.AddDays(-(count - 1) * (int)every)),
            Every = every,
            HowMany = $"{count}",
        };
        form.Arrange();
        return form;
    }

    private static Task<SeriesAnswer> LogAsync(Actor actor, LogSeriesForMembersForm form) =>
        actor.DoAsync((LogSeriesForMembers log) => log.HandleAsync(form));

    private Task<List<Exchange>> SeriesAsync(Guid series) =>
        bank.Riverside.ReadAsync(db =>
            db.Exchanges.Where(e => e.SeriesId == new SeriesId(series)).OrderBy(e => e.ServiceDate).ThenBy(e => e.LoggedAt).ToListAsync()
        );
}
