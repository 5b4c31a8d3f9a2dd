using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Matching.Day;

/// <summary>When a line of the day stands there again.</summary>
public enum DayRest
{
    /// <summary>It stays where it is.</summary>
    Stays = 1,

    /// <summary>Tomorrow.</summary>
    Tomorrow = 2,

    /// <summary>In three days.</summary>
    ThreeDays = 3,

    /// <summary>In a week.</summary>
    Week = 4,

    /// <summary>On a day that is typed.</summary>
    OnADay = 5,

    /// <summary>Somebody saw to it: for a member who was rung, the next time the list would ask again.</summary>
    SeenTo = 6,
}

/// <summary>What a coordinator says of a line of the day.</summary>
public sealed class MarkLineForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public DayList List { get; set; }

    public Guid Subject { get; set; }

    /// <summary>The moment of the last word that the page showed, in ticks; null for none. A colleague's word in between is read first.</summary>
    public long? Seen { get; set; }

    public DayRest Rest { get; set; } = DayRest.Stays;

    /// <summary>The day, for <see cref="DayRest.OnADay"/>.</summary>
    public DateBoxes Until
    {
        get => field ??= new();
        set;
    }

    /// <summary>Whose it is from now on, as an id; empty for whoever comes first.</summary>
    public string? Assigned { get; set; }

    public string? Note { get; set; }

    /// <summary>The same as an id; null for whoever comes first.</summary>
    public RoleHolderId? AssignedTo() => Guid.TryParse(Assigned, out var id) ? new(id) : null;
}

/// <summary>The shape of <see cref="MarkLineForm"/>.</summary>
public sealed class MarkLineRules : AbstractValidator<MarkLineForm>
{
    public MarkLineRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.List).IsInEnum();
        RuleFor(f => f.Rest).IsInEnum();
        RuleFor(f => f.Until)
            .Must(d => d.ToDate() is not null)
            .When(f => f.Rest == DayRest.OnADay)
            .WithMessage(_ => texts["Write the date as day, month and year, for example 24 11 2026."]);
        RuleFor(f => f.Note)
            .Must(n => !string.IsNullOrWhiteSpace(n))
            .When(f => f.Rest == DayRest.SeenTo)
            .WithMessage(_ => texts["Say in a few words what came of it."])
            .MaximumLength(DayMark.NoteLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", DayMark.NoteLength]);
    }
}

/// <summary>A coordinator, or a peer broker where it concerns people of their hubs, puts a line of the day off, gives it to a colleague, or says that they saw to it; or takes that back.</summary>
public sealed class MarkLine(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    /// <summary>So many days a line rests that was seen to.</summary>
    public const int SeenToDays = 30;

    public enum Outcome
    {
        Marked,

        /// <summary>There is no such line, or not any more.</summary>
        NotFound,

        /// <summary>A colleague said something of it in the meantime.</summary>
        Changed,

        /// <summary>Somebody else wrote a few words of it or has it, which a peer broker leaves as it is.</summary>
        WithColleague,

        /// <summary>That colleague coordinates no longer.</summary>
        UnknownColleague,

        /// <summary>The day is over.</summary>
        DayIsOver,

        /// <summary>What stands open until it is settled cannot be seen to by a note.</summary>
        NotByNote,
    }

    public Task<Outcome> HandleAsync(MarkLineForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => MarkAsync(db, form, ct), ct);

    /// <summary>True for lists of people to ring, where a call is all there is to do.</summary>
    public static bool CanBeSeenTo(DayList list) =>
        list is DayList.New or DayList.Quiet or DayList.Unspent or DayList.Low or DayList.Birthday;

    private async Task<Outcome> MarkAsync(TenantDb db, MarkLineForm form, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = organisation.Profile.DateOf(now);
        await db.LockSettingsAsync(ct); // two colleagues at once: the second reads what the first said
        if (await db.LineAsync(me, form.List, form.Subject, ct) is not var (_, _, hub))
            return Outcome.NotFound;
        var mark = await db.DayMarks.SingleOrDefaultAsync(m => m.List == form.List && m.SubjectId == form.Subject, ct);
        if (mark?.At.UtcTicks != form.Seen)
            return Outcome.Changed;
        // A peer broker does not read what a colleague wrote of it, and so does not overwrite it.
        if (hub is not null && mark is not null && mark.By != me.Id && (mark.Note.Length > 0 || mark.AssignedTo is not null))
            return Outcome.WithColleague;
        var assigned = form.AssignedTo();
        if (assigned is not null && (await db.CoordinatorsAsync(ct)).TrueForAll(c => c.Id != assigned))
            return Outcome.UnknownColleague;
        if (form.Rest == DayRest.SeenTo && !CanBeSeenTo(form.List))
            return Outcome.NotByNote;
        var until = Until(form, today);
        if (until <= today)
            return Outcome.DayIsOver;
        if (mark is null)
            db.DayMarks.Add(mark = new() { List = form.List, SubjectId = form.Subject });
        (mark.Until, mark.AssignedTo, mark.Note) = (until, assigned, (form.Note ?? "").Trim());
        (mark.IsSeenTo, mark.By, mark.At) = (form.Rest == DayRest.SeenTo, me.Id, now);
        db.AuditLines.Add(me.Line(nameof(MarkLine), form.Subject, now, reason: mark.Note, peerOf: hub is { } of ? me.AsPeerOf(of) : null));
        db.Keep();
        return Outcome.Marked;
    }

    private static DateOnly? Until(MarkLineForm form, DateOnly today) =>
        form.Rest switch
        {
            DayRest.Stays => null,
            DayRest.Tomorrow => today.AddDays(1),
            DayRest.ThreeDays => today.AddDays(3),
            DayRest.Week => today.AddDays(7),
            DayRest.OnADay => form.Until.ToDate(),
            DayRest.SeenTo => today.AddDays(SeenToDays),
            _ => throw new ArgumentOutOfRangeException(nameof(form), form.Rest, null),
        };
}

/// <summary>Why a line is as it was.</summary>
internal static class MarkLineRefusals
{
    /// <summary>The sentence; null when it is marked.</summary>
    public static string? Refusal(this MarkLine.Outcome outcome, IStringLocalizer texts) =>
        outcome switch
        {
            MarkLine.Outcome.Marked => (string?)null,
            MarkLine.Outcome.NotFound => texts["It waits no longer. Go back to your day."],
            MarkLine.Outcome.Changed => texts["A colleague said something of it just now. Open this page again and read it first."],
            MarkLine.Outcome.WithColleague => texts["Somebody else has this line in hand. Ask a coordinator about it."],
            MarkLine.Outcome.UnknownColleague => texts["That colleague coordinates here no longer. Choose another."],
            MarkLine.Outcome.DayIsOver => texts["That day is not ahead. Choose a later one."],
            MarkLine.Outcome.NotByNote => texts["It stays open until it is settled. Put it off, or give it to a colleague."],
        };
}
