using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Organisations;

/// <summary>A manager moves a kind of help up or down in the lists, hides it or shows it again. Old exchanges keep it.</summary>
public sealed class ArrangeCategories(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Arranged,

        /// <summary>There is no such kind of help, or nothing of that name to do with it.</summary>
        NotFound,
    }

    public Task<Outcome> HandleAsync(ArrangeForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => ArrangeAsync(db, form, ct), ct);

    private async Task<Outcome> ArrangeAsync(TenantDb db, ArrangeForm form, CancellationToken ct)
    {
        await db.LockSettingsAsync(ct);
        var (now, parts) = (clock.GetUtcNow(), (form.Press ?? "").Split(':'));
        var categories = await db.Categories.OrderBy(c => c.Position).ThenBy(c => c.Name).ToListAsync(ct);
        var at = parts.Length == 2 && Guid.TryParse(parts[1], out var id) ? categories.FindIndex(c => c.Id.Value == id) : -1;
        if (at < 0 || parts[0] is not (ArrangeForm.Up or ArrangeForm.Down or ArrangeForm.Hide or ArrangeForm.Show))
            return Outcome.NotFound;
        var category = categories[at];
        if (parts[0] is ArrangeForm.Hide or ArrangeForm.Show)
            category.HiddenAt = parts[0] == ArrangeForm.Hide ? category.HiddenAt ?? now : null;
        var to = Math.Clamp(
            at
                + (
                    parts[0] == ArrangeForm.Up ? -1
                    : parts[0] == ArrangeForm.Down ? 1
                    : 0
                ),
            0,
            categories.Count - 1
        );
        categories.RemoveAt(at);
        categories.Insert(to, category);
        for (var i = 0; i < categories.Count; i++)
            categories[i].Position = i + 1;
        db.AuditLines.Add(me.Line(nameof(ArrangeCategories), category.Id.Value, now));
        db.Keep();
        return Outcome.Arranged;
    }
}

/// <summary>A button that was pressed in the list of kinds of help.</summary>
public sealed class ArrangeForm
{
    public const string Up = "up";
    public const string Down = "down";
    public const string Hide = "hide";
    public const string Show = "show";

    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>What to do and with which, such as "up:" and the id.</summary>
    public string? Press { get; set; }
}
