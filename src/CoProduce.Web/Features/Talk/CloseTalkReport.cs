using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Talk;

/// <summary>A coordinator says what became of a report.</summary>
public sealed class CloseTalkReport(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Closed,

        /// <summary>A colleague was faster.</summary>
        ClosedAlready,

        /// <summary>There is none for these eyes.</summary>
        NotThere,
    }

    public Task<Outcome> HandleAsync(CloseTalkReportForm form, CancellationToken ct = default) =>
        work.OnceAsync(
            form.RequestKey,
            form,
            async db =>
            {
                var (now, id) = (clock.GetUtcNow(), new TalkReportId(form.Report));
                if (!await db.TalkReportsFor(me).AnyAsync(r => r.Id == id, ct))
                    return Outcome.NotThere;
                if (await db.LockTalkReportAsync(id, ct) is not { IsOpen: true } report)
                    return Outcome.ClosedAlready;
                report.Close(form.Outcome, form.Note!.Trim(), me.Id, now);
                db.AuditLines.Add(me.Line(nameof(CloseTalkReport), form.Report, now));
                db.Keep();
                return Outcome.Closed;
            },
            ct
        );
}

/// <summary>What became of a report.</summary>
public sealed class CloseTalkReportForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Report { get; set; }

    public TalkReportOutcome Outcome { get; set; }

    public string? Note { get; set; }
}

/// <summary>The shape of <see cref="CloseTalkReportForm"/>.</summary>
public sealed class CloseTalkReportRules : AbstractValidator<CloseTalkReportForm>
{
    public CloseTalkReportRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Outcome).IsInEnum().WithMessage(_ => texts["Choose what became of it."]);
        RuleFor(f => f.Note).NotEmpty().WithMessage(_ => texts["Write what was done, or why nothing had to be."]);
        RuleFor(f => f.Note)
            .MaximumLength(TalkReport.WordsLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", TalkReport.WordsLength]);
    }
}
