using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Joining;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Signposting;

/// <summary>A coordinator writes down that somebody was pointed to something outside: a member, or somebody who would like to join.</summary>
public sealed class NoteSignpost(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Noted,

        /// <summary>There is no such member or joiner, or the joining was refused or withdrawn.</summary>
        NotFound,

        /// <summary>The day has not come yet.</summary>
        InTheFuture,

        /// <summary>What is sensitive is written by those who may read it.</summary>
        NotForYou,
    }

    public Task<Outcome> HandleAsync(SignpostForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => NoteAsync(db, form, ct), ct);

    private async Task<Outcome> NoteAsync(TenantDb db, SignpostForm form, CancellationToken ct)
    {
        var (now, day) = (clock.GetUtcNow(), form.Day.ToDate()!.Value);
        MemberId? member = form.Member is { } m ? new(m) : null;
        JoinerId? joiner = form.Joiner is { } j && member is null ? new(j) : null;
        if (form.IsSensitive && !me.Holds(Role.Safeguarding))
            return Outcome.NotForYou;
        var isThere = member is not null
            ? await db.Members.AnyAsync(x => x.Id == member && x.Status != MemberStatus.Left, ct)
            : await db.Joiners.AnyAsync(x => x.Id == joiner && (x.State == JoinerState.Waiting || x.State == JoinerState.Approved), ct);
        if (!isThere)
            return Outcome.NotFound;
        if (day > organisation.Profile.DateOf(now))
            return Outcome.InTheFuture;
        // Whoever became a member meanwhile is one; the record of their joining leads there.
        if (joiner is { } one && await db.Members.AnyAsync(x => x.Id == one.Member, ct))
            (member, joiner) = (one.Member, null);
        db.Signposts.Add(
            new()
            {
                Id = new(form.RequestKey),
                MemberId = member,
                JoinerId = joiner,
                Place = form.Place!.Trim(),
                Why = form.Why?.Trim() ?? "",
                Day = day,
                IsSensitive = form.IsSensitive,
                NotedBy = me.Id,
            }
        );
        db.AuditLines.Add(me.Line(nameof(NoteSignpost), form.Member ?? form.Joiner, now, onBehalfOf: member));
        db.Keep();
        return Outcome.Noted;
    }
}

/// <summary>Where somebody was pointed to, as a coordinator types it.</summary>
public sealed class SignpostForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>The member; null for somebody who would like to join.</summary>
    public Guid? Member { get; set; }

    /// <summary>Who would like to join; null for a member.</summary>
    public Guid? Joiner { get; set; }

    public string? Place { get; set; }

    public string? Why { get; set; }

    public DateBoxes Day
    {
        get => field ??= new();
        set;
    }

    public bool IsSensitive { get; set; }
}

/// <summary>The shape of <see cref="SignpostForm"/>.</summary>
public sealed class SignpostRules : AbstractValidator<SignpostForm>
{
    public SignpostRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Place).Words(Signpost.PlaceLength, texts, "Write where you pointed them to.");
        RuleFor(f => f.Why)
            .MaximumLength(Signpost.WordsLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Signpost.WordsLength]);
        RuleFor(f => f.Day)
            .Must(d => d.ToDate() is not null)
            .WithMessage(_ => texts["Write the date as day, month and year, for example 24 11 2026."]);
    }
}

/// <summary>Why nothing was written down, in a sentence that is a key of the texts; null when it was.</summary>
public static class NoteSignpostRefusals
{
    public static string? Of(NoteSignpost.Outcome outcome) =>
        outcome switch
        {
            NoteSignpost.Outcome.Noted => null,
            NoteSignpost.Outcome.NotFound => "They have left, or their joining is over. Nothing is written down any more.",
            NoteSignpost.Outcome.InTheFuture => "That day has not come yet.",
            NoteSignpost.Outcome.NotForYou => "Only those with the right to safeguarding write down what is sensitive.",
        };
}

/// <summary>Signposts inside a unit of work.</summary>
internal static class SignpostsOfJoiners
{
    /// <summary>What was written down while somebody waited follows them to their record as a member.</summary>
    public static async Task HandSignpostsOverAsync(this TenantDb db, JoinerId joiner, CancellationToken ct)
    {
        foreach (var signpost in await db.Signposts.Where(s => s.JoinerId == joiner).ToListAsync(ct))
            signpost.MemberId = joiner.Member;
    }
}
