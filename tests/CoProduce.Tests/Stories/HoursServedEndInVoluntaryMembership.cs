using CoProduce.Tests.Support;
using CoProduce.Web.Features.AgreedHours;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Ui;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>Washington: a young person agrees to serve so many hours as a juror. They are counted down on the page of both sides; when they are given, staying is a choice of one's own.</summary>
public sealed class HoursServedEndInVoluntaryMembership(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task Counted_down_in_sight_of_both_until_nothing_is_owed_and_the_member_stays()
    {
        var here = await bank.CreateAsync("jurors", "Jurors");
        var (cora, sam, ann) = (await here.CoordinatorAsync(), await here.MemberAsync("Sam"), await here.MemberAsync("Ann"));
        var (desk, phone) = (await cora.BrowserAsync(), await sam.BrowserAsync());
        await sam.GaveAsync(60, ann.Member); // before it was agreed; it waits, and does not count
        var page = await desk.SendAsync(
            await desk.OpenAsync($"members/{sam.Member.Value}/agreed"),
            new() { ["Form.Hours"] = "3", ["Form.What"] = "Sitting as a juror" }
        );
        page.QuerySelector(".notice-done").ShouldNotBeNull(desk.Body);
        (await phone.ReadsAsync("me")).ShouldContain("Given: 0 minutes. To go: 3 hours.");

        var hearing = await ServesAsync(120);
        (await phone.ReadsAsync("me")).ShouldContain("Given: 2 hours. To go: an hour.");
        await cora.DoAsync((SettleExchange settle) => settle.UndoAsync(new() { Exchange = hearing, Reason = "It was another day" }));
        (await phone.ReadsAsync("me")).ShouldContain("To go: 3 hours.");
        await ServesAsync(120);
        bank.Clock.Advance(TimeSpan.FromDays(7));
        await cora.MovesAsync(Books.Move(MoveKind.OnCall, sam.Member, 60));
        (await desk.ReadsAsync("agreed")).ShouldContain("Given in full");
        (await phone.ReadsAsync("me")).ShouldContain("All of it is given. Thank you. Whether you go on is up to you.");

        page = await desk.SendAsync(
            await desk.OpenAsync($"members/{sam.Member.Value}/agreed"),
            new() { ["End.How"] = nameof(AgreedEnd.StaysOn) },
            "main form:has([name='End.How'])"
        );
        page.QuerySelector(".notice-done").ShouldNotBeNull(desk.Body);
        (await desk.ReadsAsync("agreed")).ShouldNotContain("Sam");
        (await phone.ReadsAsync("me")).ShouldContain("stay of your own free will");
        (await sam.BalanceAsync()).ShouldBe(120 + 180); // what was served is theirs to spend
        (await sam.GaveAsync(15, ann.Member)).Outcome.ShouldBe(LogOutcome.Logged);

        async Task<Guid> ServesAsync(int minutes)
        {
            var form = new LogExchangeForm
            {
                ForTheOrganisation = true,
                IGave = true,
                HowLong = DurationChoice.From(minutes),
                Description = "Sitting as a juror",
            };
            await sam.DoAsync((LogExchange log) => log.HandleAsync(form));
            await cora.DoAsync((SettleExchange settle) => settle.ConfirmAsync(new() { Exchange = form.RequestKey }));
            return form.RequestKey;
        }
    }
}
