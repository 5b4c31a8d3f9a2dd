using CoProduce.Ledger;
using CoProduce.Web.Features.Ledger;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Tests.Ledger;

/// <summary>Two organisations that agreed that hours may cross between them, and the words in which tests speak of it.</summary>
internal sealed record Affiliation(Guid Id, TimeBank Here, TimeBank There)
{
    public static async Task<Affiliation> AgreeAsync(TimeBank here, TimeBank there, int hereMayOwe = 600, int thereMayOwe = 600)
    {
        var agreed = new Affiliation(Guid.NewGuid(), here, there);
        foreach (var bank in new[] { here, there })
            await bank.Database.RunAsync(
                $"insert into organisations (id, slug, created_at) values ('{bank.Id.Value}', '{bank.Id.Value:N}', now())"
            );
        await here.Database.RunAsync(
            $"""
            insert into affiliations (id, proposed_by, proposed_to, proposer_may_owe, other_may_owe, proposed_at, agreed_at)
            values ('{agreed.Id}', '{here.Id.Value}', '{there.Id.Value}', {hereMayOwe}, {thereMayOwe}, now(), now())
            """
        );
        await agreed.SetClearingAsync();
        return agreed;
    }

    /// <summary>Agrees on other limits.</summary>
    public async Task LimitAsync(int hereMayOwe, int thereMayOwe)
    {
        await Here.Database.RunAsync(
            $"update affiliations set proposer_may_owe = {hereMayOwe}, other_may_owe = {thereMayOwe} where id = '{Id}'"
        );
        await SetClearingAsync();
    }

    /// <summary>The one clearing account of that organisation.</summary>
    public static Task<AccountId> ClearingAsync(TimeBank bank) =>
        bank.Work.ReadAsync(db => db.Accounts.Where(a => a.Kind == AccountKind.Clearing).Select(a => a.Id).SingleAsync());

    private Task<bool> SetClearingAsync() =>
        There.KeepingAsync(async db =>
        {
            await db.SetClearingAsync(Id, TimeBank.Now);
            return true;
        });
}

/// <summary>What crosses, from one bank's side.</summary>
internal static class Crossings
{
    /// <summary>Moves minutes to an account there, or the other way round when the amount is below zero.</summary>
    public static Task<BetweenResult> CrossAsync(
        this TimeBank here,
        TimeBank there,
        AccountId from,
        AccountId to,
        long minutes,
        Guid? key = null,
        DateOnly? day = null
    ) =>
        here.KeepingAsync(db =>
            db.PostBetweenAsync(
                there.Id,
                from,
                to,
                new(minutes),
                day ?? TimeBank.Monday,
                "For the bus",
                TimeBank.Coordinator,
                key ?? Guid.NewGuid(),
                TimeBank.Now
            )
        );

    /// <summary>Undoes both halves.</summary>
    public static Task<BetweenResult> UndoCrossingAsync(
        this TimeBank here,
        TimeBank there,
        EntryId half,
        Guid? key = null,
        DateOnly? day = null
    ) =>
        here.KeepingAsync(db =>
            db.ReverseBetweenAsync(
                there.Id,
                half,
                "The wrong son",
                day ?? TimeBank.Monday,
                TimeBank.Coordinator,
                key ?? Guid.NewGuid(),
                TimeBank.Now
            )
        );
}
