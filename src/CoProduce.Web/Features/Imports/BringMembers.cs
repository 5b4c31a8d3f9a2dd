using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Imports;

/// <summary>Brings in members: new ones, and what is other now of those who are here already. Their balances, where they are stated, follow.</summary>
public sealed class BringMembers(BringBalances balances)
{
    public async Task HandleAsync(TenantDb db, ImportPart part, CancellationToken ct = default)
    {
        var stated = new List<(ImportLine Line, MemberId Member, long Minutes)>();
        foreach (var line in part.Lines)
        {
            var member = part.Reading.Member(line, out _)!;
            var record = part.Records.Of(member.Key);
            if (record?.ImportId == part.Import.Id)
            {
                ImportPart.Refuse(line, ImportFault.SameIdTwice);
                continue;
            }
            var isNew = line.State == LineState.Ready;
            if (isNew && member.Number is { } number && !part.IsFree(number))
            {
                ImportPart.Refuse(line, ImportFault.NumberTaken, ImportField.Number);
                continue;
            }
            var (id, isOurs) = isNew ? (part.People.Make(member).Id, true) : await ChangeAsync(db, part, member, record, ct);
            if (record is not null)
                record.Hash = LineCells.HashOf(member);
            else
                db.ImportedRecords.Add(part.Record(line, member.Key, LineCells.HashOf(member), id.Value, isOurs: isOurs));
            if (member.Stated is { } minutes)
                stated.Add((line, id, minutes));
            part.Done(line);
        }
        await part.People.SaveAsync(ct);
        await balances.StateAsync(db, part, stated, ct);
    }

    // Whoever left only with an import that was undone comes back, and is this import's to undo.
    private static async Task<(MemberId Id, bool CameBack)> ChangeAsync(
        TenantDb db,
        ImportPart part,
        MemberLine line,
        ImportedRecord? record,
        CancellationToken ct
    )
    {
        var name = PeopleIndex.Cut(Folded.Of($"{line.FirstName} {line.LastName}"));
        var id =
            record is not null ? new MemberId(record.TargetId)
            : part.Index.Decided(name) is { Is: WhoIs.Member } who ? who.Member
            : JoinedMembers.Find(part.Index, line)!.Value;
        var member = await db.Members.SingleAsync(m => m.Id == id, ct);
        var cameBack = await part.People.ComeBackAsync(member, ct);
        if (record is not null) // who was joined from elsewhere keeps the name that is used here
            (member.FirstName, member.LastName) = (line.FirstName, line.LastName);
        if (line.Status is { } status && member.Status != MemberStatus.Left)
            member.Status = status;
        if (member.Status == MemberStatus.Left)
            member.LeftOn ??= DateOnly.FromDateTime(part.Now.UtcDateTime);
        if (await db.MemberContacts.SingleOrDefaultAsync(c => c.MemberId == id, ct) is { } contact)
            part.People.Write(contact, line);
        return (id, cameBack);
    }
}
