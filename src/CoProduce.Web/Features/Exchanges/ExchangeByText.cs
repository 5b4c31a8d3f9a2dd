using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>Is this exchange right? Yes or no, by a text.</summary>
internal sealed class ExchangeByText(AnswerExchange answers, IStringLocalizer texts) : IAnsweredByText
{
    public TextAsk What => TextAsk.Exchange;

    public async Task<TextWaits?> WaitsAsync(TenantDb db, MemberId member, Guid subject, CancellationToken ct) =>
        await db.Exchanges.SingleOrDefaultAsync(e => e.Id == new ExchangeId(subject), ct) is { Status: ExchangeStatus.Unconfirmed } exchange
        && exchange.Asked == member
            ? new(exchange.Description, [TextSays.Yes, TextSays.No])
            : null;

    public async Task<TextTaken> TakeAsync(TextAnswer answer, CancellationToken ct)
    {
        var id = new ExchangeId(answer.Subject);
        var outcome =
            answer.Says == TextSays.Yes
                ? await answers.ConfirmByTextAsync(id, answer.Member, ct)
                : await answers.DisputeByTextAsync(id, answer.Member, texts["They texted that it is not right."], ct);
        return outcome is AnswerExchange.Outcome.Confirmed or AnswerExchange.Outcome.Disputed or AnswerExchange.Outcome.DoneAlready
            ? TextTaken.Taken
            : TextTaken.Refused;
    }
}
