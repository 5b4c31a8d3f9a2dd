namespace CoProduce.Web.Features.Messages;

/// <summary>What goes out, in numbers.</summary>
/// <param name="Failed">Mails and texts that did not get through.</param>
/// <param name="GivenUp">How many of them are tried no more.</param>
/// <param name="ToPrint">Letters to print.</param>
/// <param name="ToTell">People to tell by telephone.</param>
public sealed record Outgoing(int Failed, int GivenUp, int ToPrint, int ToTell)
{
    /// <summary>True when nothing waits for a person.</summary>
    public bool IsQuiet => Failed + ToPrint + ToTell == 0;
}
