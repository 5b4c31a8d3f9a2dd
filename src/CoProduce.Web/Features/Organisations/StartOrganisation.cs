using System.Security.Cryptography;
using System.Text.Json;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;

namespace CoProduce.Web.Features.Organisations;

/// <summary>The operator starts an organisation with usual settings, categories and names, and invites its manager, under the request key as its id, so that it is started once.</summary>
public sealed class StartOrganisation(CreateOrganisation create, Invite invite, TimeProvider clock)
{
    public enum Outcome
    {
        Started,

        /// <summary>The program needs this address for itself.</summary>
        AddressReserved,

        /// <summary>Another organisation has this address.</summary>
        AddressTaken,
    }

    /// <summary>Throws <see cref="AlreadySentException"/> when the form was sent before with other answers.</summary>
    public async Task<Outcome> HandleAsync(StartOrganisationForm form, CancellationToken ct = default)
    {
        var (id, slug) = (new OrganisationId(form.RequestKey), form.Address!.Trim());
        var body = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(form));
        if (Organisation.Reserved.Contains(slug))
            return Outcome.AddressReserved;
        if (await EarlierAsync(id, body, ct) is { } earlier)
            return earlier;
        var settings = new OrganisationSettings
        {
            Name = form.Name!.Trim(),
            Accent = form.Colour.Chosen(),
            Languages = [.. form.Languages!],
        };
        var outcome = await create.HandleAsync(
            id,
            slug,
            settings,
            UsualWords.Credits,
            form.Hub!.Trim(),
            UsualWords.Categories,
            async (db, _) =>
            {
                db.HandledRequests.Add(
                    new()
                    {
                        Key = form.RequestKey,
                        UseCase = typeof(Outcome).FullName!,
                        BodyHash = body,
                        Outcome = nameof(Outcome.Started),
                        HandledAt = clock.GetUtcNow(),
                    }
                );
                var head = new Letterhead(settings.Name, slug, settings.Languages[0]);
                await invite.HandleAsync(db, head, form.ManagerEmail!.Trim(), form.ManagerName!.Trim(), [Role.Manager], member: null, ct);
                await db.SaveChangesAsync(ct);
            },
            ct
        );
        return outcome switch
        {
            CreateOrganisation.Outcome.Created => Outcome.Started,
            CreateOrganisation.Outcome.AddressTaken => await EarlierAsync(id, body, ct) ?? Outcome.AddressTaken,
        };
    }

    // The same form that arrived before, perhaps at this very moment, has left its mark in the organisation that it started.
    private async Task<Outcome?> EarlierAsync(OrganisationId id, byte[] body, CancellationToken ct) =>
        await create.RequestOfAsync(id, ct) is not { } first ? null
        : first.BodyHash.SequenceEqual(body) ? Outcome.Started
        : throw new AlreadySentException();
}
