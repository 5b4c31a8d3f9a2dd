using CoProduce.Web.Data;
using CoProduce.Web.Tenancy;
using Npgsql;

namespace CoProduce.Web.Features.Messages;

/// <summary>Finds the organisation that a text is for, and has it taken there.</summary>
public sealed class ReceiveText(
    IServiceScopeFactory scopes,
    [FromKeyedServices(TenancyFeature.Platform)] NpgsqlDataSource platform,
    OrganisationDirectory organisations,
    TimeProvider clock,
    ILogger<ReceiveText> log
)
{
    /// <summary>So long a text that went out is remembered as what somebody answers.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromDays(14);

    public enum Outcome
    {
        Taken,

        /// <summary>It says nothing, or no organisation has to do with the number. Nothing of it is kept.</summary>
        Dropped,
    }

    /// <summary>
    /// The one that asked that number something last has it, else the one that texted there last, else each in which a member gave the number. A second
    /// delivery goes where the first went.
    /// </summary>
    public async Task<Outcome> HandleAsync(TextIn text, CancellationToken ct = default)
    {
        var (number, key) = (DialledNumber.Of(text.From), IncomingText.KeyOf(text.Id));
        if (number.Length == 0 || string.IsNullOrWhiteSpace(text.Words))
            return Drop("it has no number or no words");
        var found = await TextRows.OrganisationsOfNumberAsync(platform, number, key, clock.GetUtcNow() - Lately, ct);
        if (found.Count == 0)
            return Drop("no organisation knows the number");
        foreach (var here in For(found))
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().Enter(await organisations.GetAsync(here.Organisation, ct));
            await scope.ServiceProvider.GetRequiredService<TakeText>().HandleAsync(key, number, text.Words.Trim(), ct);
        }
        return Outcome.Taken;
    }

    private static IEnumerable<NumberHere> For(List<NumberHere> found) =>
        found.Exists(h => h.HasIt) ? found.Where(h => h.HasIt)
        : found.Where(h => h.AskedAt is not null).MaxBy(h => h.AskedAt) is { } asked ? [asked]
        : found.Where(h => h.TextedAt is not null).MaxBy(h => h.TextedAt) is { } texted ? [texted]
        : found;

    private Outcome Drop(string why)
    {
        log.LogWarning("A text that came in was dropped: {Why}", why);
        return Outcome.Dropped;
    }
}
