using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Peers;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Organisations;

/// <summary>A manager adds a hub, renames one, or closes or opens one again. Its members and their history stay.</summary>
public sealed class SaveHub(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Saved,
        NotFound,
        NameTaken,

        /// <summary>New members must be able to join somewhere.</summary>
        LastOpen,
    }

    public Task<Outcome> HandleAsync(HubForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => SaveAsync(db, form, ct), ct);

    private async Task<Outcome> SaveAsync(TenantDb db, HubForm form, CancellationToken ct)
    {
        await db.LockSettingsAsync(ct); // one change at a time, or two could close the last two hubs
        var (id, name, now) = (new HubId(form.Hub ?? form.RequestKey), form.Name!.Trim(), clock.GetUtcNow());
        var hubs = await db.Hubs.ToListAsync(ct);
        var hub = hubs.Find(h => h.Id == id);
        if (form.Hub is not null && hub is null)
            return Outcome.NotFound;
        if (hubs.Exists(h => h.Id != id && string.Equals(h.Name, name, StringComparison.OrdinalIgnoreCase)))
            return Outcome.NameTaken;
        if (form.IsClosed && !hubs.Exists(h => h.Id != id && h.ClosedAt is null))
            return Outcome.LastOpen;
        if (hub is null)
            db.Hubs.Add(hub = new() { Id = id, Name = name });
        (hub.Name, hub.Kind) = (name, form.IsCustody ? HubKind.Custody : HubKind.Place);
        if (form.IsClosed)
            await db.EndPeerHubsAtAsync(id, me.Id, now, ct);
        hub.ClosedAt = form.IsClosed ? hub.ClosedAt ?? now : null;
        db.AuditLines.Add(me.Line(nameof(SaveHub), id.Value, now));
        db.Keep();
        return Outcome.Saved;
    }
}

/// <summary>A hub as a manager types it.</summary>
public sealed class HubForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>The hub; null for a new one.</summary>
    public Guid? Hub { get; set; }

    public string? Name { get; set; }

    public bool IsCustody { get; set; }

    public bool IsClosed { get; set; }
}

/// <summary>The shape of <see cref="HubForm"/>.</summary>
public sealed class HubRules : AbstractValidator<HubForm>
{
    public HubRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Name).Words(OrganisationSettings.NameLength, texts, "Write the name of the time bank.");
    }
}

/// <summary>Why a hub was not saved, in a sentence that is a key of the texts; null when it was.</summary>
public static class SaveHubRefusals
{
    public static string? Of(SaveHub.Outcome outcome) =>
        outcome switch
        {
            SaveHub.Outcome.Saved => null,
            SaveHub.Outcome.NotFound => "This time bank is no longer here. Go back to the list.",
            SaveHub.Outcome.NameTaken => "Another time bank has this name. Choose another one.",
            SaveHub.Outcome.LastOpen =>
                "This is the only open time bank, and new members must be able to join somewhere. Open another one first.",
        };
}
