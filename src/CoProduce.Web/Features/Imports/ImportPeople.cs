using CoProduce.Web.Data;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Imports;

/// <summary>Makes members of people who come with an import: rows, accounts at zero without a welcome, records of where they come from.</summary>
internal sealed class ImportPeople
{
    private readonly TenantDb db;
    private readonly Import import;
    private readonly OrganisationProfile organisation;
    private readonly DateTimeOffset now;
    private readonly HubKind hub;
    private readonly List<Member> made = [];
    private int nextNumber;

    private ImportPeople(TenantDb db, Import import, OrganisationProfile organisation, DateTimeOffset now, HubKind hub, int nextNumber) =>
        (this.db, this.import, this.organisation, this.now, this.hub, this.nextNumber) = (db, import, organisation, now, hub, nextNumber);

    /// <summary>Ready to make members; nobody else numbers members until the unit of work ends.</summary>
    public static async Task<ImportPeople> OfAsync(
        TenantDb db,
        Import import,
        OrganisationProfile organisation,
        DateTimeOffset now,
        CancellationToken ct
    ) =>
        new(
            db,
            import,
            organisation,
            now,
            await db.Hubs.Where(h => h.Id == import.HubId).Select(h => h.Kind).SingleAsync(ct),
            await db.NextMemberNumberAsync(ct)
        );

    /// <summary>A new member of that line.</summary>
    public Member Make(MemberLine line)
    {
        var member = New(line.Number, line.FirstName, line.LastName, line.JoinedOn, line.Status ?? MemberStatus.Active);
        var contact = new MemberContact { MemberId = member.Id };
        db.MemberContacts.Add(contact);
        Write(contact, line);
        return member;
    }

    /// <summary>A new member of whom only a name is known.</summary>
    public Member Make(ImportName name)
    {
        var words = name.Spelling.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var member = New(null, Cut(words[0]), Cut(words.Length > 1 ? words[1] : ""), null, MemberStatus.Active);
        db.MemberContacts.Add(new() { MemberId = member.Id });
        (name.Choice, name.MemberId) = (NameChoice.New, member.Id);
        db.ImportedRecords.Add(
            new()
            {
                ImportId = import.Id,
                Kind = ImportKind.Members,
                Source = import.Source,
                Key = LineCells.Key(name.Key),
                TargetId = member.Id.Value,
            }
        );
        return member;
    }

    /// <summary>True when the member had left only because an import was undone; now they take part again, and undoing this import undoes that.</summary>
    public async Task<bool> ComeBackAsync(Member member, CancellationToken ct)
    {
        var isUndone =
            member.Status == MemberStatus.Left
            && await db.ImportedRecords.AnyAsync(
                r => r.Kind == ImportKind.Members && r.TargetId == member.Id.Value && r.IsOurs && r.UndoneAt != null,
                ct
            )
            && await db.Accounts.AnyAsync(a => a.MemberId == member.Id && a.ClosedAt == null, ct); // whoever leaves by themself has a closed one
        if (isUndone)
            (member.Status, member.LeftOn) = (MemberStatus.Active, null);
        return isUndone;
    }

    /// <summary>The same for those whom lines of another kind name.</summary>
    public async Task ComeBackAsync(IReadOnlyCollection<MemberId> named, CancellationToken ct)
    {
        var left = await db.Members.Where(m => named.Contains(m.Id) && m.Status == MemberStatus.Left).ToListAsync(ct);
        foreach (var member in left)
        {
            if (!await ComeBackAsync(member, ct))
                continue;
            var before = await db
                .ImportedRecords.Where(r => r.Kind == ImportKind.Members && r.TargetId == member.Id.Value && r.IsOurs)
                .OrderByDescending(r => r.Id)
                .FirstAsync(ct);
            db.ImportedRecords.Add(
                new()
                {
                    ImportId = import.Id,
                    Kind = ImportKind.Members,
                    Source = before.Source,
                    Key = before.Key,
                    Hash = before.Hash,
                    TargetId = before.TargetId,
                }
            );
        }
    }

    /// <summary>Writes what a line says over what is known; what it leaves empty stays. Where no contact details are kept, none are.</summary>
    public void Write(MemberContact contact, MemberLine line)
    {
        if (hub == HubKind.Custody)
            return;
        if (line.Email.Length > 0)
            contact.Email = line.Email;
        if (line.Phone.Length > 0)
            contact.Phone = line.Phone;
        if (line.Address.Length > 0)
            contact.Address = line.Address;
        contact.BornOn = line.BornOn ?? contact.BornOn;
    }

    /// <summary>True when one of those made here has the number.</summary>
    public bool HasGiven(int number) => made.Exists(m => m.Number == number);

    /// <summary>Saves them and opens their accounts.</summary>
    public async Task SaveAsync(CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        if (made.Count > 0)
            await db.OpenMemberAccountsAsync([.. made.Select(m => m.Id.Value)], organisation.Settings.FloorMinutes, now, ct);
        made.Clear();
    }

    private Member New(int? number, string first, string last, DateOnly? joined, MemberStatus status)
    {
        var today = organisation.DateOf(now);
        if (number >= nextNumber)
            nextNumber = number.Value + 1;
        var member = new Member
        {
            Id = MemberId.New(),
            Number = number ?? nextNumber++,
            FirstName = first,
            LastName = last,
            HubId = import.HubId,
            JoinedOn = joined is { } day && day <= today ? day : today,
            Status = status,
            LeftOn = status == MemberStatus.Left ? today : null,
            AddedBy = import.MadeBy,
        };
        db.Members.Add(member);
        made.Add(member);
        return member;
    }

    private static string Cut(string text) => text.Length <= Member.NameLength ? text : text[..Member.NameLength];
}
