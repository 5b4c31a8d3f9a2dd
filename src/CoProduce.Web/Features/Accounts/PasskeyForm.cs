namespace CoProduce.Web.Features.Accounts;

/// <summary>What the browser's passkey answered.</summary>
public sealed class PasskeyForm
{
    /// <summary>The credential as JSON; null when the browser gave none.</summary>
    public string? Credential { get; set; }
}
