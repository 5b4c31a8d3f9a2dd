using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Exchanges;

public sealed class CoordinatorsCorrect(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task In_one_step_by_a_reversal_and_a_new_one_that_name_each_other()
    {
        var (ann, bob, id) = await GivenAsync(90);
        var cora = await bank.Riverside.CoordinatorAsync();
        var form = await FormAsync(id);
        form.HowLong = new() { Typed = "1" };
        (await CorrectAsync(cora, form)).ShouldBe(new(CorrectExchange.Outcome.Corrected, null));
        var (old, now) = (await ExchangeAsync(id), await ExchangeAsync(new(form.RequestKey)));
        (old.Status, old.CorrectedById, now.CorrectsId).ShouldBe((ExchangeStatus.Reversed, now.Id, old.Id));
        (now.Status, now.Minutes, now.ConfirmedBy, now.LoggedBy).ShouldBe(
            (ExchangeStatus.Confirmed, 60, Confirmation.Coordinator, cora.Id)
        );
        (await LegsAsync(old.ReversalId)).ShouldBe(Moved(from: ann.Member, to: bob.Member, 90));
        (await LegsAsync(now.EntryId)).ShouldBe(Moved(from: bob.Member, to: ann.Member, 60));
        (await ann.BalanceAsync()).ShouldBe(180);
        (await bob.BalanceAsync()).ShouldBe(60);
        var reversal = await bank.Riverside.ReadAsync(db => db.Entries.SingleAsync(e => e.Id == old.ReversalId));
        (reversal.Reverses, reversal.Reason).ShouldBe((old.EntryId, "Bob says an hour"));
    }

    [Fact]
    public async Task Without_a_reversal_where_no_hours_had_moved()
    {
        var (ann, bob) = (await bank.Riverside.MemberAsync("Ann"), await bank.Riverside.MemberAsync("Bob"));
        var (_, id) = await ann.GaveAsync(90, to: bob.Member);
        var form = await FormAsync(id);
        form.HowLong = new() { Typed = "1" };
        await CorrectAsync(await bank.Riverside.CoordinatorAsync(), form);
        var old = await ExchangeAsync(id);
        (old.Status, old.EntryId, old.ReversalId, old.CorrectedById).ShouldBe(
            (ExchangeStatus.Withdrawn, null, null, new ExchangeId(form.RequestKey))
        );
        (await ann.BalanceAsync()).ShouldBe(180);
    }

    [Fact]
    public async Task The_people_and_whoever_was_in_it_by_mistake_gets_the_hours_back()
    {
        var (ann, bob, id) = await GivenAsync(60);
        var bea = await bank.Riverside.MemberAsync("Bea");
        var form = await FormAsync(id);
        form.Receiver = bea.Member.Value;
        await CorrectAsync(await bank.Riverside.CoordinatorAsync(), form);
        (await ann.BalanceAsync()).ShouldBe(180);
        (await bob.BalanceAsync()).ShouldBe(120);
        (await bea.BalanceAsync()).ShouldBe(60);
        (await ExchangeAsync(new(form.RequestKey))).ReceiverId.ShouldBe(bea.Member);
    }

    [Fact]
    public async Task Even_who_helped_whom()
    {
        var (ann, bob, id) = await GivenAsync(60);
        var form = await FormAsync(id);
        (form.Giver, form.Receiver) = (form.Receiver, form.Giver);
        await CorrectAsync(await bank.Riverside.CoordinatorAsync(), form);
        (await ann.BalanceAsync()).ShouldBe(60);
        (await bob.BalanceAsync()).ShouldBe(180);
    }

    [Fact]
    public async Task A_correction_as_often_as_it_takes_and_every_entry_is_undone_once()
    {
        var (ann, bob, id) = await GivenAsync(60);
        var cora = await bank.Riverside.CoordinatorAsync();
        foreach (var length in new[] { "2", "0:30", "0:45" })
        {
            var form = await FormAsync(id);
            form.HowLong = new() { Typed = length };
            (await CorrectAsync(cora, form)).Outcome.ShouldBe(CorrectExchange.Outcome.Corrected);
            id = new(form.RequestKey);
        }
        (await ann.BalanceAsync()).ShouldBe(165);
        (await bob.BalanceAsync()).ShouldBe(75);
        var reversed = await bank.Riverside.ReadAsync(db =>
            (
                from e in db.Entries
                where e.Reverses != null && db.Postings.Any(p => p.EntryId == e.Id && p.AccountId == ann.Member.Account)
                select e.Reverses
            ).ToListAsync()
        );
        reversed.Count.ShouldBe(3);
        reversed.ShouldBeUnique();
    }

    [Fact]
    public async Task Nothing_at_all_when_the_new_one_would_pass_the_floor()
    {
        var (ann, bob, id) = await GivenAsync(60);
        var before = await BooksAsync();
        var form = await FormAsync(id);
        form.HowLong = new() { Typed = "8" }; // two hours of welcome and five of debt are seven
        (await CorrectAsync(await bank.Riverside.CoordinatorAsync(), form)).ShouldBe(
            new(CorrectExchange.Outcome.Refused, LogOutcome.BelowFloor)
        );
        (await BooksAsync()).ShouldBe(before);
        (await ExchangeAsync(id)).Status.ShouldBe(ExchangeStatus.Confirmed);
        (await ann.BalanceAsync()).ShouldBe(180);
        (await bob.BalanceAsync()).ShouldBe(60);
    }

    [Fact]
    public async Task And_whoever_paid_for_the_old_one_pays_for_the_new_one()
    {
        var (ann, bob) = (await bank.Riverside.MemberAsync("Ann"), await bank.Riverside.MemberAsync("Bob"));
        var (_, id) = await ann.GaveAsync(60, to: bob.Member);
        var cora = await bank.Riverside.CoordinatorAsync();
        var paid = new WayOutChoice { Way = WayOut.Organisation, Why = "Bob is ill" };
        (
            await cora.DoAsync(
                (SettleExchange settle) =>
                    settle.ConfirmAsync(
                        new()
                        {
                            Exchange = id.Value,
                            Confirms = true,
                            Paid = paid,
                        }
                    )
            )
        ).ShouldBe(SettleExchange.Outcome.Confirmed);
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync($"exchanges/{id.Value}/correct");
        await browser.SendAsync(page, new() { ["Form.HowLong.Typed"] = "2", ["Form.Reason"] = "It was two hours" });
        (await ann.BalanceAsync()).ShouldBe(240);
        (await bob.BalanceAsync()).ShouldBe(120);
        var now = await bank.Riverside.ReadAsync(db => db.Exchanges.SingleAsync(e => e.CorrectsId == id));
        var entry = await bank.Riverside.ReadAsync(db => db.Entries.SingleAsync(e => e.Id == now.EntryId));
        (entry.Kind, entry.Reason).ShouldBe((EntryKind.ForTheOrganisation, "Bob is ill"));
    }

    [Fact]
    public async Task Nothing_when_somebody_new_in_it_has_left_or_nothing_is_different()
    {
        var (_, _, id) = await GivenAsync(60);
        var cora = await bank.Riverside.CoordinatorAsync();
        var gone = await bank.Riverside.AddMemberAsync("Gus");
        await bank.Riverside.WriteAsync(db =>
            db.Members.Where(m => m.Id == gone).ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MemberStatus.Left))
        );
        (await CorrectAsync(cora, await FormAsync(id))).Outcome.ShouldBe(CorrectExchange.Outcome.NothingChanged);
        var form = await FormAsync(id);
        form.Receiver = gone.Value;
        (await CorrectAsync(cora, form)).Fault.ShouldBe(LogOutcome.NotTakingPart);
        (await ExchangeAsync(id)).Status.ShouldBe(ExchangeStatus.Confirmed);
    }

    [Fact]
    public async Task What_lies_in_closed_books_by_giving_the_new_one_a_day_that_is_open()
    {
        var place = await bank.CreateAsync("closed", "Closed Books");
        var (ann, bob) = (await place.MemberAsync("Ann"), await place.MemberAsync("Bob"));
        var (_, id) = await ann.GaveAsync(60, to: bob.Member);
        await bob.ConfirmsAsync(id);
        var day = (await place.ReadAsync(db => db.Exchanges.SingleAsync(e => e.Id == id))).ServiceDate;
        bank.Clock.Advance(TimeSpan.FromDays(3));
        var mo = await place.StaffAsync("Mo", Web.Features.Accounts.Role.Manager);
        (await mo.DoAsync((CloseBooks close) => close.HandleAsync(new() { To = Web.Ui.DateBoxes.From(day) }))).ShouldBe(
            CloseBooks.Outcome.Closed
        );
        var cora = await place.CoordinatorAsync();
        var form = await FormAsync(id, place);
        form.HowLong = new() { Typed = "2" };
        (await CorrectAsync(cora, form)).Fault.ShouldBe(LogOutcome.PeriodClosed);
        (await ann.BalanceAsync()).ShouldBe(180);
        var browser = await cora.BrowserAsync();
        (await browser.OpenAsync($"exchanges/{id.Value}/correct")).Body!.TextContent.ShouldContain("The books for its day are closed.");
        form.Day = Web.Ui.DateBoxes.From(day.AddDays(1));
        (await CorrectAsync(cora, form)).Outcome.ShouldBe(CorrectExchange.Outcome.Corrected);
        (await ann.BalanceAsync()).ShouldBe(240);
        var dates = await place.ReadAsync(db =>
            db.Entries.Where(e => e.SubjectKind == LedgerSubject.Exchange)
                .OrderBy(e => e.PostedAt)
                .ThenBy(e => e.Kind)
                .Select(e => e.ServiceDate)
                .ToListAsync()
        );
        dates.Order().ShouldBe([day, day.AddDays(1), day.AddDays(3)]);
    }

    [Fact]
    public async Task Once_when_two_do_it_at_the_same_moment()
    {
        var (ann, _, id) = await GivenAsync(90);
        var (cora, carl) = (await bank.Riverside.CoordinatorAsync(), await bank.Riverside.CoordinatorAsync("Carl"));
        var (one, other) = (await FormAsync(id), await FormAsync(id));
        (one.HowLong, other.HowLong) = (new() { Typed = "1" }, new() { Typed = "2" });
        var answers = await Task.WhenAll(Task.Run(() => CorrectAsync(cora, one)), Task.Run(() => CorrectAsync(carl, other)));
        answers.Select(a => a.Outcome).Order().ShouldBe([CorrectExchange.Outcome.Corrected, CorrectExchange.Outcome.NoLongerOpen]);
        (await bank.Riverside.ReadAsync(db => db.Exchanges.CountAsync(e => e.CorrectsId == id))).ShouldBe(1);
        (await ann.BalanceAsync()).ShouldBe(answers[0].Outcome == CorrectExchange.Outcome.Corrected ? 180 : 240);
    }

    [Fact]
    public async Task Or_undo_but_not_both_when_that_happens_at_the_same_moment()
    {
        var (ann, _, id) = await GivenAsync(90);
        var (cora, carl) = (await bank.Riverside.CoordinatorAsync(), await bank.Riverside.CoordinatorAsync("Carl"));
        var form = await FormAsync(id);
        form.HowLong = new() { Typed = "1" };
        var correct = Task.Run(() => CorrectAsync(cora, form));
        var undo = Task.Run(() =>
            carl.DoAsync((SettleExchange settle) => settle.UndoAsync(new() { Exchange = id.Value, Reason = "Never happened" }))
        );
        await Task.WhenAll(correct, undo);
        var wasCorrected = (await correct).Outcome == CorrectExchange.Outcome.Corrected;
        (await undo).ShouldBe(wasCorrected ? SettleExchange.Outcome.NoLongerOpen : SettleExchange.Outcome.Reversed);
        (await ann.BalanceAsync()).ShouldBe(wasCorrected ? 180 : 120);
    }

    [Fact]
    public async Task Once_however_often_the_form_is_sent()
    {
        var (ann, _, id) = await GivenAsync(90);
        var cora = await bank.Riverside.CoordinatorAsync();
        var form = await FormAsync(id);
        form.HowLong = new() { Typed = "1" };
        (await CorrectAsync(cora, form)).Outcome.ShouldBe(CorrectExchange.Outcome.Corrected);
        (await CorrectAsync(cora, form)).Outcome.ShouldBe(CorrectExchange.Outcome.Corrected);
        (await ann.BalanceAsync()).ShouldBe(180);
    }

    [Fact]
    public async Task On_a_page_and_everybody_reads_what_it_said_and_says_now()
    {
        var (ann, bob) = (
            await bank.Riverside.MemberAsync("Ann", email: "ann.c@x.example"),
            await bank.Riverside.MemberAsync("Bob", email: "bob.c@x.example")
        );
        var bea = await bank.Riverside.MemberAsync("Bea", "Newman", "bea.c@x.example");
        var (_, id) = await ann.GaveAsync(90, to: bob.Member, what: "A shelf");
        await bob.ConfirmsAsync(id);
        var browser = await (await bank.Riverside.CoordinatorAsync()).BrowserAsync();
        var settle = await browser.OpenAsync($"exchanges/{id.Value}/settle");
        var page = await browser.OpenAsync(
            settle.QuerySelector("main a[href$='/correct']")!.GetAttribute("href")!.Replace("riverside/", "", StringComparison.Ordinal)
        );
        var refused = await browser.SendAsync(page, new() { ["Form.HowLong.Typed"] = "1" });
        refused.QuerySelector(".error-summary")!.TextContent.ShouldContain("Say why");
        var after = await browser.SendAsync(
            refused,
            new() { ["Form.Reason"] = "It was Bea, for an hour", ["Form.ReceiverTyped"] = "Bea Newman" }
        );
        var words = after.Body!.TextContent;
        words.ShouldContain("It said that Bob Example was helped; it was Bea Newman.");
        words.ShouldContain("It said an hour and a half; it is an hour now.");
        var now = await bank.Riverside.ReadAsync(db => db.Exchanges.SingleAsync(e => e.CorrectsId == id));

        var old = (await (await ann.BrowserAsync()).OpenAsync($"exchanges/{id.Value}")).Body!.TextContent;
        old.ShouldContain("It said an hour and a half; it is an hour now.");
        old.ShouldContain("It was Bea, for an hour");
        (await (await ann.BrowserAsync()).OpenAsync($"exchanges/{now.Id.Value}"))
            .QuerySelector($"main a[href$='{id.Value}']")
            .ShouldNotBeNull();
        var bobs = (await (await bob.BrowserAsync()).OpenAsync($"exchanges/{id.Value}")).Body!.TextContent;
        bobs.ShouldContain("you are not in it any more");
        bobs.ShouldNotContain("Newman");
        var beas = (await (await bea.BrowserAsync()).OpenAsync($"exchanges/{now.Id.Value}")).Body!.TextContent;
        beas.ShouldContain("It named somebody else by mistake");
        beas.ShouldNotContain("Bob", Case.Sensitive);

        var statement = (await (await ann.BrowserAsync()).OpenAsync("statement")).Body!.TextContent;
        statement.ShouldContain("Taken back to be corrected: A shelf, with Bob Example");
        statement.ShouldContain("It said an hour and a half; it is an hour now.");
        statement.ShouldContain("It was corrected later.");
        var letters = await bank.Riverside.ReadAsync(db =>
            db.Outbox.Where(o => o.Letter.Contains("corrected")).Select(o => o.Letter).ToListAsync()
        );
        letters.Count.ShouldBe(3);
        letters.Single(l => l.Contains("bob.c@", StringComparison.Ordinal)).ShouldNotContain("Newman");
        letters.Single(l => l.Contains("ann.c@", StringComparison.Ordinal)).ShouldContain("it is an hour now");
    }

    private async Task<(Actor Ann, Actor Bob, ExchangeId Id)> GivenAsync(int minutes)
    {
        var (ann, bob) = (await bank.Riverside.MemberAsync("Ann"), await bank.Riverside.MemberAsync("Bob"));
        var (_, id) = await ann.GaveAsync(minutes, to: bob.Member);
        (await bob.ConfirmsAsync(id)).ShouldBe(AnswerExchange.Outcome.Confirmed);
        return (ann, bob, id);
    }

    private async Task<CorrectExchangeForm> FormAsync(ExchangeId id, Place? place = null)
    {
        var form = CorrectExchangeForm.Of(
            await (place ?? bank.Riverside).ReadAsync(db => db.Exchanges.SingleAsync(e => e.Id == id)),
            "",
            null
        );
        form.Reason = "Bob says an hour";
        return form;
    }

    private static Task<CorrectionAnswer> CorrectAsync(Actor actor, CorrectExchangeForm form) =>
        actor.DoAsync((CorrectExchange correct) => correct.HandleAsync(form));

    private Task<Exchange> ExchangeAsync(ExchangeId id) => bank.Riverside.ReadAsync(db => db.Exchanges.SingleAsync(e => e.Id == id));

    private Task<List<(AccountId, long)>> LegsAsync(EntryId? entry) =>
        bank.Riverside.ReadAsync(async db =>
            (await db.Postings.Where(p => p.EntryId == entry).OrderBy(p => p.Amount).ToListAsync()).ConvertAll(p => (p.AccountId, p.Amount))
        );

    private static List<(AccountId, long)> Moved(MemberId from, MemberId to, long minutes) =>
        [(from.Account, -minutes), (to.Account, minutes)];

    // Everything that a refusal must leave as it was.
    private Task<(int, int, int, int)> BooksAsync() =>
        bank.Riverside.ReadAsync(async db =>
            (await db.Exchanges.CountAsync(), await db.Entries.CountAsync(), await db.Outbox.CountAsync(), await db.AuditLines.CountAsync())
        );
}
