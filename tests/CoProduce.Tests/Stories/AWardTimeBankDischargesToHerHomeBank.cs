using CoProduce.Tests.Moving;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Moving;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>A woman on a ward earns for decorating the unit. On discharge she moves to the time bank at home with her hours, and what the ward did stays in the ward's figures.</summary>
public sealed class AWardTimeBankDischargesToHerHomeBank(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task She_earns_is_discharged_and_goes_on_at_home()
    {
        var here = await bank.CreateAsync($"wards-{Guid.NewGuid():N}"[..18], "Wards and Homes");
        var ward = await here.WriteAsync(db =>
            Task.FromResult(
                db.Hubs.Add(
                    new()
                    {
                        Id = HubId.New(),
                        Name = "Willow ward",
                        Kind = HubKind.Custody,
                    }
                ).Entity.Id
            )
        );
        var (sara, bob) = (await here.AddMemberAsync("Sara"), await here.AddMemberAsync("Bob"));
        await here.MoveAsync(sara, ward);
        var link = await here.CoordinatorAsync("Lin");
        var (_, painted) = await link.LogsAsync(sara, bob, 90);

        (await link.MovesToHubAsync(sara, here.Hub, email: "sara@home.example")).ShouldBe(MoveToHub.Outcome.Moved);

        (await here.BalanceAsync(sara)).ShouldBe(210);
        (await here.ReadAsync(db => db.Exchanges.SingleAsync(e => e.Id == new Web.Features.Exchanges.ExchangeId(painted)))).HubId.ShouldBe(
            ward
        );
        var (_, after) = await link.LogsAsync(sara, bob, 30);
        (await here.ReadAsync(db => db.Exchanges.SingleAsync(e => e.Id == new Web.Features.Exchanges.ExchangeId(after)))).HubId.ShouldBe(
            here.Hub
        );
        foreach (var letter in await here.UnsentAsync())
            letter.ShouldNotContain("Willow");
        await here.BooksAreSoundAsync();
    }
}
