using System.Security.Claims;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Ui;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoProduce.Tests.Support;

/// <summary>Somebody with a sign-in, who acts through the program's own use cases or through its pages.</summary>
public sealed class Actor(Place place, SignIn signIn, RoleHolderId id, MemberId? member)
{
    public Place Place => place;

    public SignIn SignIn => signIn;

    public RoleHolderId Id => id;

    public MemberId Member => member ?? throw new InvalidOperationException("Not a member.");

    /// <summary>Runs a use case or query as this person, in a scope of its own.</summary>
    public async Task<T> DoAsync<TUseCase, T>(Func<TUseCase, Task<T>> act, Place? elsewhere = null)
        where TUseCase : notnull
    {
        await using var scope = (elsewhere ?? place).Enter();
        await scope.ServiceProvider.GetRequiredService<CurrentPerson>().LoadAsync(Principal());
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    /// <summary>Logs that this member helped the other one today.</summary>
    public async Task<(LogOutcome Outcome, ExchangeId Id)> GaveAsync(
        int minutes,
        MemberId to,
        string what = "A lift to the hospital",
        Guid? key = null
    )
    {
        var form = Form(minutes, to, what, key);
        form.IGave = true;
        return (await DoAsync((LogExchange log) => log.HandleAsync(form)), new(form.RequestKey));
    }

    /// <summary>Logs that the other member helped this one today.</summary>
    public async Task<(LogOutcome Outcome, ExchangeId Id)> ReceivedAsync(
        int minutes,
        MemberId from,
        string what = "A lift to the hospital",
        Guid? key = null
    )
    {
        var form = Form(minutes, from, what, key);
        return (await DoAsync((LogExchange log) => log.HandleAsync(form)), new(form.RequestKey));
    }

    /// <summary>Says yes to an exchange.</summary>
    public Task<AnswerExchange.Outcome> ConfirmsAsync(ExchangeId exchange) =>
        DoAsync((AnswerExchange answer) => answer.ConfirmAsync(exchange));

    /// <summary>Says that an exchange is not right.</summary>
    public Task<AnswerExchange.Outcome> DisputesAsync(ExchangeId exchange, string reason = "It was only an hour") =>
        DoAsync((AnswerExchange answer) => answer.DisputeAsync(exchange, reason));

    /// <summary>Gives some of their own to a member of another organisation, named by number and name.</summary>
    public async Task<SendAcross.Outcome> GivesAcrossAsync(Place there, MemberId to, string name, int minutes, string? words = null)
    {
        var form = await AcrossAsync(there, to, name, minutes, words);
        return await DoAsync((SendAcross send) => send.GiveAsync(form));
    }

    /// <summary>A coordinator logs help that a member here had from a member there, or sends what the member gives.</summary>
    public async Task<SendAcross.Outcome> SendsForAsync(
        MemberId member,
        Place there,
        MemberId to,
        string name,
        int minutes,
        bool isGift = false,
        string? words = null
    )
    {
        var form = await AcrossAsync(there, to, name, minutes, words);
        (form.Member, form.IsGift) = (member.Value, isGift);
        return await DoAsync((SendAcross send) => send.ForMemberAsync(form));
    }

    private static async Task<AcrossForm> AcrossAsync(Place there, MemberId to, string name, int minutes, string? words) =>
        new()
        {
            There = there.Id.Value.ToString(),
            Number = $"{await there.NumberAsync(to)}",
            Name = name,
            HowMuch = DurationChoice.From(minutes),
            Words = words,
        };

    /// <summary>The balance in minutes.</summary>
    public Task<long> BalanceAsync() => place.BalanceAsync(Member);

    /// <summary>A browser with this person's cookie, as signing in would have set it.</summary>
    public async Task<Browser> BrowserAsync()
    {
        await using var scope = place.Bank.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<SignIn>>();
        var principal = await users.CreateAsync(signIn);
        var cookie = scope
            .ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(IdentityConstants.ApplicationScheme);
        var now = place.Bank.Clock.GetUtcNow();
        var ticket = new AuthenticationTicket(
            principal,
            new() { IssuedUtc = now, ExpiresUtc = now.AddDays(14) },
            IdentityConstants.ApplicationScheme
        );
        var browser = place.Bank.Stranger();
        browser.SetCookie(cookie.Cookie.Name!, cookie.TicketDataFormat.Protect(ticket));
        return browser.At(place.Slug);
    }

    private static LogExchangeForm Form(int minutes, MemberId other, string what, Guid? key) =>
        new()
        {
            RequestKey = key ?? Guid.CreateVersion7(),
            Other = other.Value,
            HowLong = DurationChoice.From(minutes),
            Description = what,
        };

    private ClaimsPrincipal Principal() => new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, signIn.Id.ToString())], "test"));
}
