using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Ledger;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>The database itself keeps to the longest exchange that an organisation ever allowed (I13).</summary>
public sealed class NothingIsLongerThanWasEverAllowed(Bank bank) : IClassFixture<Bank>
{
    private static readonly DateOnly Day = new(2026, 11, 2);

    [Fact]
    public async Task Not_one_to_one_not_for_the_organisation_and_not_as_a_share_of_a_group()
    {
        var here = await NewAsync();
        var (own, ann, bob) = (
            await here.OwnAsync(AccountKind.Organisation),
            await here.AddMemberAsync("Ann"),
            await here.AddMemberAsync("Bob")
        );
        await here.EarnsAsync(ann, 2000);
        Entry[] tooLong =
        [
            Entry.OneToOne(ann.Account, bob.Account, new(721), Day),
            Entry.ForTheOrganisation(own, bob.Account, new(721), Day),
            Entry.Group([new(bob.Account, new(721))], [], own, Day),
            Entry.Group([new(bob.Account, new(60))], [new(ann.Account, new(721))], own, Day),
        ];
        foreach (var entry in tooLong)
            (await Should.ThrowAsync<PostgresException>(() => PostAsync(here, entry))).MessageText.ShouldContain(
                "Nobody gives or receives that long"
            );
        (await here.BalanceAsync(bob)).ShouldBe(120);

        await PostAsync(here, Entry.OneToOne(ann.Account, bob.Account, new(720), Day));
        await PostAsync(here, Entry.Group([new(ann.Account, new(700)), new(bob.Account, new(700))], [], own, Day)); // the rest account has what it takes
        (await here.BalanceAsync(bob)).ShouldBe(120 + 720 + 700);
        await here.BooksAreSoundAsync();
    }

    [Fact]
    public async Task A_lower_limit_makes_no_breach_of_what_was_allowed_and_lets_it_still_be_confirmed()
    {
        var here = await NewAsync();
        var (ann, bob) = (await here.MemberAsync("Ann"), await here.MemberAsync("Bob"));
        var (_, id) = await bob.GaveAsync(240, to: ann.Member);
        await here.WriteAsync(db => db.Settings.ExecuteUpdateAsync(s => s.SetProperty(x => x.MaximumMinutes, 60)));

        (await ann.ConfirmsAsync(id)).ShouldBe(AnswerExchange.Outcome.Confirmed);

        await here.BooksAreSoundAsync();
        (await here.ReadAsync(db => db.Settings.Select(s => s.HighestMaximumMinutes).SingleAsync())).ShouldBe(720);
        await here.WriteAsync(db => db.Settings.ExecuteUpdateAsync(s => s.SetProperty(x => x.MaximumMinutes, 780)));
        await PostAsync(here, Entry.ForTheOrganisation(await here.OwnAsync(AccountKind.Organisation), bob.Member.Account, new(780), Day));
    }

    private static Task<PostingResult> PostAsync(Place here, Entry entry) =>
        here.WriteAsync(db =>
            db.PostAsync(entry, new(null, null, Door.Job), entry.Id.Value, LedgerSubject.Account, null, here.Bank.Clock.GetUtcNow())
        );

    private Task<Place> NewAsync() => bank.CreateAsync($"limits-{Guid.NewGuid():N}"[..28], "Limit Bank");
}
