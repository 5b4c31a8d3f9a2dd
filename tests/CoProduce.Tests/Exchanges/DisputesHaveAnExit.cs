using CoProduce.Ledger;
using CoProduce.Tests.Messages;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Exchanges.Disputes;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Exchanges;

public sealed class DisputesHaveAnExit(PostalBank bank) : IClassFixture<PostalBank>
{
    [Fact]
    public async Task Begun_on_screen_taken_by_name_and_kept_as_it_was()
    {
        var (ann, bob, id) = await GivenAsync();
        await bob.ConfirmsAsync(id);
        await bob.DisputesAsync(id, "It was shorter");
        var begun = await DisputeAsync(id);
        (begun.State, begun.RaisedBy, begun.DueAt - begun.RaisedAt).ShouldBe((DisputeState.Open, bob.Member, TimeSpan.FromDays(28)));
        var cora = await bank.Riverside.CoordinatorAsync();
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync($"exchanges/{id.Value}/settle");
        page.Body!.TextContent.ShouldContain("Nobody is looking into it yet.");
        var taken = await browser.SendAsync(page, new() { ["Form.Step"] = DisputeForm.LookInto }, "form:has([value='look'])");
        taken.Body!.TextContent.ShouldContain("Cora Staff is looking into it.");
        (await (await bob.BrowserAsync()).OpenAsync($"exchanges/{id.Value}")).Body!.TextContent.ShouldContain(
            "Cora Staff is looking into it"
        );
        await browser.SendAsync(taken, new() { ["Yes.Reason"] = "Both looked at the diary" }, "form:has([name='Yes.Door'])");
        var kept = await DisputeAsync(id);
        (kept.State, kept.Decision, kept.DecidedBy).ShouldBe((DisputeState.Decided, DisputeDecision.Kept, cora.Id));
        var read = (await (await ann.BrowserAsync()).OpenAsync($"exchanges/{id.Value}")).Body!.TextContent;
        read.ShouldContain("Bob Example said that it is not right: “It was shorter”");
        read.ShouldContain("Cora Staff decided that it stays as it was logged.");
        read.ShouldContain("Both looked at the diary");
        (await ann.BalanceAsync()).ShouldBe(180);
    }

    [Fact]
    public async Task Begun_by_phone_for_either_side_with_who_said_what_by_which_door()
    {
        var (ann, bob, id) = await GivenAsync();
        await bob.ConfirmsAsync(id);
        var browser = await (await bank.Riverside.CoordinatorAsync()).BrowserAsync();
        var page = await browser.OpenAsync($"exchanges/{id.Value}/settle");
        var refused = await browser.SendAsync(page, new() { ["Form.Step"] = DisputeForm.Raise }, "form:has([value='raise'])");
        refused.QuerySelector(".error-summary")!.TextContent.ShouldContain("Say who says so.");
        (await StatusAsync(id)).ShouldBe(ExchangeStatus.Confirmed);
        var after = await browser.SendAsync(
            refused,
            new()
            {
                ["Form.Step"] = DisputeForm.Raise,
                ["Form.Side"] = ann.Member.Value.ToString(),
                ["Form.Words"] = "It was two hours",
            },
            "form:has([value='raise'])"
        );
        after.Body!.TextContent.ShouldContain(
            "Ann Example said that it is not right: “It was two hours” (by phone, written down by Cora Staff)"
        );
        (await DisputeAsync(id)).RaisedBy.ShouldBe(ann.Member);
        (await StatusAsync(id)).ShouldBe(ExchangeStatus.Disputed);
    }

    [Fact]
    public async Task Both_add_sentences_that_everybody_concerned_reads_in_order()
    {
        var (ann, bob, id) = await GivenAsync();
        await bob.DisputesAsync(id, "It was shorter");
        var anns = await ann.BrowserAsync();
        var page = await anns.OpenAsync($"exchanges/{id.Value}");
        page.QuerySelector("[value='right']").ShouldBeNull(); // only who raised it takes it back
        bank.Clock.Advance(TimeSpan.FromMinutes(1));
        var request = new Dictionary<string, string?> { ["Form.Answer"] = AnswerForm.Say, ["Form.Words"] = "I looked at my watch" };
        await anns.SendAsync(page, request);
        await anns.SendAsync(page, request); // a double click says it once
        var notes = await bank.Riverside.ReadAsync(db =>
            (
                from n in db.DisputeNotes
                join d in db.Disputes on n.DisputeId equals d.Id
                where d.ExchangeId == id
                orderby n.At
                select new
                {
                    n.SaidBy,
                    n.Door,
                    n.Text,
                }
            ).ToListAsync()
        );
        notes
            .Select(n => (n.SaidBy, n.Door, n.Text))
            .ShouldBe([(bob.Member, Door.Screen, "It was shorter"), (ann.Member, Door.Screen, "I looked at my watch")]);
        (await (await bob.BrowserAsync()).OpenAsync($"exchanges/{id.Value}")).Body!.TextContent.ShouldContain(
            "Ann Example said: “I looked at my watch”"
        );
        var stranger = await (await bank.Riverside.MemberAsync("Sly")).BrowserAsync();
        await stranger.OpenAsync($"exchanges/{id.Value}");
        stranger.Body.ShouldNotContain("watch");
    }

