using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Care;

/// <summary>What coordinators do to keep people safe, through the program's own use cases.</summary>
public static class Caring
{
    /// <summary>The day on which the tests' clock stands.</summary>
    public static readonly DateOnly Today = new(2026, 11, 18);

    /// <summary>The kind of check of that name.</summary>
    public static Task<CheckKindId> KindAsync(this Place place, string name) =>
        place.ReadAsync(db => db.CheckKinds.Where(k => k.Name == name).Select(k => k.Id).SingleAsync());

    /// <summary>The kind of help of that name.</summary>
    public static Task<CategoryId> CategoryAsync(this Place place, string name) =>
        place.ReadAsync(db => db.Categories.Where(c => c.Name == name).Select(c => c.Id).SingleAsync());

    /// <summary>A manager says that this kind of help needs that check.</summary>
    public static async Task NeedsAsync(this Place place, string category, string check)
    {
        var (kind, help) = (await place.KindAsync(check), await place.CategoryAsync(category));
        await place.WriteAsync(db => Task.FromResult(db.CheckNeeds.Add(new() { KindId = kind, CategoryId = help })));
    }

    /// <summary>A coordinator with the right to safeguarding.</summary>
    public static Task<Actor> GuardianAsync(this Place place, string name = "Gwen") =>
        place.StaffAsync(name, Role.Coordinator, Role.Safeguarding);

    /// <summary>Records a check of that kind, seen that day.</summary>
    public static async Task ChecksAsync(
        this Actor actor,
        MemberId member,
        string kind,
        DateOnly seenOn,
        CheckDecision decision = CheckDecision.Satisfied,
        DateOnly? until = null,
        string? note = null
    )
    {
        var form = new RecordCheckForm
        {
            Member = member.Value,
            Kind = (await actor.Place.KindAsync(kind)).Value.ToString(),
            Decision = decision,
            SeenBy = "Cora Staff",
            SeenOn = DateBoxes.From(seenOn),
            Until = until is { } day ? DateBoxes.From(day) : new(),
            Note = note,
        };
        (await actor.DoAsync((RecordCheck record) => record.HandleAsync(form))).ShouldBe(RecordCheck.Outcome.Recorded);
    }

    /// <summary>Writes down something to keep to.</summary>
    public static async Task<RestrictionId> RestrictsAsync(this Actor actor, MemberId member, RestrictionKind kind, string words = "")
    {
        var form = new RestrictionForm
        {
            Member = member.Value,
            Kind = kind,
            Words = words,
            Why = "Agreed with probation",
            FromWhom = "The probation officer",
            Since = DateBoxes.From(Today.AddDays(-10)),
        };
        (await actor.DoAsync((MakeRestriction make) => make.HandleAsync(form))).ShouldBe(MakeRestriction.Outcome.Made);
        return new(form.RequestKey);
    }

    /// <summary>Writes a note, perhaps one that puts another right.</summary>
    public static async Task<CareNoteId> NotesAsync(
        this Actor actor,
        MemberId member,
        string words,
        bool sensitive = false,
        CareNoteId? corrects = null
    )
    {
        var form = new NoteForm
        {
            Member = member.Value,
            Words = words,
            IsSensitive = sensitive,
            Corrects = corrects?.Value.ToString(),
        };
        (await actor.DoAsync((WriteNote write) => write.HandleAsync(form))).ShouldBe(WriteNote.Outcome.Written);
        return new(form.RequestKey);
    }

    /// <summary>Records a concern that somebody sees to.</summary>
    public static async Task<ConcernId> WorriesAsync(this Actor actor, MemberId about, Actor owner, string seen = "A bruise", int dueIn = 7)
    {
        var form = new ConcernForm
        {
            Member = about.Value,
            Seen = seen,
            SeenBy = "Dai, who drove her",
            SeenOn = DateBoxes.From(Today),
            Owner = owner.Id.Value,
            Due = DateBoxes.From(Today.AddDays(dueIn)),
        };
        (await actor.DoAsync((RecordConcern record) => record.HandleAsync(form))).ShouldBe(RecordConcern.Outcome.Recorded);
        return new(form.RequestKey);
    }

    /// <summary>Adds a step to a concern.</summary>
    public static Task<TakeConcernStep.Outcome> StepsAsync(
        this Actor actor,
        ConcernId concern,
        string words,
        ConcernStatus status,
        Actor owner,
        bool told = false
    ) =>
        actor.DoAsync(
            (TakeConcernStep take) =>
                take.HandleAsync(
                    new()
                    {
                        Concern = concern.Value,
                        Words = words,
                        Status = status,
                        Owner = owner.Id.Value,
                        Due = DateBoxes.From(Today.AddDays(14)),
                        Told = told,
                    }
                )
        );
}
