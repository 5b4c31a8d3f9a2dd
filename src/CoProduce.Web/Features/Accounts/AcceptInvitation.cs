using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Accounts;

/// <summary>Somebody takes the place they were invited to, with a new sign-in or the one they have: sign-in, role, belonging and the end of the invitation together or not at all.</summary>
public sealed class AcceptInvitation(
    UnitOfWork work,
    DbContextOptions<DirectoryDb> directoryOptions,
    CurrentPerson me,
    MyOrganisations mine,
    NewSignIn newSignIn,
    SignInManager<SignIn> signIns,
    TimeProvider clock
)
{
    public enum Outcome
    {
        Accepted,

        /// <summary>There is no such invitation, or it was used, replaced or ran out.</summary>
        NotUsable,

        /// <summary>The address has a sign-in already, which must be used.</summary>
        SignInFirst,
    }

    /// <summary>An invitation that can be used; null for any other.</summary>
    public Task<Invitation?> FindAsync(string secret, CancellationToken ct = default) =>
        work.ReadAsync(db => OpenAsync(db, secret, ct), ct);

    /// <summary>With the sign-in of the browser.</summary>
    public async Task<Outcome> AsSignedInAsync(string secret, CancellationToken ct = default)
    {
        var signIn = me.SignInId ?? throw new InvalidOperationException("Nobody is signed in.");
        var outcome = await work.WriteAsync(
            db => AcceptAsync(db, secret, async (directory, _) => await directory.Users.FindAsync([signIn], ct), ct),
            ct
        );
        mine.Forget(signIn);
        return outcome;
    }

    /// <summary>With a new sign-in for the address that the letter was sent to, which the secret proves. The browser is signed in.</summary>
    public async Task<Outcome> AsNewAsync(string secret, JoinForm form, CancellationToken ct = default)
    {
        SignIn? made = null;
        var outcome = await work.WriteAsync(
            db =>
                AcceptAsync(
                    db,
                    secret,
                    async (directory, to) => made = await newSignIn.AddAsync(directory, to.Email, form.Name!, form.Password!, ct),
                    ct
                ),
            ct
        );
        if (outcome == Outcome.Accepted)
            await signIns.SignInAsync(made!, isPersistent: false);
        return outcome;
    }

    private async Task<Outcome> AcceptAsync(
        TenantDb db,
        string secret,
        Func<DirectoryDb, Invitation, Task<SignIn?>> who,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        if (await OpenAsync(db, secret, ct) is not { } invitation)
            return Outcome.NotUsable;
        var isFirst = await db
            .Invitations.Where(i => i.Id == invitation.Id && i.EndedAt == null)
            .ExecuteUpdateAsync(i => i.SetProperty(x => x.EndedAt, now), ct);
        if (isFirst == 0)
            return Outcome.NotUsable;
        await using var directory = await directoryOptions.InTransactionOfAsync(db, ct);
        if (await who(directory, invitation) is not { } signIn)
            return Outcome.SignInFirst;
        if (!await directory.Belongings.AnyAsync(b => b.SignInId == signIn.Id && b.OrganisationId == db.OrganisationId, ct))
            directory.Belongings.Add(new() { SignInId = signIn.Id, OrganisationId = db.OrganisationId });
        await directory.SaveChangesAsync(ct);
        if (await HolderAsync(db, signIn, invitation, now, ct) is not { } holder)
            return Outcome.NotUsable;
        await db.SaveChangesAsync(ct);
        await db
            .ActingFor.Where(a => a.HolderId == null && db.Invitations.Any(i => i.Id == a.InvitationId && i.Email == invitation.Email))
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.HolderId, holder.Id), ct);
        db.AuditLines.Add(
            new()
            {
                At = now,
                By = holder.Id,
                Door = Door.Screen,
                Deed = nameof(AcceptInvitation),
                SubjectId = invitation.Id,
            }
        );
        db.Keep();
        return Outcome.Accepted;
    }

    // Somebody who holds or held a role here keeps their line in the records. Null when the member's place was taken by another sign-in.
    private static async Task<RoleHolder?> HolderAsync(
        TenantDb db,
        SignIn signIn,
        Invitation invitation,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var member = invitation.MemberId;
        if (member is not null && await db.RoleHolders.AnyAsync(h => h.MemberId == member && h.SignInId != signIn.Id, ct))
            return null;
        if (await db.RoleHolders.SingleOrDefaultAsync(h => h.SignInId == signIn.Id, ct) is { } known)
        {
            known.Roles = [.. (known.EndedAt is null ? known.Roles : []).Union(invitation.Roles)];
            (known.EndedAt, known.MemberId) = (null, known.MemberId ?? member);
            return known;
        }
        var holder = new RoleHolder
        {
            Id = RoleHolderId.New(),
            SignInId = signIn.Id,
            Name = signIn.Name.Length > 0 ? signIn.Name : invitation.Name,
            MemberId = member,
            Since = now,
            Roles = invitation.Roles,
        };
        db.RoleHolders.Add(holder);
        return holder;
    }

    private async Task<Invitation?> OpenAsync(TenantDb db, string secret, CancellationToken ct)
    {
        var (hash, now) = (InvitationSecret.HashOf(secret), clock.GetUtcNow());
        return await db
            .Invitations.AsNoTracking()
            .SingleOrDefaultAsync(i => i.SecretHash == hash && i.EndedAt == null && i.ExpiresAt > now, ct);
    }
}
