namespace CoProduce.Faults;

/// <summary>Kills the database and the program under load, and shows that a ledger with a known fault is found out.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        var sound = true;
        if (Number(args, "--database-kills") is > 0 and var databaseKills)
            sound &= Report("database killed", await FaultRun.KillDatabaseAsync(databaseKills), o => o.Verdict.Findings.Count == 0);
        if (Number(args, "--program-kills") is > 0 and var programKills)
            sound &= Report("program killed", await FaultRun.KillProgramAsync(programKills), o => o.Verdict.Findings.Count == 0);
        if (Number(args, "--controls") is > 0 and var seconds)
            sound &= await ControlsAsync(TimeSpan.FromSeconds(seconds));
        Console.WriteLine(sound ? "All as it must be." : "NOT as it must be.");
        return sound ? 0 : 1;
    }

    private static async Task<bool> ControlsAsync(TimeSpan time)
    {
        var sound = Report("no fault", await FaultRun.LoadAsync(time, null), o => o.Verdict.Findings.Count == 0 && o.Deadlocks == 0);
        foreach (var control in Control.All)
            sound &= Report($"control: {control.Name}", await control.RunAsync(time), control.IsFoundOut);
        return sound;
    }

    private static bool Report(string name, Outcome outcome, Func<Outcome, bool> isAsItMustBe)
    {
        var good = isAsItMustBe(outcome);
        Console.WriteLine($"{(good ? "as it must be" : "WRONG")}: {name}: {outcome}");
        return good;
    }

    private static int Number(string[] args, string name) =>
        args.SkipWhile(argument => argument != name).Skip(1).Select(int.Parse).FirstOrDefault();
}
