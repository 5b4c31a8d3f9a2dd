using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Imports;

/// <summary>Brings in the lines that were checked, history in the order of its days, a part at a time; at the end balances are set right.</summary>
public sealed class BringIn(
    BringMembers members,
    BringBalances balances,
    BringOffers offers,
    BringHistory history,
    CurrentOrganisation organisation
)
{
    private const int AtOnce = 1000;

    /// <summary>Brings in the next part; true when that was the last.</summary>
    public async Task<bool> HandleAsync(TenantDb db, Import import, DateTimeOffset now, CancellationToken ct = default)
    {
        var lines = await db
            .ImportLines.AsNoTracking()
            .Where(l => l.ImportId == import.Id && (l.State == LineState.Ready || l.State == LineState.Changed))
            .OrderBy(l => l.State)
            .ThenBy(l => l.Day)
            .ThenBy(l => l.Number)
            .Take(AtOnce)
            .ToListAsync(ct);
        if (lines.Count == 0)
        {
            await balances.SettleAsync(db, import, now, ct);
            import.Same = await db.ImportLines.CountAsync(l => l.ImportId == import.Id && l.State == LineState.Same, ct);
            db.AuditLines.Add(Audit(import, now));
            return true;
        }
        var reading = new LineReading(import, organisation.Profile.TimeZone, organisation.Profile.DateOf(now));
        var index = await PeopleIndex.ReadAsync(db, import, organisation.Profile.Name, ct);
        var part = new ImportPart(
            import,
            reading,
            index,
            await KnownRecords.OfAsync(db, import, reading, index, lines, ct),
            await ImportPeople.OfAsync(db, import, organisation.Profile, now, ct),
            lines,
            now
        );
        await part.MakeNewPeopleAsync(ct);
        await (
            import.Kind switch
            {
                ImportKind.Members => members.HandleAsync(db, part, ct),
                ImportKind.Balances => balances.HandleAsync(db, part, ct),
                ImportKind.Offers => offers.HandleAsync(db, part, ct),
                ImportKind.History => history.HandleAsync(db, part, ct),
            }
        );
        import.Done += lines.Count;
        await db.SetStatesAsync(import.Id, lines, ct);
        return false;
    }

    private static AuditLine Audit(Import import, DateTimeOffset now) =>
        new()
        {
            At = now,
            By = import.MadeBy,
            Door = CoProduce.Ledger.Door.Import,
            Deed = nameof(BringIn),
            SubjectId = import.Id.Value,
        };
}

/// <summary>Some lines of an import, with everything that is needed to bring them in.</summary>
public sealed class ImportPart
{
    private readonly Dictionary<string, Members.MemberId> newPeople = [];

    internal ImportPart(
        Import import,
        LineReading reading,
        PeopleIndex index,
        KnownRecords records,
        ImportPeople people,
        IReadOnlyList<ImportLine> lines,
        DateTimeOffset now
    ) => (Import, Reading, Index, Records, People, Lines, Now) = (import, reading, index, records, people, lines, now);

    public Import Import { get; }
    public LineReading Reading { get; }
    public PeopleIndex Index { get; }
    public KnownRecords Records { get; }
    public IReadOnlyList<ImportLine> Lines { get; }
    public DateTimeOffset Now { get; }
    internal ImportPeople People { get; }

    /// <summary>The member that is meant. Throws for anybody else.</summary>
    public Members.MemberId MemberOf(Who who) =>
        who.Is switch
        {
            WhoIs.Member => who.Member,
            WhoIs.New => newPeople[who.Key],
            WhoIs.Organisation or WhoIs.Unknown or WhoIs.LeftOut => throw new InvalidOperationException($"{who.Is} is no member."),
        };

    /// <summary>What names the line where it comes from.</summary>
    public string KeyOf(ImportLine line) => KnownRecords.KeyOf(Import, Reading, Index, line);

    /// <summary>A record of what a line became.</summary>
    public ImportedRecord Record(
        ImportLine line,
        string key,
        string hash,
        Guid target,
        CoProduce.Ledger.EntryId? entry = null,
        bool isOurs = true
    )
    {
        var record = new ImportedRecord
        {
            ImportId = Import.Id,
            Line = line.Number,
            Kind = Import.Kind,
            Source = Import.Source,
            Key = key,
            Hash = hash,
            TargetId = target,
            EntryId = entry,
            IsOurs = isOurs,
        };
        Records.Add(record);
        return record;
    }

    /// <summary>True while no member has this number.</summary>
    public bool IsFree(int number) => Index.ByNumber(number) is null && !People.HasGiven(number);

    /// <summary>The line is in.</summary>
    public void Done(ImportLine line)
    {
        if (line.State == LineState.Ready)
            Import.Added++;
        else
            Import.Changed++;
        line.State = LineState.Done;
    }

    /// <summary>The line cannot be brought in after all.</summary>
    public static void Refuse(ImportLine line, ImportFault fault, ImportField field = ImportField.None) =>
        (line.State, line.Fault, line.FaultField) = (LineState.Wrong, fault, field);

    /// <summary>Those whom these lines name and whom somebody decided to make members become it first; whoever left only with an import that was undone comes back.</summary>
    internal async Task MakeNewPeopleAsync(CancellationToken ct)
    {
        foreach (var who in Lines.SelectMany(Named).Where(w => w.Is == WhoIs.New && !newPeople.ContainsKey(w.Key)))
            newPeople[who.Key] = People.Make(Index.Names[who.Key]).Id;
        await People.ComeBackAsync([.. Lines.SelectMany(Named).Where(w => w.Is == WhoIs.Member).Select(w => w.Member).Distinct()], ct);
        await People.SaveAsync(ct);
    }

    private IEnumerable<Who> Named(ImportLine line) =>
        Import.Kind switch
        {
            ImportKind.Members => [],
            ImportKind.Balances => Reading.Balance(line, out _) is { } balance ? [Index.Find(balance.Person)] : [],
            ImportKind.Offers => Reading.Offer(line, out _) is { } offer ? [Index.Find(offer.Person)] : [],
            ImportKind.History => Reading.History(line, out _) is { } help ? [Index.Find(help.Giver), Index.Find(help.Receiver)] : [],
        };
}
