using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Joining.Referrals;
using CoProduce.Web.Features.Joining.Steps;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Joining;

/// <summary>All that is kept of one joiner.</summary>
/// <param name="Hub">The name of the time bank; null when they did not say.</param>
/// <param name="Referrer">Who introduced them; null for anybody else.</param>
/// <param name="Names">The names of the role holders in it.</param>
/// <param name="Doubles">Others who may be the same person.</param>
/// <param name="CheckKinds">The organisation's list of checks.</param>
/// <param name="Checks">Those that were seen while they wait.</param>
/// <param name="Number">Their number as a member; null while they are none.</param>
public sealed record JoinerShown(
    JoinerStanding Standing,
    JoinerDetails Details,
    JoiningRules Rules,
    string? Hub,
    Referral? Referral,
    Referrer? Referrer,
    IReadOnlyDictionary<RoleHolderId, string> Names,
    IReadOnlyList<JoinerDouble> Doubles,
    IReadOnlyList<CheckKind> CheckKinds,
    IReadOnlyList<JoinerCheck> Checks,
    int? Number
)
{
    public Joiner Joiner => Standing.Joiner;
}

/// <summary>
/// The one door to what somebody who would like to join has said, for a coordinator's eyes: it writes who looked, once an hour. A member may
/// see those lines when the joiner has become one.
/// </summary>
public sealed class JoinerFile(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    /// <summary>The deed under which a look is written down.</summary>
    public const string Deed = "LookAtJoiner";

    private static readonly TimeSpan OneLook = TimeSpan.FromHours(1);

    /// <summary>The file; null when there is no such joiner here, or they are still writing.</summary>
    public Task<JoinerShown?> OpenAsync(Guid id, CancellationToken ct = default) => work.WriteAsync(db => OpenAsync(db, new(id), ct), ct);

    private async Task<JoinerShown?> OpenAsync(TenantDb db, JoinerId id, CancellationToken ct)
    {
        if (await db.Joiners.AsNoTracking().SingleOrDefaultAsync(j => j.Id == id && j.State != JoinerState.Writing, ct) is not { } joiner)
            return null;
        await NoteAsync(db, joiner, ct);
        var standing = await db.StandingOfAsync(joiner, ct);
        var details = await db.JoinerDetails.AsNoTracking().SingleAsync(d => d.JoinerId == id, ct);
        var referral = await db.Referrals.AsNoTracking().SingleOrDefaultAsync(r => r.JoinerId == id, ct);
        var holders = standing
            .Steps.Select(s => s.Ended?.EndedBy)
            .Concat(standing.References.Select(r => r.WrittenBy))
            .Append(joiner.EndedBy);
        var ids = holders.OfType<RoleHolderId>().Distinct().ToList();
        db.Keep();
        return new(
            standing,
            details,
            await db.JoiningRulesAsync(ct),
            await db.Hubs.Where(h => h.Id == joiner.HubId).Select(h => h.Name).SingleOrDefaultAsync(ct),
            referral,
            referral is null ? null : await db.Referrers.AsNoTracking().SingleAsync(r => r.Id == referral.ReferrerId, ct),
            await db.RoleHolders.Where(h => ids.Contains(h.Id)).ToDictionaryAsync(h => h.Id, h => h.Name, ct),
            await db.DoublesOfAsync(joiner, details, ct),
            await db.CheckKinds.Where(k => k.HiddenAt == null).OrderBy(k => k.Position).ToListAsync(ct),
            await db.JoinerChecks.AsNoTracking().Where(c => c.JoinerId == id).ToListAsync(ct),
            await db.Members.Where(m => m.Id == id.Member).Select(m => (int?)m.Number).SingleOrDefaultAsync(ct)
        );
    }

    private async Task NoteAsync(TenantDb db, Joiner joiner, CancellationToken ct)
    {
        var (id, now, by) = (joiner.Id, clock.GetUtcNow(), me.Id);
        if (joiner.State == JoinerState.Approved)
        {
            await db.WriteLookAsync(id.Member, RecordPart.Contact, me, now, ct); // theirs to see at once
            return;
        }
        var since = now - OneLook;
        if (!await db.AuditLines.AnyAsync(a => a.Deed == Deed && a.SubjectId == id.Value && a.By == by && a.At > since, ct))
            db.AuditLines.Add(me.Line(Deed, id.Value, now));
    }
}

/// <summary>Somebody who may be the same person.</summary>
/// <param name="Member">When they are a member; null for another joiner.</param>
/// <param name="Joiner">When they would like to join; null for a member.</param>
/// <param name="SameReach">True when the telephone number or e-mail address is the same, false when only the name is.</param>
public sealed record JoinerDouble(string Name, MemberId? Member, JoinerId? Joiner, bool SameReach);

/// <summary>Notices that somebody asks a second time.</summary>
internal static class JoinerDoubles
{
    private const int Most = 5;

    /// <summary>Members and other joiners with the same name, telephone number or e-mail address.</summary>
    public static async Task<IReadOnlyList<JoinerDouble>> DoublesOfAsync(
        this TenantDb db,
        Joiner joiner,
        JoinerDetails details,
        CancellationToken ct
    )
    {
        var (id, name, mail) = (joiner.Id, joiner.FoldedName, Literally(details.Email));
        var phone = details.Phone.Replace(" ", "", StringComparison.Ordinal);
        var joiners = await (
            from j in db.Joiners
            join d in db.JoinerDetails on j.Id equals d.JoinerId
            where j.Id != id && j.State != JoinerState.Writing && j.State != JoinerState.Approved
            let same = (mail != "" && EF.Functions.ILike(d.Email, mail, "\\")) || (phone != "" && d.Phone.Replace(" ", "") == phone)
            where same || j.FoldedName == name
            select new
            {
                j.Id,
                j.FirstName,
                j.LastName,
                Same = same,
            }
        )
            .Take(Most)
            .ToListAsync(ct);
        var member = id.Member;
        var members = await (
            from m in db.Members
            join c in db.MemberContacts on m.Id equals c.MemberId
            where m.Id != member
            let same = (mail != "" && EF.Functions.ILike(c.Email, mail, "\\")) || (phone != "" && c.Phone.Replace(" ", "") == phone)
            where same || m.SearchText == name + " " + m.Number
            select new
            {
                m.Id,
                m.FirstName,
                m.LastName,
                Same = same,
            }
        )
            .Take(Most)
            .ToListAsync(ct);
        return
        [
            .. members.Select(m => new JoinerDouble($"{m.FirstName} {m.LastName}".Trim(), m.Id, null, m.Same)),
            .. joiners.Select(j => new JoinerDouble($"{j.FirstName} {j.LastName}".Trim(), null, j.Id, j.Same)),
        ];
    }

    // The same letters, large or small; the pattern's own signs are nothing special.
    private static string Literally(string text) =>
        text.Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("%", @"\%", StringComparison.Ordinal)
            .Replace("_", @"\_", StringComparison.Ordinal);
}
