using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CoProduce.Web.Features.Messages;

/// <summary>What a mail says, as plain text and as a page, both from the same letter.</summary>
public sealed class LetterBodies(IServiceScopeFactory scopes, ILoggerFactory loggers)
{
    /// <summary>The letter as plain text.</summary>
    public static string Plain(Letter letter)
    {
        var text = new StringBuilder();
        foreach (var paragraph in letter.Paragraphs)
            Paragraph(paragraph);
        if (letter.Link is not null)
            Paragraph($"{letter.LinkText}:\r\n{letter.Link}");
        foreach (var part in letter.Parts ?? [])
        {
            Paragraph($"* {part.Subject}");
            foreach (var paragraph in part.Paragraphs.Skip(1))
                Paragraph(paragraph);
            if (part.Link is not null)
                Paragraph($"{part.LinkText}:\r\n{part.Link}");
        }
        Paragraph(letter.From);
        if (letter.Stop is not null)
            Paragraph($"{letter.StopText}:\r\n{letter.Stop}");
        return text.ToString().TrimEnd() + "\r\n";

        void Paragraph(string words) => text.Append(words.ReplaceLineEndings("\r\n")).Append("\r\n\r\n");
    }

    /// <summary>The letter as an HTML page.</summary>
    public async Task<string> HtmlAsync(Letter letter)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(LetterHtml.Letter)] = letter });
            return "<!DOCTYPE html>" + (await renderer.RenderComponentAsync<LetterHtml>(parameters)).ToHtmlString();
        });
    }
}
