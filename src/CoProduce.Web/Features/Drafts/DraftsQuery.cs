using System.Text.Json;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Drafts;

/// <summary>Reads what somebody has begun, for that person alone.</summary>
public sealed class DraftsQuery(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    /// <summary>One's own, the last changed first.</summary>
    public Task<IReadOnlyList<DraftLine>> MineAsync(CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<DraftLine>>(
            async db =>
            {
                return await (
                    from d in Mine(db)
                    join m in db.Members on d.MemberId equals m.Id into members
                    from member in members.DefaultIfEmpty()
                    orderby d.ChangedAt descending, d.Id
                    select new DraftLine(d, member == null ? "" : (member.FirstName + " " + member.LastName).Trim())
                ).ToListAsync(ct);
            },
            ct
        );

    /// <summary>Puts what was kept into a form of its kind, about the same member; nothing happens when there is no such draft of this person's.</summary>
    public async Task FillAsync<TForm>(Guid id, DraftForm kind, TForm form, MemberId? member = null, CancellationToken ct = default)
        where TForm : class
    {
        var text = await work.ReadAsync(
            db => Mine(db).Where(d => d.Id == id && d.Form == kind && d.MemberId == member).Select(d => d.Fields).SingleOrDefaultAsync(ct),
            ct
        );
        if (text is not null)
            DraftFields.Fill(form, JsonSerializer.Deserialize<Dictionary<string, string?[]>>(text)!);
    }

    // One that a script kept in the very moment in which the form was sent is none any more.
    private IQueryable<Draft> Mine(TenantDb db)
    {
        var (by, since) = (me.Id, clock.GetUtcNow() - Draft.KeptFor);
        return db.Drafts.Where(d => d.KeptBy == by && d.ChangedAt >= since && !db.HandledRequests.Any(r => r.Key == d.Id));
    }
}

/// <summary>A draft and about whom it is.</summary>
/// <param name="Name">Empty when the form asks for people itself.</param>
public sealed record DraftLine(Draft Draft, string Name);
