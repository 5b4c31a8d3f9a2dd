using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Talk;

/// <summary>A member writes to another whom they may write to.</summary>
public sealed class WriteMessage(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, Letters letters, TimeProvider clock)
{
    public enum Outcome
    {
        Sent,

        /// <summary>They may not write to this member, or there is none; which, and why, is not told.</summary>
        AskCoordinator,

        /// <summary>There are no words, or too many.</summary>
        Unsuitable,
    }

    public Task<Outcome> HandleAsync(MemberId to, WriteMessageForm form, CancellationToken ct = default) =>
        work.OnceAsync(
            form.RequestKey,
            (to, form.Words),
            async db =>
            {
                var (now, from) = (clock.GetUtcNow(), me.Member);
                var words = form.Words?.ReplaceLineEndings("\n").Trim() ?? "";
                if (words.Length is 0 or > TalkMessage.WordsLength)
                    return Outcome.Unsuitable;
                if (me.ActsFor is not null || !await db.MayTalkAsync(from, to, organisation.Profile.DateOf(now), ct))
                    return Outcome.AskCoordinator;
                var isTold = await db.TalkMessages.AnyAsync(m => m.FromId == from && m.ToId == to && m.ReadAt == null, ct);
                db.TalkMessages.Add(
                    new()
                    {
                        Id = new(form.RequestKey),
                        FromId = from,
                        ToId = to,
                        Words = words,
                        SentAt = now,
                    }
                );
                db.AuditLines.Add(me.Line(nameof(WriteMessage), form.RequestKey, now));
                if (!isTold)
                    await TellAsync(db, from, to, ct);
                db.Keep();
                return Outcome.Sent;
            },
            ct
        );

    private async Task TellAsync(TenantDb db, MemberId from, MemberId to, CancellationToken ct)
    {
        var name = await db.Members.Where(m => m.Id == from).Select(m => m.FirstName).SingleAsync(ct);
        foreach (var reader in await Letters.AddresseesAsync(db, [to], ct))
            letters.Write(
                db,
                reader,
                t =>
                    new(
                        t["{0} has written to you", name],
                        [t["You read it and answer it on your page. Nothing of your address or telephone number is told to anybody."]],
                        $"/{organisation.Profile.Slug}/me/messages/{from.Value}",
                        t["Read the message"]
                    )
            );
    }
}

/// <summary>What a member writes to another.</summary>
public sealed class WriteMessageForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public string? Words { get; set; }
}

/// <summary>The shape of <see cref="WriteMessageForm"/>.</summary>
public sealed class WriteMessageRules : AbstractValidator<WriteMessageForm>
{
    public WriteMessageRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Words).NotEmpty().WithMessage(_ => texts["Please write something first."]);
        RuleFor(f => f.Words)
            .MaximumLength(TalkMessage.WordsLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", TalkMessage.WordsLength]);
    }
}
