using System.Text.Json;

namespace CoProduce.Web.Features.Messages;

/// <summary>Hands a kept letter to the text gateway as a sentence and a link.</summary>
public sealed class SendText(ITextGateway gateway, TextInbox inbox, SiteAddress site, ILogger<SendText> log)
{
    /// <summary>The longest sentence; what is longer ends with dots, as the link tells the rest.</summary>
    public const int SentenceLength = 140;

    /// <summary>Null when it was handed over, else why not, without the number.</summary>
    public async Task<string?> HandleAsync(string json, Guid id, CancellationToken ct)
    {
        try
        {
            var letter = JsonSerializer.Deserialize<Letter>(json)!;
            var link = letter.Link is null ? null : site.Of(letter.Link).AbsoluteUri;
            await gateway.SendAsync(new(Dialled(letter.To), Words(letter, link, inbox.IsOpen), letter.From), id, ct);
            return null;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            var isOfTheWay = e is HttpRequestException or IOException or FormatException or OperationCanceledException;
            log.Log(isOfTheWay ? LogLevel.Warning : LogLevel.Error, e, "The text {Text} could not be sent", id);
            return $"{e.GetType().Name}: {e.Message}";
        }
    }

    /// <summary>The sentence in the organisation's name, how to answer it by text where an answer can come in, and the link when there is one.</summary>
    public static string Words(Letter letter, string? link, bool isHeard)
    {
        var sentence = $"{letter.From}: {letter.Subject}";
        if (sentence.Length > SentenceLength)
            sentence = sentence[..(SentenceLength - 1)] + "…";
        if (isHeard && letter.HowTo is { } howTo)
            sentence = $"{sentence} {howTo}";
        return link is null ? sentence : $"{sentence} {link}";
    }

    private static string Dialled(string number)
    {
        var digits = string.Concat(number.Where((c, i) => char.IsAsciiDigit(c) || (c == '+' && i == 0)));
        return digits.Length >= 5 ? digits : throw new FormatException("That is no telephone number.");
    }
}
