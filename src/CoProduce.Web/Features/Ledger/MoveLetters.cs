using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Ledger;

/// <summary>Tells members by letter of hours that somebody else moved for them, in the sentence that their statements have.</summary>
public sealed class MoveLetters(Letters letters, CurrentOrganisation organisation)
{
    /// <summary>Writes to every member whose hours the entry moved, in the running unit of work.</summary>
    /// <param name="elsewhere">Who is on the other side of what crossed to or from another organisation; null for anything else.</param>
    public async Task TellAsync(TenantDb db, EntryId id, string? elsewhere, CancellationToken ct)
    {
        var entry = await db.Entries.AsNoTracking().SingleAsync(e => e.Id == id, ct);
        var sides = await (
            from p in db.Postings
            where p.EntryId == id
            join a in db.Accounts on p.AccountId equals a.Id
            join m in db.Members on a.MemberId equals m.Id into members
            from member in members.DefaultIfEmpty()
            select new
            {
                p.Amount,
                p.RunningBalance,
                a.Kind,
                a.MemberId,
                Name = member == null ? a.Name : (member.FirstName + " " + member.LastName).Trim(),
            }
        ).ToListAsync(ct);
        List<MemberId> people = [.. sides.Select(s => s.MemberId).OfType<MemberId>()];
        foreach (var to in await Letters.AddresseesAsync(db, people, ct))
        {
            var own = sides.Single(s => s.MemberId == to.Member);
            var other = sides.Where(s => s != own).MaxBy(s => Math.Abs(s.Amount))!;
            var line = new StatementLine(
                entry.Kind,
                entry.ServiceDate,
                organisation.Profile.DateOf(entry.PostedAt),
                own.Amount,
                own.RunningBalance,
                other.Kind,
                elsewhere ?? other.Name,
                entry.Reason,
                null
            );
            letters.Write(db, to, texts => Told(line, to.Member, texts));
        }
    }

    private Wording Told(StatementLine line, MemberId member, IStringLocalizer texts)
    {
        var telling = new StatementTelling(member, organisation.Profile, line.PostedOn, texts);
        string[] why = telling.How(line) is { Length: > 0 } how ? [how] : [];
        return new(
            texts["Hours were moved for you"],
            [
                $"{telling.What(line)}.",
                .. why,
                texts.Balance(line.Balance, organisation.Profile.Credit),
                texts["If this is not right, please tell your coordinator."],
            ],
            $"/{organisation.Profile.Slug}/statement",
            texts["See your statement"]
        );
    }
}
