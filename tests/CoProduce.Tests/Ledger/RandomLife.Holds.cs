using CoProduce.Ledger;
using CoProduce.Ledger.Tests;
using CoProduce.Web.Features.Ledger;
using Shouldly;

namespace CoProduce.Tests.Ledger;

internal sealed partial class RandomLife
{
    private async Task PlaceHoldAsync()
    {
        var hold = random.Next(6) == 0 ? AnyHold() : HoldId.New();
        var (account, minutes) = (random.Next(8) == 0 ? AccountId.New() : Anybody(), new Minutes(random.Next(1, 60)));
        var expected = Model.PlaceHold(hold, account, minutes);
        Seen.Add($"hold {expected}");
        var outcome = await Bank.KeepingAsync(db =>
            db.PlaceHoldAsync(hold, account, minutes, "A place", TimeBank.Now, null, Guid.NewGuid())
        );
        outcome.ToString().ShouldBe(expected.ToString(), $"Seed {seed}");
    }

    private async Task EndHoldAsync()
    {
        var (hold, how) = (AnyHold(), (ModelEnd)random.Next(3));
        if (how == ModelEnd.Taken && Model.Holds.Contains(hold))
        {
            await TakeHoldAsync(hold);
            return;
        }
        how = how == ModelEnd.Taken ? ModelEnd.Released : how;
        var expected = Model.EndHold(hold, how);
        Guid? by = how == ModelEnd.RunOut ? null : Guid.NewGuid();
        var ending = await Bank.KeepingAsync(db => db.ReleaseHoldAsync(hold, TimeBank.Now, by));
        SawEnding(expected, how, ending);
    }

    // The hold ends and its minutes move in one unit of work: when they cannot move, it goes on.
    private async Task TakeHoldAsync(HoldId hold)
    {
        var (account, minutes) = Model.HoldOf(hold);
        var (entry, key, next) = (Entry.EventEntry(account, Bank.OwnAccount, minutes, Day()), Guid.NewGuid(), Model.Copy());
        var expected = next.EndHold(hold, ModelEnd.Taken, entry.Id);
        var posted = expected == ModelEnding.Ended ? next.Post(entry, key, "") : null;
        if (posted?.Entry is not null)
            Model = next;
        var (ending, outcome) = await Bank.Work.WriteAsync<(HoldEnding, string?)>(async db =>
        {
            var ended = await db.TakeHoldAsync(hold, entry.Id, TimeBank.Now, Guid.NewGuid());
            if (ended != HoldEnding.Ended)
                return (ended, null);
            var posting = await db.PostAsync(entry, TimeBank.Coordinator, key, LedgerSubject.Exchange, null, TimeBank.Now);
            if (posting.IsPosted)
                db.Keep();
            return (ended, posting.Outcome.ToString());
        });
        outcome.ShouldBe(posted?.Outcome.ToString(), $"Seed {seed}");
        SawEnding(expected, ModelEnd.Taken, ending);
    }

    private void SawEnding(ModelEnding expected, ModelEnd how, HoldEnding ending)
    {
        ending.ToString().ShouldBe(expected.ToString(), $"Seed {seed}");
        Seen.Add($"ending {expected}");
        if (expected == ModelEnding.Ended)
            Seen.Add(how.ToString());
    }

    private HoldId AnyHold() =>
        Model.Holds.Count == 0 || random.Next(8) == 0 ? HoldId.New() : Model.Holds.ElementAt(random.Next(Model.Holds.Count));
}