    [Fact]
    public async Task Taken_back_by_who_raised_it_and_the_other_side_is_asked_anew()
    {
        var (ann, bob, id) = await GivenAsync();
        bank.Clock.Advance(TimeSpan.FromDays(13));
        await bob.DisputesAsync(id);
        var page = await (await bob.BrowserAsync()).OpenAsync($"exchanges/{id.Value}");
        page.Body!.TextContent.ShouldContain("It is right after all");
        (await ann.DoAsync((TakeBackDispute back) => back.HandleAsync(id, new()))).ShouldBe(DisputeOutcome.NotFound);
        (await bob.DoAsync((TakeBackDispute back) => back.HandleAsync(id, new()))).ShouldBe(DisputeOutcome.Done);
        (await DisputeAsync(id)).State.ShouldBe(DisputeState.TakenBack);
        (await StatusAsync(id)).ShouldBe(ExchangeStatus.Unconfirmed);
        bank.Clock.Advance(TimeSpan.FromDays(2)); // past the first promise, not past the new one
        await bank.DeliverAsync();
        (await StatusAsync(id)).ShouldBe(ExchangeStatus.Unconfirmed);
        bank.Clock.Advance(TimeSpan.FromDays(12));
        await bank.DeliverAsync();
        (await StatusAsync(id)).ShouldBe(ExchangeStatus.Confirmed);
        (await ann.BalanceAsync()).ShouldBe(180);
    }

    [Fact]
    public async Task By_a_correction_or_an_undoing_which_decides_it_too()
    {
        var (_, bob, corrected) = await GivenAsync();
        await bob.DisputesAsync(corrected);
        var cora = await bank.Riverside.CoordinatorAsync();
        var form = CorrectExchangeForm.Of(await bank.Riverside.ReadAsync(db => db.Exchanges.SingleAsync(e => e.Id == corrected)), "", null);
        (form.HowLong, form.Reason) = (new() { Typed = "0:30" }, "Half an hour");
        await cora.DoAsync((CorrectExchange correct) => correct.HandleAsync(form));
        (await DisputeAsync(corrected)).Decision.ShouldBe(DisputeDecision.Corrected);
        var (_, bea, undone) = await GivenAsync();
        await bea.DisputesAsync(undone);
        await cora.DoAsync((SettleExchange settle) => settle.UndoAsync(new() { Exchange = undone.Value, Reason = "Never" }));
        (await DisputeAsync(undone)).Decision.ShouldBe(DisputeDecision.Undone);
    }

    [Fact]
    public async Task Silence_never_confirms_one_and_coordinators_are_written_to_every_week_when_it_is_overdue()
    {
        var place = await bank.CreateAsync("late", "Late Town");
        var (ann, bob) = (await place.MemberAsync("Ann"), await place.MemberAsync("Bob"));
        var cora = await place.StaffAsync("Cora", Web.Features.Accounts.Role.Coordinator);
        var (_, id) = await ann.GaveAsync(60, to: bob.Member, what: "Ironing");
        await bob.DisputesAsync(id, "No");
        var (_, newer) = await ann.GaveAsync(45, to: bob.Member, what: "Newer");
        await WaitAsync(27);
        LettersTo(cora.SignIn.Email!).ShouldBe(0);
        (await place.ReadAsync(db => db.Exchanges.SingleAsync(e => e.Id == id))).Status.ShouldBe(ExchangeStatus.Disputed);
        await bob.DisputesAsync(newer, "Nor this");
        await WaitAsync(1);
        LettersTo(cora.SignIn.Email!).ShouldBe(1);
        var today = await (await cora.BrowserAsync()).OpenAsync("today");
        var lines = today.QuerySelectorAll("section[aria-label='Somebody says it is not right'] li").Select(l => l.TextContent).ToList();
        lines.Count.ShouldBe(2);
        lines[0].ShouldContain("Overdue");
        lines[0].ShouldContain("Ironing");
        lines[0].ShouldContain("Said 28 days ago.");
        lines[1].ShouldNotContain("Overdue");
        await WaitAsync(7);
        LettersTo(cora.SignIn.Email!).ShouldBe(2);
        await cora.DoAsync((SettleExchange settle) => settle.ConfirmAsync(new() { Exchange = id.Value, Confirms = true }));
        (await ann.BalanceAsync()).ShouldBe(120 + 60 + 45); // silence had confirmed the newer one before it was disputed
        await WaitAsync(7);
        LettersTo(cora.SignIn.Email!).ShouldBe(2);
    }

