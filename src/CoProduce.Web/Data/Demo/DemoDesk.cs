using CoProduce.Ledger;
using CoProduce.Web.Data.Demo.Help;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Exchanges.Disputes;
using CoProduce.Web.Features.Exchanges.Series;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Organisations;

namespace CoProduce.Web.Data.Demo;

/// <summary>
/// What chance does not bring to the desk of Fair Shares: several days logged in one go, disputes at every stage, a correction, something brought in, and
/// what a team had and spent.
/// </summary>
internal sealed class DemoDesk(
    DemoLife life,
    DemoPeopleRows people,
    IReadOnlyList<int> thrifty,
    AccountId organisation,
    AccountId pot,
    AccountId team
)
{
    /// <summary>The organisation at whose desk all this happened.</summary>
    public const string Slug = "fair-shares";

    private readonly List<object> rows = [];
    private readonly List<EntryToPost> postings = [];

    /// <summary>Exchanges, disputes, rules and who logged what.</summary>
    public IReadOnlyList<object> Rows => rows;

    /// <summary>Entries in no order.</summary>
    public IReadOnlyList<EntryToPost> Postings => postings;

    /// <summary>Makes the rows.</summary>
    public DemoDesk Make()
    {
        LogSeveral();
        Disagree();
        Correct();
        BringIn();
        SpendTogether();
        return this;
    }

    private void LogSeveral()
    {
        var (jean, errol, reg) = (Number("Jean"), Number("Errol"), Number("Reg"));
        foreach (var baked in Series(jean, null, AtHome.Cooking, "Baked for the lunch club", 60, [29, 22, 15, 8], logged: 7, by: jean))
            Confirm(baked, Confirmation.Coordinator, Office(6), new(people.Coordinator.Value, null, Door.Phone));
        Series(errol, jean, OutAndAbout.Lifts, "A lift to the exercise class and back", 45, [16, 9, 2], logged: 1, by: errol);
        Series(reg, null, Together.HavingASay, "Read the minutes aloud for the talking newspaper", 60, [20, 13, 6], logged: 2, by: reg);
    }

    private void Disagree()
    {
        var hedge = Log(thrifty[1], thrifty[0], OutAndAbout.Gardening, "Cut the front hedge", 120, 9, logged: 8, by: thrifty[1]);
        var looked = Dispute(hedge, thrifty[0], "It was one hour. The rain stopped us.", 6);
        looked.LookInto(people.Coordinator, Office(4));
        Note(looked, null, "I have rung both. They look in their diaries and ring back.", 4, Door.Phone);
        Note(looked, thrifty[1], "I put the ladder away at four, so it was nearer two hours.", 3, Door.Screen);
        var overdue = Log(thrifty[3], thrifty[2], AtHome.Sewing, "Took up two pairs of curtains", 90, 40, logged: 38, by: thrifty[3]);
        Dispute(overdue, thrifty[2], "She took up one pair. The other pair is still here.", OrganisationSettings.UsualDisputeDays + 6);
    }

    private void Correct()
    {
        var (giver, receiver, words) = (thrifty[0], thrifty[4], "Sorted out the boxes in the loft");
        var old = Log(giver, receiver, AtHome.Repairs, words, 180, 21, logged: 20, by: giver);
        var entry = Confirm(old, Confirmation.Screen, Evening(19), new(people.HolderOf(receiver)!.Value.Value, null, Door.Screen));
        var dispute = Dispute(old, receiver, "It was two hours. I said yes too fast.", 13);
        const string reason = "Both say that it was two hours.";
        var (at, by) = (Office(11), new Authorship(people.Coordinator.Value, null, Door.Phone));
        dispute.Decide(DisputeDecision.Corrected, people.Coordinator, at);
        var reversal = entry.Reverse(reason, DateOnly.FromDateTime(at.UtcDateTime));
        old.Reverse(people.Coordinator, reason, reversal.Id, at);
        postings.Add(new(reversal, by, Guid.CreateVersion7(at), LedgerSubject.Exchange, old.Id.Value, at));
        var right = Log(giver, receiver, AtHome.Repairs, words, 120, 21, logged: 11, by: null, at: at, corrects: old.Id);
        old.GiveWayTo(right.Id);
        Confirm(right, Confirmation.Coordinator, at, by);
    }

    private void BringIn()
    {
        ContributionRule litter = Rule("bag of litter", "bags of litter", 15);
        rows.AddRange([litter, Rule("cake for the café", "cakes for the café", 45), Rule("jar of jam", "jars of jam", 20)]);
        ((ContributionRule)rows[^1]).HiddenAt = Office(90);
        var words = $"{litter.Counted(6)}: from the canal path";
        var account = people.Id(thrifty[5]).Account;
        Post(Entry.Contribution(organisation, account, 6, new(litter.MinutesEach), life.Today.AddDays(-5), words), account, Office(5));
    }

    private void SpendTogether()
    {
        foreach (var (giver, daysAgo) in new[] { (thrifty[4], 60), (thrifty[5], 45) })
            Post(Entry.Gift(people.Id(giver).Account, team, new(120), life.Today.AddDays(-daysAgo)), team, Office(daysAgo));
        var spent = Entry.EventEntry(team, pot, new(90), life.Today.AddDays(-12), "Six places at the harvest supper");
        Post(spent, team, Office(12));
    }

    private List<Exchange> Series(int giver, int? receiver, HelpKind help, string words, int minutes, int[] days, int logged, int by)
    {
        var series = new SeriesId(Guid.CreateVersion7(Evening(logged)));
        rows.Add(Line(nameof(LogSeries), series.Value, Evening(logged), people.HolderOf(by), Door.Screen));
        return [.. days.Select(d => Log(giver, receiver, help, words, minutes, d, logged, by, series: series))];
    }

    private Exchange Log(
        int giver,
        int? receiver,
        HelpKind help,
        string words,
        int minutes,
        int daysAgo,
        int logged,
        int? by,
        DateTimeOffset? at = null,
        SeriesId? series = null,
        ExchangeId? corrects = null
    )
    {
        var exchange = new Exchange
        {
            Id = new(Guid.CreateVersion7(at ?? Evening(logged))),
            Shape = receiver is null ? ExchangeShape.ForTheOrganisation : ExchangeShape.OneToOne,
            GiverId = people.Id(giver),
            ReceiverId = receiver is { } number ? people.Id(number) : null,
            Minutes = minutes,
            ServiceDate = life.Today.AddDays(-daysAgo),
            Description = words,
            CategoryId = people.CategoryOf(help),
            HubId = people.HubOf(giver),
            SeriesId = series,
            CorrectsId = corrects,
            LoggedBy = by is { } one ? people.HolderOf(one) : people.Coordinator,
            LoggedFor = by is { } logger ? people.Id(logger) : null,
            Door = by is null ? Door.Phone : Door.Screen,
            LoggedAt = at ?? Evening(logged),
        };
        rows.Add(exchange);
        if (series is null)
            rows.Add(
                Line(
                    corrects is null ? nameof(LogExchange) : nameof(CorrectExchange),
                    exchange.Id.Value,
                    exchange.LoggedAt,
                    exchange.LoggedBy,
                    exchange.Door
                )
            );
        if (exchange.Asked is null)
            return exchange;
        var silence = exchange.LoggedAt.AddDays(life.Organisation.ConfirmDays);
        exchange.WithSilenceFrom(silence);
        if (silence > DemoLife.At(life.Today, 0))
            rows.Add(
                new OutboxItem
                {
                    Kind = OutboxKind.ConfirmBySilence,
                    DueAt = silence,
                    SubjectId = exchange.Id.Value,
                }
            );
        return exchange;
    }

    private Entry Confirm(Exchange exchange, Confirmation by, DateTimeOffset at, Authorship acting)
    {
        var (giver, amount, day) = (exchange.GiverId.Account, new Minutes(exchange.Minutes), exchange.ServiceDate);
        var entry = exchange.ReceiverId is { } receiver
            ? Entry.OneToOne(receiver.Account, giver, amount, day)
            : Entry.ForTheOrganisation(organisation, giver, amount, day);
        exchange.Confirm(by, entry.Id, at);
        postings.Add(new(entry, acting, exchange.Id.Value, LedgerSubject.Exchange, exchange.Id.Value, at));
        return entry;
    }

    private Dispute Dispute(Exchange exchange, int side, string words, int daysAgo)
    {
        var at = Evening(daysAgo);
        exchange.Dispute(people.Id(side), words, at);
        var dispute = new Dispute
        {
            Id = new(Guid.CreateVersion7(at)),
            ExchangeId = exchange.Id,
            RaisedBy = people.Id(side),
            RaisedAt = at,
            DueAt = at.AddDays(OrganisationSettings.UsualDisputeDays),
        };
        rows.Add(dispute);
        Note(dispute, side, words, daysAgo, Door.Mail);
        return dispute;
    }

    private void Note(Dispute dispute, int? side, string words, int daysAgo, Door door) =>
        rows.Add(
            new DisputeNote
            {
                DisputeId = dispute.Id,
                At = side is null ? Office(daysAgo) : Evening(daysAgo),
                SaidBy = side is { } number ? people.Id(number) : null,
                WrittenBy = side is null ? people.Coordinator : null,
                Door = door,
                Text = words,
            }
        );

    private void Post(Entry entry, AccountId subject, DateTimeOffset at) =>
        postings.Add(
            new(entry, new(people.Coordinator.Value, null, Door.Phone), Guid.CreateVersion7(at), LedgerSubject.Account, subject.Value, at)
        );

    private static ContributionRule Rule(string one, string several, int minutes) =>
        new()
        {
            Id = new(Guid.CreateVersion7()),
            One = one,
            Several = several,
            MinutesEach = minutes,
        };

    private static AuditLine Line(string deed, Guid subject, DateTimeOffset at, RoleHolderId? by, Door door) =>
        new()
        {
            At = at,
            By = by,
            Door = door,
            Deed = deed,
            SubjectId = subject,
        };

    private int Number(string given) => life.Members.First(m => m.Character?.Given == given).Number;

    private DateTimeOffset Evening(int daysAgo) => DemoLife.At(life.Today.AddDays(-daysAgo), 19 * 60 + daysAgo);

    // In office hours of that day or of the next working day.
    private DateTimeOffset Office(int daysAgo)
    {
        var day = life.Today.AddDays(-daysAgo);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            day = day.AddDays(1);
        return DemoLife.At(day, 10 * 60 + daysAgo);
    }
}
