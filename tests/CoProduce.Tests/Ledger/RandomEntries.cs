using CoProduce.Ledger;

namespace CoProduce.Tests.Ledger;

/// <summary>Entries of every shape that one organisation can make alone, between its members and its own accounts.</summary>
internal sealed class RandomEntries(TimeBank bank, Random random, IReadOnlyList<AccountId> members)
{
    private readonly Dictionary<AccountKind, AccountId> places = [];

    /// <summary>The kinds of account that are opened for them, and the floor of each; null for none.</summary>
    public static readonly IReadOnlyList<(AccountKind Kind, long? Floor)> Kinds =
    [
        (AccountKind.Pot, 0),
        (AccountKind.Opening, null),
        (AccountKind.Awards, 0),
        (AccountKind.Partner, 0),
        (AccountKind.Team, 0),
    ];

    public void Use(AccountKind kind, AccountId account) => places.Add(kind, account);

    public AccountId Anybody() => members[random.Next(members.Count)];

    public Entry Next(Func<DateOnly> day)
    {
        var amount = new Minutes(random.Next(1, 120));
        var (one, other) = (Anybody(), Anybody());
        while (one == other)
            other = Anybody();
        return random.Next(24) switch
        {
            0 or 1 or 2 => Entry.Welcome(bank.WelcomeAccount, one, amount, day()),
            3 => Entry.ForTheOrganisation(bank.OwnAccount, one, amount, day()),
            4 => Entry.Gift(one, bank.OwnAccount, amount, day()),
            5 => Entry.Gift(one, random.Next(3) == 0 ? AccountId.New() : other, amount, day()),
            12 or 13 or 14 => Group(day()),
            15 => Entry.OnCall(bank.OwnAccount, one, amount, day()),
            16 => Entry.EventEntry(one, random.Next(2) == 0 ? bank.OwnAccount : places[AccountKind.Pot], amount, day()),
            17 => Entry.Award(one, places[AccountKind.Awards], amount, day()),
            18 => Entry.Draw(places[AccountKind.Pot], one, amount, day(), "Nobody else could"),
            19 => random.Next(2) == 0
                ? Entry.Partner(one, places[AccountKind.Partner], amount, day())
                : Entry.Partner(places[AccountKind.Partner], one, amount, day()),
            20 => Entry.Contribution(bank.OwnAccount, one, random.Next(1, 9), new(15), day()),
            21 => Entry.Opening(places[AccountKind.Opening], one, random.Next(2) == 0 ? amount : -amount, day()),
            22 => Entry.Leaving(one, random.Next(2) == 0 ? places[AccountKind.Team] : places[AccountKind.Pot], amount, day()),
            23 => Entry.WriteOff(places[AccountKind.Pot], one, amount, day(), "She cannot give it back"),
            _ => Entry.OneToOne(one, other, amount, day()),
        };
    }

    /// <summary>One that carries no words, as those that are posted with others.</summary>
    public Entry NextWordless(Func<DateOnly> day)
    {
        var entry = Next(day);
        while (entry.Reason is not null)
            entry = Next(day);
        return entry;
    }

    private Entry Group(DateOnly day)
    {
        var people = members.ToArray();
        random.Shuffle(people);
        var (givers, receivers) = (random.Next(1, 3), random.Next(0, 4));
        Share[] shares = [.. people.Take(givers + receivers).Select(account => new Share(account, new(random.Next(1, 90))))];
        var group = Entry.Group(shares[..givers], shares[givers..], random.Next(2) == 0 ? bank.OwnAccount : places[AccountKind.Pot], day);
        return random.Next(4) == 0 ? group.LettingPassFloor("They earn it next week") : group;
    }
}
