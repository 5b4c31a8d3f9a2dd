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
            text.Append(paragraph).Append("\r\n\r\n");
        if (letter.Link is not null)
            text.Append(letter.LinkText).Append(":\r\n").Append(letter.Link).Append("\r\n\r\n");
        return text.Append(letter.From).Append("\r\n").ToString();
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
