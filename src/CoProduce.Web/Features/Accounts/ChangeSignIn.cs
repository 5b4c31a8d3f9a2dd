using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Accounts;

/// <summary>The signed-in person changes name, password or address, or signs out everywhere else. This browser stays signed in.</summary>
public sealed class ChangeSignIn(
    UserManager<SignIn> users,
    SignInManager<SignIn> signIns,
    CurrentPerson me,
    MyOrganisations mine,
    IServiceScopeFactory scopes,
    AccountLetters letters
)
{
    public enum Outcome
    {
        Changed,
        WrongPassword,

        /// <summary>The link was used, is too old, is not ours, or somebody else took the address meanwhile.</summary>
        LinkNotUsable,
    }

    /// <summary>Changes what the person is called, here and beside what they do in each organisation. What members are called is their coordinators' record.</summary>
    public async Task NameAsync(NameForm form, CancellationToken ct = default)
    {
        var person = await users.SignedInAsync(me);
        person.Name = form.Name!.Trim();
        Require(await users.UpdateAsync(person));
        foreach (var organisation in await mine.OfAsync(person.Id, ct))
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().Enter(organisation);
            await scope
                .ServiceProvider.GetRequiredService<UnitOfWork>()
                .WriteAsync(
                    async db =>
                    {
                        db.Keep();
                        return await db
                            .RoleHolders.Where(h => h.SignInId == person.Id && h.MemberId == null)
                            .ExecuteUpdateAsync(h => h.SetProperty(x => x.Name, person.Name), ct);
                    },
                    ct
                );
        }
    }

    /// <summary>Changes the password, or sets the first one, and signs out every other browser.</summary>
    public async Task<Outcome> PasswordAsync(PasswordForm form)
    {
        var person = await users.SignedInAsync(me);
        letters.Add(
            person.Email!,
            person.Name,
            t => new(t["Your password was changed"], [t["If it was not you, choose a new one at once, or ask your coordinator for help."]])
        );
        var result = person.PasswordHash is null
            ? await users.AddPasswordAsync(person, form.Password!)
            : await users.ChangePasswordAsync(person, form.Current ?? "", form.Password!);
        if (!result.Succeeded)
            return Outcome.WrongPassword;
        await signIns.RefreshSignInAsync(person);
        return Outcome.Changed;
    }

    /// <summary>Shows that it is they who ask, before what must not be done at a desk that somebody left; always true for whoever has no password.</summary>
    public async Task<bool> IsPasswordAsync(string? password)
    {
        var person = await users.SignedInAsync(me);
        return person.PasswordHash is null || await users.CheckPasswordAsync(person, password ?? "");
    }

    /// <summary>Sends a link to the new address and tells the old one. An address that is another's sign-in gets no link, and nobody is told why.</summary>
    public async Task<Outcome> AskForEmailAsync(EmailForm form, CancellationToken ct = default)
    {
        var (person, email) = (await users.SignedInAsync(me), form.Email!.Trim());
        if (!await IsPasswordAsync(form.Password))
            return Outcome.WrongPassword;
        if (await users.FindByEmailAsync(email) is null)
        {
            var link = AccountLinks.Of("/account/email/confirm", person, await users.GenerateChangeEmailTokenAsync(person, email));
            letters.Add(
                email,
                person.Name,
                t =>
                    new(
                        t["Is this your new address?"],
                        [t["Press the link to sign in with this address from now on. It works for a day."]],
                        $"{link}&email={Uri.EscapeDataString(email)}",
                        t["Use this address"]
                    )
            );
        }
        letters.Add(
            person.Email!,
            person.Name,
            t =>
                new(
                    t["Somebody asked to change your e-mail address"],
                    [
                        t["The new one is {0}. Nothing changes until the link in the letter to it is pressed.", email],
                        t["If it was not you, change your password at once."],
                    ]
                )
        );
        await letters.SaveAsync(ct);
        return Outcome.Changed;
    }

    /// <summary>The sign-in that a link to a new address belongs to; null when it was used, is too old, or is not ours.</summary>
    public async Task<SignIn?> FindAsync(Guid who, string email, string code) =>
        await users.FindByIdAsync(who.ToString()) is { } person
        && await users.VerifyUserTokenAsync(
            person,
            users.Options.Tokens.ChangeEmailTokenProvider,
            UserManager<SignIn>.GetChangeEmailTokenPurpose(email),
            code
        )
            ? person
            : null;

    /// <summary>The link was pressed: the new address counts, the old one is told, every other browser is signed out.</summary>
    public async Task<Outcome> EmailAsync(Guid who, string email, string code)
    {
        if (await FindAsync(who, email, code) is not { } person)
            return Outcome.LinkNotUsable;
        letters.Add(
            person.Email!,
            person.Name,
            t =>
                new(
                    t["Your e-mail address was changed"],
                    [t["From now on you sign in with {0}. If it was not you, ask your coordinator for help.", email]]
                )
        );
        person.UserName = email;
        if (!(await users.ChangeEmailAsync(person, email, code)).Succeeded)
            return Outcome.LinkNotUsable;
        if (me.SignInId == person.Id)
            await signIns.RefreshSignInAsync(person);
        return Outcome.Changed;
    }

    /// <summary>Signs out every other browser.</summary>
    public async Task EverywhereAsync()
    {
        var person = await users.SignedInAsync(me);
        Require(await users.UpdateSecurityStampAsync(person));
        await signIns.RefreshSignInAsync(person);
    }

    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException(string.Join("; ", result.Errors.Select(e => e.Code)));
    }
}
