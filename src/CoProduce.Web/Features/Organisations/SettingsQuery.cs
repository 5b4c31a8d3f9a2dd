using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Organisations;

/// <summary>Reads what a manager may change, as it is now and not as some seconds ago.</summary>
public sealed class SettingsQuery(UnitOfWork work)
{
    /// <summary>The form of settings, filled in.</summary>
    public Task<ChangeSettingsForm> FormAsync(CancellationToken ct = default) =>
        work.ReadAsync(async db => ChangeSettingsForm.Of(await db.Settings.SingleAsync(ct), await db.CreditWords.ToListAsync(ct)), ct);

    /// <summary>The hubs, open ones first, with how many members take part in each.</summary>
    public Task<List<HubLine>> HubsAsync(CancellationToken ct = default) =>
        work.ReadAsync(
            db =>
                db.Hubs.OrderBy(h => h.ClosedAt != null)
                    .ThenBy(h => h.Name)
                    .Select(h => new HubLine(h.Id, h.Name, h.Kind, h.ClosedAt, db.Members.Count(m => m.HubId == h.Id && m.LeftOn == null)))
                    .ToListAsync(ct),
            ct
        );

    /// <summary>The kinds of help in their order.</summary>
    public Task<List<Category>> CategoriesAsync(CancellationToken ct = default) =>
        work.ReadAsync(db => db.Categories.OrderBy(c => c.Position).ThenBy(c => c.Name).ToListAsync(ct), ct);

    /// <summary>A hub as a manager sees it in the list.</summary>
    public sealed record HubLine(HubId Id, string Name, HubKind Kind, DateTimeOffset? ClosedAt, int Members);
}
