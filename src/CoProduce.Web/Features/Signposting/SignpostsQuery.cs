using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Joining;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Signposting;

/// <summary>One signpost as coordinators read it.</summary>
/// <param name="By">Who pointed them there; null for demonstration data.</param>
/// <param name="Name">Whose it is.</param>
/// <param name="Path">Their page, after the organisation's address.</param>
public sealed record SignpostLine(Signpost Signpost, string? By, string Name, string Path);

/// <summary>The signposts of one person, the newest first.</summary>
/// <param name="IsOpen">False for somebody who has left or did not join: nothing is written down any more.</param>
public sealed record SignpostsShown(string Name, IReadOnlyList<SignpostLine> Lines, bool IsOpen, DateOnly Today);

/// <summary>Reads where people were pointed to, for coordinators. What is sensitive is read by those with the right to safeguarding alone, and that they looked is written.</summary>
public sealed class SignpostsQuery(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    /// <summary>How many the list of all shows.</summary>
    public const int PageSize = 50;

    private bool MaySee => me.Holds(Role.Safeguarding);

    /// <summary>Of a member; null when there is none here.</summary>
    public Task<SignpostsShown?> OfAsync(MemberId id, CancellationToken ct = default) =>
        work.WriteAsync<SignpostsShown?>(
            async db =>
            {
                if (await db.Members.SingleOrDefaultAsync(m => m.Id == id, ct) is not { } member)
                    return null;
                var lines = await LinesAsync(db, Seen(db).Where(s => s.MemberId == id), 0, int.MaxValue, ct);
                if (lines.Any(l => l.Signpost.IsSensitive))
                    await db.WriteLookAsync(id, RecordPart.SensitiveNotes, me, clock.GetUtcNow(), ct);
                db.Keep();
                return new(member.Name, lines, member.Status != MemberStatus.Left, Today());
            },
            ct
        );

    /// <summary>Of somebody who would like to join; null when there is nobody, or they are still writing.</summary>
    public Task<SignpostsShown?> OfAsync(JoinerId id, CancellationToken ct = default) =>
        work.ReadAsync<SignpostsShown?>(
            async db =>
            {
                if (await db.Joiners.SingleOrDefaultAsync(j => j.Id == id && j.State != JoinerState.Writing, ct) is not { } joiner)
                    return null;
                var member = id.Member;
                var lines = await LinesAsync(db, Seen(db).Where(s => s.JoinerId == id || s.MemberId == member), 0, int.MaxValue, ct);
                return new(joiner.Name, lines, joiner.State is JoinerState.Waiting or JoinerState.Approved, Today());
            },
            ct
        );

    /// <summary>All that is not sensitive, the newest first.</summary>
    /// <param name="unheard">True for those of which nobody has heard what came.</param>
    /// <param name="page">From 1.</param>
    public Task<Listed<SignpostLine>> AllAsync(bool unheard, int page, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var all = db.Signposts.Where(s => !s.IsSensitive && (!unheard || s.HeardOn == null));
                return new Listed<SignpostLine>(await LinesAsync(db, all, (page - 1) * PageSize, PageSize, ct), await all.CountAsync(ct));
            },
            ct
        );

    private IQueryable<Signpost> Seen(TenantDb db)
    {
        var maySee = MaySee;
        return db.Signposts.Where(s => maySee || !s.IsSensitive);
    }

    private DateOnly Today() => organisation.Profile.DateOf(clock.GetUtcNow());

    private static async Task<IReadOnlyList<SignpostLine>> LinesAsync(
        TenantDb db,
        IQueryable<Signpost> signposts,
        int skip,
        int take,
        CancellationToken ct
    )
    {
        var found = await (
            from s in signposts
            join h in db.RoleHolders on s.NotedBy equals h.Id into holders
            from holder in holders.DefaultIfEmpty()
            join m in db.Members on s.MemberId equals m.Id into members
            from member in members.DefaultIfEmpty()
            join j in db.Joiners on s.JoinerId equals j.Id into joiners
            from joiner in joiners.DefaultIfEmpty()
            orderby s.Day descending, s.Id descending
            select new
            {
                Signpost = s,
                By = holder == null ? null : holder.Name,
                Member = member == null ? null : (member.FirstName + " " + member.LastName).Trim(),
                Joiner = joiner == null ? null : (joiner.FirstName + " " + joiner.LastName).Trim(),
            }
        )
            .Skip(skip)
            .Take(take)
            .AsNoTracking()
            .ToListAsync(ct);
        return found.ConvertAll(f => new SignpostLine(
            f.Signpost,
            f.By,
            f.Member ?? f.Joiner ?? "",
            f.Signpost.MemberId is { } member
                ? $"members/{member.Value}/signposts"
                : $"joining/{f.Signpost.JoinerId!.Value.Value}/signposts"
        ));
    }
}
