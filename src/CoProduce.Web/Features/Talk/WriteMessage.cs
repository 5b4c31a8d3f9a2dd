using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Talk;

/// <summary>A member writes to another whom they may write to.</summary>
public sealed class WriteMessage(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Sent,

        /// <summary>There are no words, or too many.</summary>
        Unsuitable,

        /// <summary>The organisation has no messages between members now.</summary>
        Off,

        /// <summary>The writer keeps the other from writing to them.</summary>
        BlockedByThem,

        /// <summary>They may not write to this member, or there is none; which, and why, is not told.</summary>
        AskCoordinator,

        /// <summary>Since the page was opened coordinators can read what is written; the writer is to know it first.</summary>
        CoordinatorsReadNow,
    }

    public Task<Outcome> HandleAsync(WriteMessageForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => WriteAsync(db, form, ct), ct);

    private async Task<Outcome> WriteAsync(TenantDb db, WriteMessageForm form, CancellationToken ct)
    {
        var (now, from, to) = (clock.GetUtcNow(), me.Member, new MemberId(form.To));
        var words = form.Words?.ReplaceLineEndings("\n").Trim() ?? "";
        if (words.Length is 0 or > TalkMessage.WordsLength)
            return Outcome.Unsuitable;
        if (me.ActsFor is not null || from == to)
            return Outcome.AskCoordinator;
        await db.LockMembersAsync(from, to, ct); // what is decided between two people is decided one after the other
        switch (await db.MayTalkAsync(from, to, organisation.Profile.DateOf(now), ct))
        {
            case TalkAnswer.Off:
                return Outcome.Off;
            case TalkAnswer.BlockedByThem:
                return Outcome.BlockedByThem;
            case TalkAnswer.AskCoordinator:
                return Outcome.AskCoordinator;
        }
        var isOpen = (await db.TalkSettingsNowAsync(ct)).CoordinatorsRead;
        if (isOpen && !form.KnowsCoordinatorsRead)
            return Outcome.CoordinatorsReadNow;
        var last = await db.TalkBetween(from, to).MaxAsync(m => (int?)m.Number, ct) ?? 0;
        db.TalkMessages.Add(
            new()
            {
                Id = new(form.RequestKey),
                FromId = from,
                ToId = to,
                Words = words,
                SentAt = now,
                Number = last + 1,
                IsOpen = isOpen,
            }
        );
        db.AuditLines.Add(me.Line(nameof(WriteMessage), form.RequestKey, now));
        await db.PlanToTellAsync(to, now, ct);
        db.Keep();
        return Outcome.Sent;
    }
}

/// <summary>What a member writes to another.</summary>
public sealed class WriteMessageForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid To { get; set; }

    public string? Words { get; set; }

    /// <summary>True when the page said that coordinators can read it.</summary>
    public bool KnowsCoordinatorsRead { get; set; }
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

/// <summary>Reads a conversation inside a unit of work.</summary>
internal static class TalkReading
{
    /// <summary>What the two wrote to each other.</summary>
    public static IQueryable<TalkMessage> TalkBetween(this TenantDb db, MemberId one, MemberId other) =>
        db.TalkMessages.Where(m => (m.FromId == one && m.ToId == other) || (m.FromId == other && m.ToId == one));

    /// <summary>The newest of these, the newest last.</summary>
    public static async Task<List<TalkMessage>> NewestLastAsync(this IQueryable<TalkMessage> messages, int most, CancellationToken ct)
    {
        var found = await messages
            .AsNoTracking()
            .OrderByDescending(m => m.SentAt)
            .ThenByDescending(m => m.Number)
            .Take(most)
            .ToListAsync(ct);
        found.Reverse();
        return found;
    }
}