    [Fact]
    public async Task Two_who_take_it_at_once_are_told_apart_and_two_decisions_are_one()
    {
        var (_, bob, id) = await GivenAsync();
        await bob.DisputesAsync(id);
        var (cora, carl) = (await bank.Riverside.CoordinatorAsync(), await bank.Riverside.CoordinatorAsync("Carl"));
        Task<DisputeOutcome> Take(Actor who, Guid? from) =>
            Task.Run(() => who.DoAsync((LookIntoDispute look) => look.HandleAsync(new() { Exchange = id.Value, From = from })));
        (await Task.WhenAll(Take(cora, null), Take(carl, null))).Order().ShouldBe([DisputeOutcome.Done, DisputeOutcome.NoLongerOpen]);
        var first = (await DisputeAsync(id)).LookedIntoBy;
        var next = first == cora.Id ? carl : cora;
        (await Take(next, first?.Value)).ShouldBe(DisputeOutcome.Done);
        (await DisputeAsync(id)).LookedIntoBy.ShouldBe(next.Id);
        var decisions = await Task.WhenAll(
            new[] { cora, carl }.Select(c =>
                Task.Run(() => c.DoAsync((SettleExchange s) => s.UndoAsync(new() { Exchange = id.Value, Reason = "No" })))
            )
        );
        decisions.Order().ShouldBe([SettleExchange.Outcome.Withdrawn, SettleExchange.Outcome.NoLongerOpen]);
        (await bob.DoAsync((TakeBackDispute back) => back.HandleAsync(id, new()))).ShouldBe(DisputeOutcome.NoLongerOpen);
    }

    [Fact]
    public async Task By_the_link_in_a_letter_too()
    {
        var ann = await bank.Riverside.MemberAsync("Ann");
        var bob = await bank.Riverside.AddMemberAsync("Bob", email: "bob.link@x.example");
        var (_, id) = await ann.GaveAsync(60, to: bob);
        await using var scope = bank.Riverside.Enter();
        var path = ((AnswerLinks)scope.ServiceProvider.GetService(typeof(AnswerLinks))!).PathFor(id, bob);
        var stranger = bank.Stranger();
        var page = await stranger.OpenAsync(path);
        page = await stranger.SendAsync(page, new() { ["Form.Answer"] = AnswerForm.No, ["Form.Reason"] = "Not me" });
        (await DisputeAsync(id)).RaisedBy.ShouldBe(bob);
        page = await stranger.SendAsync(page, new() { ["Form.Answer"] = AnswerForm.Say, ["Form.Words"] = "I was away" });
        page.Body!.TextContent.ShouldContain("You said: “I was away” (by mail)");
        page = await stranger.SendAsync(page, new() { ["Form.Answer"] = AnswerForm.RightAfterAll });
        (await DisputeAsync(id)).State.ShouldBe(DisputeState.TakenBack);
        (await StatusAsync(id)).ShouldBe(ExchangeStatus.Unconfirmed);
    }

    private async Task<(Actor Ann, Actor Bob, ExchangeId Id)> GivenAsync()
    {
        var (ann, bob) = (await bank.Riverside.MemberAsync("Ann"), await bank.Riverside.MemberAsync("Bob"));
        return (ann, bob, (await ann.GaveAsync(60, to: bob.Member)).Id);
    }

    private async Task WaitAsync(int days)
    {
        bank.Clock.Advance(TimeSpan.FromDays(days));
        await bank.DeliverAsync();
    }

    private int LettersTo(string email) => bank.Post.Read().Count(l => l.Contains(email, StringComparison.OrdinalIgnoreCase));

    private Task<Dispute> DisputeAsync(ExchangeId id) =>
        bank.Riverside.ReadAsync(db => db.Disputes.Where(d => d.ExchangeId == id).OrderByDescending(d => d.RaisedAt).FirstAsync());

    private async Task<ExchangeStatus> StatusAsync(ExchangeId id) =>
        (await bank.Riverside.ReadAsync(db => db.Exchanges.SingleAsync(e => e.Id == id))).Status;
}
