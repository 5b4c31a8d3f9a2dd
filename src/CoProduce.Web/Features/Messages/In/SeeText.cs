using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Messages;

/// <summary>A coordinator has seen to a text that nobody but a person understood.</summary>
public sealed class SeeText(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Done,

        /// <summary>There is none, or somebody has seen to it.</summary>
        NotThere,
    }

    public Task<Outcome> HandleAsync(SeeTextForm form, CancellationToken ct = default) =>
        work.OnceAsync(
            form.RequestKey,
            form,
            async db =>
            {
                var now = clock.GetUtcNow();
                if (await db.IncomingTexts.SingleOrDefaultAsync(t => t.Id == form.Text, ct) is not { SeenAt: null } text)
                    return Outcome.NotThere;
                text.See(me.Id, now);
                db.AuditLines.Add(me.Line(nameof(SeeText), text.Id, now, onBehalfOf: text.MemberId));
                db.Keep();
                return Outcome.Done;
            },
            ct
        );
}

/// <summary>Which text was seen to.</summary>
public sealed class SeeTextForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Text { get; set; }
}
