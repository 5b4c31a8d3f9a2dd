using System.Net;
using CoProduce.Benchmarks;

namespace CoProduce.Faults;

/// <summary>A coordinator's form for an exchange, filled in and sent over HTTP again and again by somebody who is signed in.</summary>
internal sealed class ExchangeForms
{
    private const string Page = $"/{FaultBank.Slug}/desk/log";
    private readonly Visitor visitor;
    private readonly FaultBank bank;
    private readonly Dictionary<string, string> fields;

    private ExchangeForms(Visitor visitor, FaultBank bank, Dictionary<string, string> fields) =>
        (this.visitor, this.bank, this.fields) = (visitor, bank, fields);

    /// <summary>Signs in and opens the form once: cookie and form stay good when the program is started again.</summary>
    public static async Task<ExchangeForms> OpenAsync(Uri address, FaultBank bank)
    {
        var visitor = new Visitor(address);
        await visitor.SignInAsync(FaultBank.Email, FaultBank.Password);
        return new(visitor, bank, Visitor.HiddenFields(await visitor.ReadAsync(Page)));
    }

    /// <summary>Sends the form and reads the answer from what comes back: the address after it was done, or the page with a refusal.</summary>
    public async Task<Answer> SendAsync(IReadOnlyList<Request> requests)
    {
        var request = requests[0];
        var answers = new Dictionary<string, string>(fields)
        {
            ["_handler"] = "log-for-members",
            ["Form.RequestKey"] = request.Key.ToString(),
            ["Form.GiverTyped"] = $"{bank.NumberOf(request.Payee)}",
            ["Form.ReceiverTyped"] = $"{bank.NumberOf(request.Payer)}",
            ["Form.HowLong.Typed"] = $"{request.Minutes} min",
            ["Form.Description"] = "A lift to the hospital",
            ["Form.When.Choice"] = "today",
            ["Form.Door"] = "Phone",
        };
        var (status, location, body) = await visitor.PostAsync(Page, answers);
        return status switch
        {
            HttpStatusCode.Found when location.EndsWith($"logged={request.Key}", StringComparison.Ordinal) => new(Reply.Done),
            HttpStatusCode.OK when body.Contains("further below zero", StringComparison.Ordinal) => new(Reply.Refused),
            >= HttpStatusCode.InternalServerError => throw new HttpRequestException($"The program answered {(int)status}."),
            _ => throw new InvalidOperationException($"The program answered {(int)status} {location} {body}"),
        };
    }

    /// <summary>True when the program was gone before it answered.</summary>
    public static bool IsSilence(Exception e) => e is HttpRequestException or IOException or TaskCanceledException;
}
