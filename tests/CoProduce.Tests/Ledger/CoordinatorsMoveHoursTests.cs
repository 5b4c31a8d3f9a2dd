using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>A coordinator moves hours that are no exchange: every kind by its own rule, once, with who and why, and undone with a reason.</summary>
public sealed class CoordinatorsMoveHoursTests(Bank bank) : IClassFixture<Bank>
{
    private readonly Place place = bank.Riverside;

    [Fact]
    public async Task A_pot_pays_for_help_on_behalf_of_who_was_helped()
    {
        var (cora, ann) = (await place.CoordinatorAsync(), await place.MemberAsync("Ann"));
        var helped = await place.AddMemberAsync("Bob");
        var pot = await PotAsync(60);
        var form = Form(MoveKind.Draw, ann.Member, 60, words: "She was ill", account: pot, other: helped);

        (await MoveAsync(cora, form)).ShouldBe(MoveHours.Outcome.Moved);

        await PostedAsync(form, EntryKind.Draw, (pot, -60), (ann.Member.Account, 60));
        var entry = await place.ReadAsync(db => db.Entries.SingleAsync(e => e.RequestKey == form.RequestKey));
        (entry.ActedBy, entry.OnBehalfOf, entry.Door, entry.Reason).ShouldBe((cora.Id.Value, helped.Value, Door.Paper, "She was ill"));
        var statement = await (await ann.BrowserAsync()).OpenAsync("statement");
        statement.Body!.TextContent.ShouldContain("You gave an hour, paid from the community pot: She was ill");
    }

    [Fact]
    public async Task On_call_and_what_was_brought_in_are_paid_by_the_organisation()
    {
        var (cora, ann) = (await place.CoordinatorAsync(), await place.AddMemberAsync("Ann"));
        var own = await OwnAsync(AccountKind.Organisation);
        var (onCall, bags) = (Form(MoveKind.OnCall, ann, 120), Form(MoveKind.Contribution, ann, 0, words: "At the river"));
        (bags.Quantity, bags.Rule) = ("7", $"{await RuleAsync("bag of litter", "bags of litter", 5)}");

        (await MoveAsync(cora, onCall)).ShouldBe(MoveHours.Outcome.Moved);
        (await MoveAsync(cora, bags)).ShouldBe(MoveHours.Outcome.Moved);

        await PostedAsync(onCall, EntryKind.OnCall, (own, -120), (ann.Account, 120));
        await PostedAsync(bags, EntryKind.Contribution, (own, -35), (ann.Account, 35));
        (await place.ReadAsync(db => db.Entries.SingleAsync(e => e.RequestKey == bags.RequestKey))).Reason.ShouldBe(
            "7 bags of litter: At the river"
        );
    }

    [Fact]
    public async Task A_place_an_award_and_a_partner_are_paid_by_the_member_and_a_partner_pays_back()
    {
        var (cora, ann) = (await place.CoordinatorAsync(), await place.AddMemberAsync("Ann"));
        var (own, partner) = (await OwnAsync(AccountKind.Organisation), await OpenAsync(cora, AccountKind.Partner, "Corner Café"));
        var (seat, award) = (Form(MoveKind.Event, ann, 30, "The outing", own), Form(MoveKind.Award, ann, 30, "A mug"));
        var (spends, earns) = (Form(MoveKind.Partner, ann, 60, "Lunch", partner), Form(MoveKind.Partner, ann, 45, "Washing up", partner));
        earns.PartnerPays = true;

        foreach (var form in new[] { seat, award, spends, earns })
            (await MoveAsync(cora, form)).ShouldBe(MoveHours.Outcome.Moved);

        await PostedAsync(seat, EntryKind.EventEntry, (ann.Account, -30), (own, 30));
        await PostedAsync(award, EntryKind.Award, (ann.Account, -30), (await OwnAsync(AccountKind.Awards), 30));
        await PostedAsync(spends, EntryKind.Partner, (ann.Account, -60), (partner, 60));
        await PostedAsync(earns, EntryKind.Partner, (partner, -45), (ann.Account, 45));
    }

