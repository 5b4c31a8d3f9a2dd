using CoProduce.Ledger;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Imports;

/// <summary>Decides how each line stands, by what it says and what is here already.</summary>
internal sealed class LineVerdicts(
    Import import,
    LineReading reading,
    PeopleIndex index,
    KnownRecords records,
    FirstLines first,
    DateOnly? closedTo,
    HashSet<AccountId> closedAccounts,
    int lastLine
)
{
    /// <summary>Names that nobody has decided about, with a spelling and the number of lines.</summary>
    public Dictionary<string, (string Spelling, int Lines)> Unknown { get; } = [];

    /// <summary>Writes into the line how it stands.</summary>
    public void Judge(ImportLine line)
    {
        var cells = reading.Cells(line);
        (line.Fault, line.FaultField, line.Day) = (ImportFault.None, ImportField.None, null);
        if (line.Number == lastLine && cells.SaysTotal())
        {
            (line.State, line.Fault) = (LineState.NotMeant, ImportFault.Total);
            return;
        }
        line.State = import.Kind switch
        {
            ImportKind.Members => Member(line),
            ImportKind.Balances => Balance(line),
            ImportKind.Offers => Offer(line),
            ImportKind.History => History(line),
        };
    }

    private LineState Member(ImportLine line)
    {
        if (reading.Member(line, out var fault) is not { } member)
            return Wrong(line, fault);
        if (first.IsAgain(member.Key, line.Number))
            return Wrong(line, new(ImportFault.SameIdTwice, reading.Cells(line).Naming()));
        if (records.Of(member.Key) is { } record)
            return record.Hash == LineCells.HashOf(member) ? LineState.Same : LineState.Changed;
        var name = $"{member.FirstName} {member.LastName}".Trim();
        var key = PeopleIndex.Cut(Folded.Of(name));
        switch (index.Decided(key))
        {
            case { Is: WhoIs.Member }:
                return LineState.Changed;
            case { Is: WhoIs.LeftOut }:
                return NotMeant(line, ImportFault.WhoIsIt);
            case { Is: WhoIs.New }:
                return NumberIsTaken(member, line) ? Wrong(line, new(ImportFault.NumberTaken, ImportField.Number)) : LineState.Ready;
            case null:
            default:
                break;
        }
        if (JoinedMembers.Find(index, member) is not null)
            return LineState.Changed;
        if (NumberIsTaken(member, line))
            return Wrong(line, new(ImportFault.NumberTaken, ImportField.Number));
        var likeOthers = index.ByEmail(member.Email) is not null || index.Alike(name, 1, surnameIsEnough: false).Count > 0;
        return likeOthers ? WhoIsIt(line, new(WhoIs.Unknown, default, key, name), ImportField.Name) : LineState.Ready;
    }

    private bool NumberIsTaken(MemberLine member, ImportLine line) =>
        member.Number is { } number && (index.ByNumber(number) is not null || first.IsAgain(number, line.Number));

    private LineState Balance(ImportLine line)
    {
        if (reading.Balance(line, out var fault) is not { } balance)
            return Wrong(line, fault);
        var who = index.Find(balance.Person);
        if (Refused(line, who, ImportField.Person) is { } refused)
            return refused;
        if (who.Is == WhoIs.Organisation)
            return NotMeant(line, ImportFault.NobodyConcerned);
        if (who.Is == WhoIs.Member && first.IsAgain(KnownRecords.OfBalance(who.Member.Value), line.Number))
            return Wrong(line, new(ImportFault.SameIdTwice, ImportField.Person));
        return who.Is == WhoIs.Member && records.Of(KnownRecords.OfBalance(who.Member.Value)) is { } record
            ? (record.Stated == balance.Stated ? LineState.Same : LineState.Changed)
            : LineState.Ready;
    }

    private LineState Offer(ImportLine line)
    {
        if (reading.Offer(line, out var fault) is not { } offer)
            return Wrong(line, fault);
        var who = index.Find(offer.Person);
        if (Refused(line, who, ImportField.Person) is { } refused)
            return refused;
        return who.Is == WhoIs.Organisation ? NotMeant(line, ImportFault.NobodyConcerned) : Known(line, LineCells.HashOf(offer));
    }

    private LineState History(ImportLine line)
    {
        if (reading.History(line, out var fault) is not { } help)
            return fault.Fault == ImportFault.NotCompleted ? NotMeant(line, ImportFault.NotCompleted) : Wrong(line, fault);
        line.Day = help.Day;
        var (giver, receiver) = (index.Find(help.Giver), index.Find(help.Receiver));
        if (Known(line, LineCells.HashOf(help)) is LineState.Same)
            return LineState.Same;
        // Both are looked at, so that both names come to be decided.
        var refusals = new[] { Refused(line, giver, ImportField.Giver), Refused(line, receiver, ImportField.Receiver) };
        if (refusals.FirstOrDefault(r => r is not null) is { } refused)
            return refusals.Contains(LineState.NotMeant) ? NotMeant(line, ImportFault.WhoIsIt) : refused;
        if (giver.Is == WhoIs.Organisation && receiver.Is == WhoIs.Organisation)
            return NotMeant(line, ImportFault.NobodyConcerned);
        if ((giver.Is, giver.Member, giver.Key) == (receiver.Is, receiver.Member, receiver.Key))
            return Wrong(line, new(ImportFault.SamePerson, ImportField.Receiver));
        return help.Day <= closedTo ? Wrong(line, new(ImportFault.PeriodClosed, ImportField.Day)) : Known(line, LineCells.HashOf(help));
    }

    private LineState Known(ImportLine line, string hash)
    {
        var key = KnownRecords.KeyOf(import, reading, index, line);
        return records.Of(key) is not { } record ? LineState.Ready
            : record.Hash == hash ? LineState.Same
            : LineState.Changed;
    }

    private LineState? Refused(ImportLine line, Who who, ImportField field) =>
        who.Is switch
        {
            WhoIs.Unknown => WhoIsIt(line, who, field),
            WhoIs.LeftOut => NotMeant(line, ImportFault.WhoIsIt),
            WhoIs.Member when closedAccounts.Contains(who.Member.Account) => Wrong(line, new(ImportFault.HasLeft, field)),
            WhoIs.Member or WhoIs.Organisation or WhoIs.New => null,
        };

    private LineState WhoIsIt(ImportLine line, Who who, ImportField field)
    {
        Unknown[who.Key] = (who.Spelling, Unknown.GetValueOrDefault(who.Key).Lines + 1);
        return Wrong(line, new(ImportFault.WhoIsIt, field));
    }

    private static LineState NotMeant(ImportLine line, ImportFault fault)
    {
        line.Fault = fault;
        return LineState.NotMeant;
    }

    private static LineState Wrong(ImportLine line, LineFault fault)
    {
        if (line.Fault == ImportFault.None) // of two faults the first is said
            (line.Fault, line.FaultField) = (fault.Fault, fault.Field);
        return LineState.Wrong;
    }
}

/// <summary>A line about somebody who is a member already, though not from there.</summary>
internal static class JoinedMembers
{
    /// <summary>The member with the same mail or number whose name is the same too; null when a person has to say.</summary>
    public static MemberId? Find(PeopleIndex index, MemberLine line)
    {
        var name = Folded.Of($"{line.FirstName} {line.LastName}");
        MemberId?[] candidates = [index.ByEmail(line.Email), line.Number is { } number ? index.ByNumber(number) : null];
        return candidates.FirstOrDefault(c => c is { } id && index.NameOf(id) == name);
    }
}
