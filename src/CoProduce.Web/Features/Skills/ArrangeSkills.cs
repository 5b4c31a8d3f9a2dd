using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Skills;

/// <summary>A manager hides a skill or shows it again, moves a group up, or takes the starter list where there is no list yet. Whoever has a hidden skill keeps it.</summary>
public sealed class ArrangeSkills(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Arranged,

        /// <summary>There is no such skill or group, or nothing of that name to do with it.</summary>
        NotFound,
    }

    public Task<Outcome> HandleAsync(ArrangeSkillsForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => ArrangeAsync(db, form, ct), ct);

    private async Task<Outcome> ArrangeAsync(TenantDb db, ArrangeSkillsForm form, CancellationToken ct)
    {
        await db.LockSettingsAsync(ct);
        var (now, (press, id)) = (clock.GetUtcNow(), form.Read());
        var isDone = press switch
        {
            ArrangeSkillsForm.Hide => await HideAsync(db, new(id), now, ct),
            ArrangeSkillsForm.Show => await HideAsync(db, new(id), null, ct),
            ArrangeSkillsForm.Up => await UpAsync(db, new(id), ct),
            ArrangeSkillsForm.Start => await StartAsync(db, ct),
            _ => false,
        };
        if (!isDone)
            return Outcome.NotFound;
        db.AuditLines.Add(me.Line(nameof(ArrangeSkills), press == ArrangeSkillsForm.Start ? null : id, now));
        db.Keep();
        return Outcome.Arranged;
    }

    private static async Task<bool> HideAsync(TenantDb db, SkillId id, DateTimeOffset? at, CancellationToken ct)
    {
        if (await db.Skills.SingleOrDefaultAsync(s => s.Id == id, ct) is not { } skill)
            return false;
        skill.HiddenAt = at;
        return true;
    }

    private static async Task<bool> UpAsync(TenantDb db, SkillGroupId id, CancellationToken ct)
    {
        var groups = await db.SkillGroups.OrderBy(g => g.Position).ThenBy(g => g.Id).ToListAsync(ct);
        var at = groups.FindIndex(g => g.Id == id);
        if (at < 0)
            return false;
        var group = groups[at];
        groups.RemoveAt(at);
        groups.Insert(Math.Max(at - 1, 0), group);
        foreach (var (i, one) in groups.Index())
            one.Position = i + 1;
        return true;
    }

    // A list that is there already stays as it is.
    private static async Task<bool> StartAsync(TenantDb db, CancellationToken ct)
    {
        if (!await db.SkillGroups.AnyAsync(ct))
            db.AddStarterSkills(await db.Categories.ToListAsync(ct));
        return true;
    }
}

/// <summary>A button that was pressed in the list of skills.</summary>
public sealed class ArrangeSkillsForm
{
    public const string Hide = "hide";
    public const string Show = "show";
    public const string Up = "up";
    public const string Start = "start";

    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>What to do and with which, such as "hide:" and the id.</summary>
    public string? Press { get; set; }

    /// <summary>The button and the id, which is empty where there was none.</summary>
    public (string Press, Guid Id) Read()
    {
        var parts = (Press ?? "").Split(':');
        return (parts[0], parts.Length == 2 && Guid.TryParse(parts[1], out var id) ? id : default);
    }
}
