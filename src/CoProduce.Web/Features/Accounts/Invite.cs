using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Accounts;

/// <summary>Invites somebody by mail to take a place in the organisation: in the caller's unit of work, so that the letter leaves only if all of it is kept.</summary>
public sealed class Invite(Letters letters, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    /// <summary>How long the link in the letter can be used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    /// <summary>Invites in the current organisation. An open invitation to the same address is replaced. The caller says what is kept.</summary>
    /// <param name="email">An address that the caller's rules have checked.</param>
    /// <param name="roles">None for somebody who only acts for a member.</param>
    /// <param name="member">The member that the person is; null for somebody who is not a member.</param>
    /// <returns>The invitation's id.</returns>
    public Task<Guid> HandleAsync(
        TenantDb db,
        string email,
        string name,
        IReadOnlyList<Role> roles,
        MemberId? member,
        CancellationToken ct = default
    ) => HandleAsync(db, Letterhead.Of(organisation.Profile), email, name, roles, member, ct);

    /// <summary>The same for an organisation that has only just been created in this unit of work.</summary>
    public async Task<Guid> HandleAsync(
        TenantDb db,
        Letterhead head,
        string email,
        string name,
        IReadOnlyList<Role> roles,
        MemberId? member,
        CancellationToken ct = default
    )
    {
        var (now, secret, address) = (clock.GetUtcNow(), InvitationSecret.New(), email.Trim());
        await db
            .Invitations.Where(i => i.Email == address && i.EndedAt == null)
            .ExecuteUpdateAsync(i => i.SetProperty(x => x.EndedAt, now), ct);
        var invitation = new Invitation
        {
            Email = address,
            Name = name.Trim(),
            Roles = [.. roles.Distinct()],
            MemberId = member,
            SecretHash = InvitationSecret.HashOf(secret),
            InvitedAt = now,
            InvitedBy = me.IsHere ? me.Id : null,
            ExpiresAt = now + Lifetime,
        };
        db.Invitations.Add(invitation);
        db.AuditLines.Add(
            new()
            {
                At = now,
                By = invitation.InvitedBy,
                OnBehalfOf = member,
                Door = CoProduce.Ledger.Door.Screen,
                Deed = nameof(Invite),
                SubjectId = invitation.Id,
            }
        );
        letters.Write(
            db,
            address,
            invitation.Name.Split(' ')[0],
            head,
            t =>
                new(
                    t["You are invited to {0}", head.Name],
                    [
                        t[
                            "{0} has a place for you. Press the link to choose a password, or to use the sign-in that you have already.",
                            head.Name
                        ],
                        t[
                            "The link can be used once, within {0} days. If you did not expect this letter, you need do nothing.",
                            Lifetime.Days
                        ],
                    ],
                    $"/{head.Slug}/join/{secret}",
                    t["Take your place"]
                )
        );
        return invitation.Id;
    }
}

/// <summary>The secret in the link of an invitation: 256 random bits, kept only as a hash.</summary>
internal static class InvitationSecret
{
    /// <summary>A new one, fit for an address.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>What is kept of it.</summary>
    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
