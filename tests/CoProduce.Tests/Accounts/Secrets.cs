using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CoProduce.Tests.Accounts;

/// <summary>Gives people of the tests passwords and signs them in as they would themselves.</summary>
internal static class Secrets
{
    public const string Password = "an hour for an hour";

    /// <summary>Sets the person's password.</summary>
    public static async Task<Actor> WithPasswordAsync(this Actor person, string password = Password)
    {
        await person.UsersAsync(
            async (users, signIn) =>
            {
                signIn.LockoutEnabled = true;
                return await users.AddPasswordAsync(signIn, password);
            }
        );
        return person;
    }

    /// <summary>Does something with the person's sign-in as it stands in the database.</summary>
    public static async Task<T> UsersAsync<T>(this Actor person, Func<UserManager<SignIn>, SignIn, Task<T>> act)
    {
        await using var scope = person.Place.Bank.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<SignIn>>();
        return await act(users, (await users.FindByIdAsync(person.SignIn.Id.ToString()))!);
    }

    /// <summary>Fills in the sign-in page of the organisation and sends it.</summary>
    public static async Task SignInAsync(
        this Browser browser,
        string email,
        string password = Password,
        string query = "",
        bool stay = false
    )
    {
        var page = await browser.OpenAsync("sign-in" + query);
        await browser.SendAsync(
            page,
            new()
            {
                ["Form.Email"] = email,
                ["Form.Password"] = password,
                ["Form.Stay"] = stay ? "true" : null,
            },
            SignInForm
        );
    }

    /// <summary>The password's form, which comes after the passkey's.</summary>
    public const string SignInForm = "form:has(input[name='Form.Password'])";
}