    [Fact]
    public async Task A_balance_from_before_may_be_odd_and_a_debt_and_its_account_is_opened_once()
    {
        var cora = await place.CoordinatorAsync();
        var people = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => place.AddMemberAsync($"Ann{i}")));
        var forms = people.Select((p, i) => Form(MoveKind.Opening, p, 37)).ToArray();
        forms[0].IsDebt = true;

        (await Task.WhenAll(forms.Select(f => MoveAsync(cora, f)))).ShouldAllBe(o => o == MoveHours.Outcome.Moved);

        var opening = await OwnAsync(AccountKind.Opening);
        await PostedAsync(forms[0], EntryKind.Opening, (people[0].Account, -37), (opening, 37));
        await PostedAsync(forms[1], EntryKind.Opening, (opening, -37), (people[1].Account, 37));
    }

    [Fact]
    public async Task A_debt_is_written_off_whole_and_only_as_it_was_read_back()
    {
        var (cora, ann) = (await place.CoordinatorAsync(), await place.MemberAsync("Ann"));
        var pot = await PotAsync(120);
        (await MoveAsync(cora, Form(MoveKind.WriteOff, ann.Member, 0, "Moved away", pot))).ShouldBe(MoveHours.Outcome.NothingOwed);
        var owed = Form(MoveKind.Opening, ann.Member, 200);
        owed.IsDebt = true;
        await MoveAsync(cora, owed);
        await place.WriteAsync(db =>
            db.Members.Where(m => m.Id == ann.Member).ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MemberStatus.Left))
        );
        var form = Form(MoveKind.WriteOff, ann.Member, 0, "Moved away", pot);
        form.Debt = 79;
        (await MoveAsync(cora, form)).ShouldBe(MoveHours.Outcome.DebtChanged);
        form.Debt = 80;
        (await MoveAsync(cora, form)).ShouldBe(MoveHours.Outcome.Moved);

        await PostedAsync(form, EntryKind.WriteOff, (pot, -80), (ann.Member.Account, 80));
    }

    [Fact]
    public async Task A_gift_on_behalf_goes_to_a_member_a_team_or_a_pot_and_never_makes_a_debt()
    {
        var (cora, ann) = (await place.CoordinatorAsync(), await place.AddMemberAsync("Ann"));
        var (bob, team) = (await place.AddMemberAsync("Bob"), await OpenAsync(cora, AccountKind.Team, "Gardeners"));
        var (toBob, toTeam) = (Form(MoveKind.Gift, ann, 60, other: bob), Form(MoveKind.Gift, ann, 30, account: team));
        toBob.Account = MoveForm.AMember;
        var toPot = Form(MoveKind.Gift, ann, 45, account: await OwnAsync(AccountKind.Pot));

        (await MoveAsync(cora, toBob)).ShouldBe(MoveHours.Outcome.Moved);
        (await MoveAsync(cora, toTeam)).ShouldBe(MoveHours.Outcome.Moved);
        (await MoveAsync(cora, toPot)).ShouldBe(MoveHours.Outcome.MoreThanTheyHave);

        await PostedAsync(toBob, EntryKind.Gift, (ann.Account, -60), (bob.Account, 60));
        await PostedAsync(toTeam, EntryKind.Gift, (ann.Account, -30), (team, 30));
        (await place.BalanceAsync(ann)).ShouldBe(30);
    }

    [Fact]
    public async Task What_cannot_move_is_refused_and_nothing_changes()
    {
        var (cora, ann) = (await place.CoordinatorAsync(), await place.AddMemberAsync("Ann"));
        var (gone, team) = (await place.AddMemberAsync("Gone"), await OpenAsync(cora, AccountKind.Team, "Closed ones"));
        await cora.DoAsync((CloseTeamOrPot close) => close.HandleAsync(team));
        await place.WriteAsync(db =>
            db.Members.Where(m => m.Id == gone).ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MemberStatus.Suspended))
        );
        var partner = await OpenAsync(cora, AccountKind.Partner, "Empty");
        var tomorrow = Form(MoveKind.OnCall, ann, 60);
        tomorrow.When = new() { Choice = "other", Other = DateBoxes.From(Today.AddDays(1)) };
        var longAgo = Form(MoveKind.OnCall, ann, 60);
        longAgo.When = new() { Choice = "other", Other = DateBoxes.From(Today.AddYears(-2)) };
        var pays = Form(MoveKind.Partner, ann, 15, "Washing up", partner);
        pays.PartnerPays = true;
        (MoveForm Form, MoveHours.Outcome Outcome)[] cases =
        [
            (Form(MoveKind.OnCall, MemberId.New(), 60), MoveHours.Outcome.UnknownMember),
            (Form(MoveKind.OnCall, gone, 60), MoveHours.Outcome.NotTakingPart),
            (Form(MoveKind.OnCall, ann, 7), MoveHours.Outcome.NotInSteps),
            (tomorrow, MoveHours.Outcome.InTheFuture),
            (longAgo, MoveHours.Outcome.TooLongAgo),
            (Form(MoveKind.Gift, ann, 15, account: team), MoveHours.Outcome.AccountClosed),
            (Form(MoveKind.Event, ann, 15, "A seat", partner), MoveHours.Outcome.UnknownAccount),
            (Form(MoveKind.Event, ann, 15, "A seat", AccountId.New()), MoveHours.Outcome.UnknownAccount),
            (Form(MoveKind.Award, ann, 600, "A bicycle"), MoveHours.Outcome.MemberBelowFloor),
            (pays, MoveHours.Outcome.AccountBelowFloor),
        ];
        foreach (var (form, outcome) in cases)
        {
            (await cora.DoAsync((MoveHours move) => move.TryAsync(form))).ShouldBe(outcome);
            (await MoveAsync(cora, form)).ShouldBe(outcome);
        }
        (await place.BalanceAsync(ann)).ShouldBe(120);
    }

    [Fact]
    public async Task Nothing_is_dated_into_a_closed_period()
    {
        var hill = bank.Hillside;
        var (cora, ann) = (await hill.CoordinatorAsync(), await hill.AddMemberAsync("Ann"));
        var now = bank.Clock.GetUtcNow();
        await hill.WriteAsync(db => db.ClosePeriodAsync(Today.AddDays(-1), Today, now, cora.Id.Value));
        var form = Form(MoveKind.OnCall, ann, 60);
        form.When = new() { Choice = "yesterday" };
        (await cora.DoAsync((MoveHours move) => move.HandleAsync(form))).ShouldBe(MoveHours.Outcome.PeriodClosed);
        (await hill.BalanceAsync(ann)).ShouldBe(120);
    }

    [Fact]
    public async Task The_same_form_twice_moves_once_and_with_other_answers_is_refused()
    {
        var (cora, ann) = (await place.CoordinatorAsync(), await place.AddMemberAsync("Ann"));
        var form = Form(MoveKind.OnCall, ann, 60);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => MoveAsync(cora, form)));
        (await place.BalanceAsync(ann)).ShouldBe(180);
        form.HowMuch = DurationChoice.From(90);
        await Should.ThrowAsync<AlreadySentException>(() => MoveAsync(cora, form));
    }

    [Fact]
    public async Task It_is_read_back_before_it_moves_and_undone_once_with_a_reason()
    {
        var (cora, ann) = (await place.CoordinatorAsync(), await place.MemberAsync("Ann", "Readback"));
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync("accounts/move?kind=oncall");
        page = await browser.SendAsync(page, new() { ["Form.MemberTyped"] = "Readback", ["Form.HowMuch.Choice"] = "60" });
        page.QuerySelector(".read-back")!.TextContent.ShouldContain("Ann Readback gets an hour for being on call.");
        (await ann.BalanceAsync()).ShouldBe(120);
        page = await browser.SendAsync(page, []);
        page.Body!.TextContent.ShouldContain("The hours have moved.");
        (await ann.BalanceAsync()).ShouldBe(180);

        page = await browser.OpenAsync("/" + page.QuerySelector(".notice a")!.GetAttribute("href"));
        page = await browser.SendAsync(page, []);
        page.Body!.TextContent.ShouldContain("Say why, in a few words.");
        page = await browser.SendAsync(page, new() { ["Form.Reason"] = "It was Bob" });
        page.Body!.TextContent.ShouldContain("This is undone.");
        page.QuerySelector("main form[method=post]").ShouldBeNull();
        (await ann.BalanceAsync()).ShouldBe(120);
        var statement = await (await ann.BrowserAsync()).OpenAsync("statement");
        statement.Body!.TextContent.ShouldContain("The reason: “It was Bob”");
    }

    [Fact]
    public async Task A_welcome_is_not_undone_here()
    {
        var (cora, ann) = (await place.CoordinatorAsync(), await place.AddMemberAsync("Ann"));
        var welcome = await place.ReadAsync(db => db.Postings.Where(p => p.AccountId == ann.Account).Select(p => p.EntryId).SingleAsync());
        var form = new UndoMoveForm { Entry = welcome.Value, Reason = "No" };
        (await cora.DoAsync((UndoMove undo) => undo.HandleAsync(form))).ShouldBe(UndoMove.Outcome.Unknown);
    }

    [Fact]
    public async Task A_refusal_says_what_to_do()
    {
        var cora = await place.CoordinatorAsync();
        await place.AddMemberAsync("Ann", "Farbelow");
        var browser = await cora.BrowserAsync();
        var answers = new Dictionary<string, string?>
        {
            ["Form.MemberTyped"] = "Farbelow",
            ["Form.HowMuch.Choice"] = "other",
            ["Form.HowMuch.Hours"] = "9",
            ["Form.Words"] = "A bicycle",
        };
        var page = await browser.SendAsync(await browser.OpenAsync("accounts/move?kind=award"), answers);
        page.QuerySelector("main form")!.TextContent.ShouldContain("Tick the box to let them this once");
    }

    [Fact]
    public async Task Trustees_read_an_account_without_names_and_coordinators_with_them()
    {
        var (cora, tom) = (await place.CoordinatorAsync(), await place.StaffAsync("Tom", Role.Trustee));
        var ann = await place.AddMemberAsync("Ann", "Nameless");
        var team = await OpenAsync(cora, AccountKind.Team, "Painters");
        await MoveAsync(cora, Form(MoveKind.Gift, ann, 60, "From Ann", team));
        var (hers, his) = (await cora.BrowserAsync(), await tom.BrowserAsync());
        (await hers.OpenAsync("accounts")).Body!.TextContent.ShouldContain("Painters");
        var page = await hers.OpenAsync($"accounts/{team.Value}");
        page.Body!.TextContent.ShouldContain("A gift from Ann Nameless");
        page = await hers.SendAsync(page, []);
        page.Body!.TextContent.ShouldContain("There are hours on this account");
        page = await his.OpenAsync($"accounts/{team.Value}");
        page.QuerySelector("main")!.TextContent.ShouldContain("A gift from a member");
        page.QuerySelector("main")!.TextContent.ShouldNotContain("Ann");
        page.QuerySelector("main form[method=post]").ShouldBeNull();
        await his.OpenAsync($"accounts/{ann.Account.Value}");
        his.Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_name_and_a_pot_are_there_once()
    {
        var cora = await place.CoordinatorAsync();
        await OpenAsync(cora, AccountKind.Team, "Knitters");
        var again = new OpenTeamOrPotForm { Kind = AccountKind.Team, Name = " Knitters " };
        (await cora.DoAsync((OpenTeamOrPot open) => open.HandleAsync(again))).ShouldBe(OpenTeamOrPot.Outcome.NameTaken);
        var pots = Enumerable
            .Range(0, 4)
            .Select(_ => new OpenTeamOrPotForm { Kind = AccountKind.Pot, Hub = place.Hub.Value.ToString() })
            .Select(f => cora.DoAsync((OpenTeamOrPot open) => open.HandleAsync(f)));
        (await Task.WhenAll(pots)).Count(o => o == OpenTeamOrPot.Outcome.Opened).ShouldBe(1);
        await OwnAsync(AccountKind.Pot);
    }

    private async Task<Guid> RuleAsync(string one, string several, int minutes)
    {
        var form = new ContributionRuleForm
        {
            One = one,
            Several = several,
            Minutes = $"{minutes}",
            IsOffered = true,
        };
        var manager = await place.StaffAsync("Mo", Role.Manager);
        (await manager.DoAsync((SaveContributionRule save) => save.HandleAsync(form))).ShouldBe(SaveContributionRule.Outcome.Saved);
        return form.RequestKey;
    }

    private DateOnly Today => DateOnly.FromDateTime(bank.Clock.GetUtcNow().UtcDateTime);

    private static MoveForm Form(
        MoveKind kind,
        MemberId member,
        long minutes,
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
            HowMuch = DurationChoice.From(minutes),
            Words = words,
            Door = Door.Paper,
        };

    private static Task<MoveHours.Outcome> MoveAsync(Actor cora, MoveForm form) => cora.DoAsync((MoveHours move) => move.HandleAsync(form));

    private static async Task<AccountId> OpenAsync(Actor cora, AccountKind kind, string name)
    {
        var form = new OpenTeamOrPotForm { Kind = kind, Name = name };
        (await cora.DoAsync((OpenTeamOrPot open) => open.HandleAsync(form))).ShouldBe(OpenTeamOrPot.Outcome.Opened);
        return new(form.RequestKey);
    }

    private Task<AccountId> OwnAsync(AccountKind kind) => place.ReadAsync(db => db.AccountOfAsync(kind, default));

    private async Task<AccountId> PotAsync(int minutes)
    {
        var giver = await place.MemberAsync("Generous");
        await giver.DoAsync(
            (GiveCredits give) => give.HandleAsync(new() { Who = GiftForm.ThePot, HowMuch = DurationChoice.From(minutes) })
        );
        return await OwnAsync(AccountKind.Pot);
    }

    private async Task PostedAsync(MoveForm form, EntryKind kind, params (AccountId Account, long Amount)[] postings)
    {
        var (entry, found) = await place.ReadAsync(async db =>
        {
            var entry = await db.Entries.SingleAsync(e => e.RequestKey == form.RequestKey);
            return (entry, await db.Postings.Where(p => p.EntryId == entry.Id).OrderBy(p => p.Amount).ToListAsync());
        });
        entry.Kind.ShouldBe(kind);
        found.Select(p => (p.AccountId, p.Amount)).ShouldBe(postings);
    }
}
