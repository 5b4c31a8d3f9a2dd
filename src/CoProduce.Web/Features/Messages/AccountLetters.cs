using System.Text.Json;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Messages;

/// <summary>Writes letters about sign-ins, in the same context in which the user manager saves them, so that deed and letter are kept together.</summary>
public sealed class AccountLetters(IUserStore<SignIn> store, CurrentOrganisation organisation, IStringLocalizer texts, TimeProvider clock)
{
    // The one scoped context behind the user manager.
    private DirectoryDb Directory =>
        (
            (UserOnlyStore<
                SignIn,
                DirectoryDb,
                Guid,
                IdentityUserClaim<Guid>,
                IdentityUserLogin<Guid>,
                IdentityUserToken<Guid>,
                IdentityUserPasskey<Guid>
            >)
                store
        ).Context;

    /// <summary>Adds a letter in the language of the request; it is kept with the next change that the user manager saves.</summary>
    public void Add(string email, string name, Func<IStringLocalizer, Wording> words)
    {
        var from = organisation.IsSet ? organisation.Profile.Name : "CoProduce";
        var letter = Composed.Letter(texts, email, name.Split(' ')[0], from, Languages.Current, words);
        Directory.AccountLetters.Add(new() { DueAt = clock.GetUtcNow(), Letter = JsonSerializer.Serialize(letter) });
    }

    /// <summary>Keeps letters that come with no change.</summary>
    public Task SaveAsync(CancellationToken ct = default) => Directory.SaveChangesAsync(ct);
}
