using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Talk;

/// <summary>A member shows the coordinators one conversation of theirs as it is now. What is written afterwards is not shown.</summary>
public sealed class ReportTalk(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Reported,

        /// <summary>The two have written nothing to each other.</summary>
        NothingWritten,
    }

    public Task<Outcome> HandleAsync(ReportTalkForm form, CancellationToken ct = default) =>
        work.OnceAsync(
            form.RequestKey,
            form,
            async db =>
            {
                var (now, mine, other) = (clock.GetUtcNow(), me.Member, new MemberId(form.Other));
                if (me.ActsFor is not null || other == mine)
                    return Outcome.NothingWritten;
                await db.LockMembersAsync(mine, other, ct); // what is just being written is in it as a whole or not at all
                var shown = await db.TalkBetween(mine, other).ExecuteUpdateAsync(s => s.SetProperty(m => m.IsReported, true), ct);
                if (shown == 0)
                    return Outcome.NothingWritten;
                db.TalkReports.Add(
                    new()
                    {
                        Id = new(form.RequestKey),
                        ById = mine,
                        OtherId = other,
                        Why = form.Why!.Trim(),
                        MadeAt = now,
                    }
                );
                if (form.AlsoBlock)
                    await db.BlockTalkAsync(me, other, true, now, ct);
                db.AuditLines.Add(me.Line(nameof(ReportTalk), form.RequestKey, now));
                db.Keep();
                return Outcome.Reported;
            },
            ct
        );
}

/// <summary>Why a conversation is reported.</summary>
public sealed class ReportTalkForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Other { get; set; }

    public string? Why { get; set; }

    /// <summary>True when the other is not to write any more either.</summary>
    public bool AlsoBlock { get; set; } = true;
}

/// <summary>The shape of <see cref="ReportTalkForm"/>.</summary>
public sealed class ReportTalkRules : AbstractValidator<ReportTalkForm>
{
    public ReportTalkRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Why).NotEmpty().WithMessage(_ => texts["Say what is not right; a few words are enough."]);
        RuleFor(f => f.Why)
            .MaximumLength(TalkReport.WordsLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", TalkReport.WordsLength]);
    }
}
