using System.Collections.Concurrent;
using System.Security.Claims;
using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Imports;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.MemberLists;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Hosting;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoProduce.Benchmarks;

// Organisations of many members beside the first.
internal sealed partial class BenchmarkBank
{
    private static readonly string[] Syllables = "Hu Ro Pen Ler Ghes Mar Win Ton Ber Ash Cot Dale Fin Gar Ice Jop Kel Lund Mor".Split(' ');
    private static readonly string[] Names =
    [
        "Margaret",
        "Derek",
        "Ayesha",
        "José",
        "Niamh",
        "Tomos",
        "Fatuma",
        "Ivor",
        "Li",
        "Grace",
        "Stan",
    ];

    /// <summary>An organisation with so many members beside the first, each with an account, a balance, and three exchanges in the last three years.</summary>
    public async Task<OrganisationProfile> AddOrganisationAsync(int size)
    {
        var id = OrganisationId.New();
        await using (var scope = app.Services.CreateAsyncScope())
            await scope
                .ServiceProvider.GetRequiredService<CreateOrganisation>()
                .HandleAsync(id, $"of-{size}", new() { Name = $"Of {size}", WelcomeMinutes = 0 }, [], "Town", []);
        await using var directory = app.Services.CreateAsyncScope();
        var profile = (await directory.ServiceProvider.GetRequiredService<OrganisationDirectory>().GetAsync(id))!;
        await using var entered = Enter(profile);
        var work = entered.ServiceProvider.GetRequiredService<UnitOfWork>();
        var (first, today) = (new DateOnly(2023, 1, 1), DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        foreach (var piece in Enumerable.Range(0, size).Chunk(1000))
            await work.WriteAsync(async db =>
            {
                var hub = await db.Hubs.Select(h => h.Id).FirstAsync();
                var people = piece.Select(i => Somebody(i, hub, first.AddDays(i % 1000))).ToArray();
                db.Members.AddRange(people);
                await db.SaveChangesAsync();
                foreach (var person in people)
                    await db.OpenAccountAsync(
                        person.Id.Account,
                        AccountKind.Member,
                        person.Id.Value,
                        floor: -600,
                        DateTimeOffset.UnixEpoch.AddYears(53)
                    );
                var opening = await db.AccountOnFirstUseAsync(AccountKind.Opening, null, TimeProvider.System.GetUtcNow(), default);
                var balances = people
                    .Select(p => (p.Id, Minutes: Balance(p.Number)))
                    .Where(p => p.Minutes != 0)
                    .Select(p =>
                    {
                        var entry = Entry.Opening(opening, p.Id.Account, new(p.Minutes), first);
                        return new EntryToPost(
                            entry,
                            new(null, null, Door.Import),
                            entry.Id.Value,
                            LedgerSubject.Member,
                            p.Id.Value,
                            TimeProvider.System.GetUtcNow()
                        );
                    })
                    .ToArray();
                if ((await db.PostManyAsync(balances)).Posted != balances.Length)
                    throw new InvalidOperationException("The balances were not posted.");
                for (var i = 0; i < 3 * people.Length; i++)
                    db.Exchanges.Add(
                        Between(people[i % people.Length].Id, people[(i * 7 + 1) % people.Length].Id, hub, today.AddDays(-(i * 37 % 1000)))
                    );
                db.Keep();
                return true;
            });
        return profile;
    }

    // Most have some hours, few owe many, and one in nine has far more.
    private static int Balance(int n) => (n * 37 % 500) + (n * 101 % 500) + (n * 211 % 500) + (n % 9 == 0 ? 1500 : 0) - 400;

    private static Member Somebody(int i, HubId hub, DateOnly joined) =>
        new()
        {
            Id = MemberId.New(),
            Number = i + 1,
            FirstName = Names[i % Names.Length],
            LastName = $"{Syllables[i % 19]}{Syllables[i / 19 % 19].ToLowerInvariant()}{Syllables[i / 361 % 19].ToLowerInvariant()}",
            HubId = hub,
            JoinedOn = joined,
        };

    private static Exchange Between(MemberId giver, MemberId receiver, HubId hub, DateOnly day) =>
        new()
        {
            Id = new(Guid.CreateVersion7()),
            GiverId = giver,
            ReceiverId = giver == receiver ? null : receiver,
            Shape = giver == receiver ? ExchangeShape.ForTheOrganisation : ExchangeShape.OneToOne,
            Minutes = 60,
            ServiceDate = day,
            Description = "A lift to the hospital",
            HubId = hub,
            LoggedFor = giver,
            LoggedAt = new(day, default, default),
        };
}
