using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Ui;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>Washington: hours served as a juror are given to the organisation, which counts them only with a coordinator's yes.</summary>
public sealed class YouthCourt(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task Hours_served_count_once_a_coordinator_says_yes_and_stay_after_the_service()
    {
        var here = await bank.CreateAsync("court", "Youth Court");
        var (cora, sam) = (await here.CoordinatorAsync(), await here.MemberAsync("Sam"));
        var form = new LogExchangeForm
        {
            ForTheOrganisation = true,
            IGave = true,
            HowLong = DurationChoice.From(120),
            Description = "Sitting as a juror",
        };
        (await sam.DoAsync((LogExchange log) => log.HandleAsync(form))).ShouldBe(LogOutcome.Logged);
        (await sam.BalanceAsync()).ShouldBe(120);

        (await cora.DoAsync((SettleExchange settle) => settle.ConfirmAsync(new() { Exchange = form.RequestKey }))).ShouldBe(
            SettleExchange.Outcome.Confirmed
        );

        var (entry, postings) = await here.PostedAsync(form.RequestKey);
        entry.Kind.ShouldBe(EntryKind.ForTheOrganisation);
        postings.ShouldBe([(await here.OwnAsync(AccountKind.Organisation), -120), (sam.Member.Account, 120)]);
        await here.BooksAreSoundAsync();
    }
}
