using CoProduce.Ledger;
using CoProduce.Web.Features.Exchanges;

namespace CoProduce.Web.Data.Demo;

/// <summary>Decides who logged an exchange, when and by which door, and what became of it by the evening before today.</summary>
public sealed class DemoFates(DemoOrganisation plan, DateOnly today, DemoDice dice)
{
    private int reversals;
    private readonly DateTimeOffset midnight = DemoLife.At(today, 0);

    /// <summary>The exchange with everything that followed; null when nobody had logged it yet.</summary>
    public DemoExchange? Follow(DemoPerson giver, DemoPerson? receiver, DemoExchange help)
    {
        var inCustody = plan.Places[giver.Facts.Place].InCustody;
        int[] online = [.. new[] { giver.Facts, receiver?.Facts }.OfType<DemoMember>().Where(m => m.IsOnline).Select(m => m.Number)];
        var byCoordinator = inCustody || online.Length == 0 || dice.Chance(receiver is null ? 0.45 : 0.15);
        var logged = byCoordinator ? Office(help.ServiceDate.AddDays(Delay())) : Evening(help.ServiceDate.AddDays(Delay()));
        if (logged >= midnight)
        {
            return null;
        }
        int? loggedFor =
            byCoordinator ? null
            : online.Contains(giver.Facts.Number) && (online.Length == 1 || dice.Chance(0.62)) ? giver.Facts.Number
            : online[^1];
        var door =
            !byCoordinator ? Door.Screen
            : inCustody || dice.Chance(0.4) ? Door.Paper
            : Door.Phone;
        var asked =
            receiver is null || loggedFor is null ? null
            : loggedFor == giver.Facts.Number ? receiver.Facts
            : giver.Facts;
        var exchange = help with { LoggedAt = logged, LoggedFor = loggedFor, Door = door };
        return exchange with { Fate = byCoordinator ? Settled(exchange, logged, Confirmation.Coordinator) : Answered(exchange, asked) };
    }

    private DemoFate Answered(DemoExchange exchange, DemoMember? asked)
    {
        var logged = DateOnly.FromDateTime(exchange.LoggedAt.UtcDateTime);
        if (asked is null)
        {
            return Settled(exchange, Office(logged.AddDays(dice.Between(1, 6))), Confirmation.Coordinator);
        }
        if (dice.Chance(0.012))
        {
            return Disputed(exchange, asked, logged);
        }
        if (dice.Chance(0.006) && Evening(logged.AddDays(1)) is var ended && ended < midnight)
        {
            return new DemoFate(ExchangeStatus.Withdrawn, EndedAt: ended, EndReason: dice.Pick(DemoWords.Withdrawals.Take(3).ToList()));
        }
        var answersBy = dice.Between(1, 100);
        return (asked.IsOnline, answersBy) switch
        {
            (true, <= 55) => Settled(exchange, Evening(logged.AddDays(1 + Delay() / 2)), Confirmation.Screen),
            (true, <= 82) => Settled(exchange, Evening(logged.AddDays(1 + Delay() / 3)), Confirmation.MailLink),
            (false, <= 35) => Settled(exchange, Office(logged.AddDays(dice.Between(1, plan.ConfirmDays - 2))), Confirmation.Coordinator),
            _ => Settled(exchange, exchange.LoggedAt.AddDays(plan.ConfirmDays), Confirmation.Silence),
        };
    }

    private DemoFate Disputed(DemoExchange exchange, DemoMember asked, DateOnly logged)
    {
        var said = Evening(logged.AddDays(dice.Between(1, 4)));
        if (said >= midnight)
        {
            return new DemoFate(ExchangeStatus.Unconfirmed);
        }
        var dispute = new DemoFate(
            ExchangeStatus.Disputed,
            DisputedAt: said,
            DisputedBy: asked.Number,
            DisputeReason: dice.Pick(DemoWords.Disputes)
        );
        var settled = Office(DateOnly.FromDateTime(said.UtcDateTime).AddDays(dice.Between(2, 9)));
        return settled >= midnight ? dispute
            : dice.Chance(0.5)
                ? dispute with
                {
                    Status = ExchangeStatus.Withdrawn,
                    EndedAt = settled,
                    EndReason = DemoWords.Withdrawals[^1],
                }
            : dispute with { Status = ExchangeStatus.Confirmed, ConfirmedAt = settled, ConfirmedBy = Confirmation.Coordinator };
    }

    private DemoFate Settled(DemoExchange exchange, DateTimeOffset at, Confirmation by)
    {
        if (at >= midnight)
        {
            return new DemoFate(ExchangeStatus.Unconfirmed);
        }
        var settled = new DemoFate(ExchangeStatus.Confirmed, at, by);
        var undone = Office(DateOnly.FromDateTime(at.UtcDateTime).AddDays(dice.Between(1, 16)));
        return exchange.Receiver is not null && dice.Chance(0.008) && undone < midnight
            ? settled with
            {
                Status = ExchangeStatus.Reversed,
                EndedAt = undone,
                EndReason = DemoWords.Reversals[reversals++ % DemoWords.Reversals.Count],
            }
            : settled;
    }

    /// <summary>Days that pass before somebody gets round to it: mostly none or one, at most ten.</summary>
    private int Delay()
    {
        var luck = dice.Between(1, 100);
        return luck <= 48 ? 0
            : luck <= 72 ? 1
            : luck <= 92 ? dice.Between(2, 4)
            : dice.Between(5, 10);
    }

    private DateTimeOffset Evening(DateOnly day) => DemoLife.At(day, dice.Between(17 * 60, 22 * 60));

    /// <summary>In office hours of that day, or of the next working day.</summary>
    private DateTimeOffset Office(DateOnly day)
    {
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            day = day.AddDays(1);
        }
        return DemoLife.At(day, dice.Between(9 * 60 + 30, 17 * 60));
    }
}
