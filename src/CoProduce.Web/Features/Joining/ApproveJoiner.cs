using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Care.Guardians;
using CoProduce.Web.Features.Joining.Steps;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Signposting;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Joining;

/// <summary>A coordinator says yes: in one transaction they are a member with a number, an account and welcome credits, and what they could give and would like is on the board.</summary>
public sealed class ApproveJoiner(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    JoinerLetters letters,
    Invite invite,
    TimeProvider clock
)
{
    public enum Outcome
    {
        Approved,
        NotFound,

        /// <summary>Somebody decided in the meantime.</summary>
        AlreadyDecided,

        /// <summary>A step that must come before is not done.</summary>
        StepMissing,

        /// <summary>No time bank was chosen, or it takes no new members.</summary>
        NoHub,
    }

    public Task<Outcome> HandleAsync(ApproveForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => ApproveAsync(db, form, CoProduce.Ledger.Door.Screen, ct), ct);

    /// <summary>The same inside a unit of work.</summary>
    /// <param name="door">By which door the coordinator heard it.</param>
    internal async Task<Outcome> ApproveAsync(TenantDb db, ApproveForm form, CoProduce.Ledger.Door door, CancellationToken ct)
    {
        if (await db.LockJoinerAsync(new(form.Joiner), ct) is not { } joiner)
            return Outcome.NotFound;
        if (joiner.State != JoinerState.Waiting)
            return Outcome.AlreadyDecided;
        var standing = await db.StandingOfAsync(joiner, ct);
        if (standing.InTheWay.Any())
            return Outcome.StepMissing;
        var now = clock.GetUtcNow();
        var details = await db.JoinerDetails.SingleAsync(d => d.JoinerId == joiner.Id, ct);
        var hub = new HubId(form.Hub!.Value);
        joiner.HubId = hub;
        var isCustody = await db.Hubs.AnyAsync(h => h.Id == hub && h.Kind == HubKind.Custody, ct);
        if (await TakeInAsync(db, joiner, details, isCustody, door, now, ct) is not { } member)
            return Outcome.NoHub;
        joiner.Approve(me.Id, now);
        if (joiner.IsUnder18)
            HandGuardianOver(db, details, standing, isCustody);
        await HandChecksOverAsync(db, joiner, now, ct);
        await db.HandSignpostsOverAsync(joiner.Id, ct);
        var left = standing.Steps.Where(s => s is { IsBefore: false, IsOpen: true }).ToList();
        db.JoinerSteps.AddRange(left.Where(s => s.Ended is null).Select(s => Left(joiner, s)));
        PutUp(db, joiner, OfferKind.Offer, details.OfferWords, now);
        PutUp(db, joiner, OfferKind.Request, details.RequestWords, now);
        await ShowLooksAsync(db, joiner, ct);
        await letters.WelcomeAsync(db, joiner, details, member.Number, [.. left.Select(s => s.Kind)], ct);
        if (form.Invites && details.Email.Length > 0 && !isCustody)
            await invite.HandleAsync(db, details.Email, member.Name, [Role.Member], member.Id, ct);
        db.AuditLines.Add(me.Line(nameof(ApproveJoiner), form.Joiner, now, onBehalfOf: member.Id));
        db.Keep();
        return Outcome.Approved;
    }

    private static JoinerStep Left(Joiner joiner, StepStanding step) =>
        new()
        {
            JoinerId = joiner.Id,
            Kind = step.Kind,
            English = step.Name.English,
            Welsh = step.Name.Welsh,
        };

    // What the guardian said while they waited counts for the member, with its words and its day.
    private static void HandGuardianOver(TenantDb db, JoinerDetails details, JoinerStanding standing, bool isCustody)
    {
        var (member, said) = (details.JoinerId.Member, standing.Steps.Single(s => s.Kind == StepKind.GuardianYes).Ended!);
        db.Guardians.Add(
            new()
            {
                MemberId = member,
                Name = details.GuardianName,
                Relation = details.GuardianRelation,
                Phone = isCustody ? "" : details.GuardianPhone,
            }
        );
        db.GuardianConsents.Add(
            new()
            {
                Id = Guid.CreateVersion7(),
                MemberId = member,
                IsGiven = true,
                Wording = said.Words,
                Guardian = details.GuardianName,
                Door = said.Door,
                SaidOn = said.HappenedOn!.Value,
                RecordedBy = said.EndedBy,
                RecordedAt = said.EndedAt!.Value,
            }
        );
    }

    private Task<Member?> TakeInAsync(
        TenantDb db,
        Joiner joiner,
        JoinerDetails details,
        bool isCustody,
        CoProduce.Ledger.Door door,
        DateTimeOffset now,
        CancellationToken ct
    ) =>
        db.TakeInAsync(
            new(joiner.Id.Member, joiner.FirstName, joiner.LastName, joiner.HubId!.Value),
            new()
            {
                MemberId = joiner.Id.Member,
                Prefers = details.Prefers,
                Email = isCustody ? "" : details.Email, // such a place keeps no way to reach anybody
                Phone = isCustody ? "" : details.Phone,
                Address = isCustody ? "" : details.Address,
            },
            organisation.Profile,
            me.Acting(door),
            now,
            ct
        );

    private void PutUp(TenantDb db, Joiner joiner, OfferKind kind, string words, DateTimeOffset now)
    {
        if (words.Length > 0)
            db.Offers.Add(
                new()
                {
                    Id = OfferId.New(),
                    Kind = kind,
                    MemberId = joiner.Id.Member,
                    Title = words,
                    MadeAt = now,
                    MadeBy = me.Id,
                    Door = joiner.Door == JoinerDoor.Oneself ? CoProduce.Ledger.Door.Screen : CoProduce.Ledger.Door.Phone,
                }
            );
    }

    // What was seen while they waited is now on the member's record, with the day and by whom.
    private async Task HandChecksOverAsync(TenantDb db, Joiner joiner, DateTimeOffset now, CancellationToken ct)
    {
        var seen = await (
            from check in db.JoinerChecks
            where check.JoinerId == joiner.Id
            join kind in db.CheckKinds on check.KindId equals kind.Id
            orderby kind.Position
            select new { check, kind }
        ).ToListAsync(ct);
        foreach (var s in seen)
            await db.RecordCheckAsync(
                joiner.Id.Member,
                new(s.kind.Id, CheckDecision.Satisfied, s.check.SeenBy, s.check.SeenOn, s.kind.Until(s.check.SeenOn)),
                me,
                CoProduce.Ledger.Door.Screen,
                now,
                ct
            );
        db.JoinerChecks.RemoveRange(seen.Select(s => s.check));
    }

    // Who looked at the file while they waited is theirs to see, now that they can.
    private static async Task ShowLooksAsync(TenantDb db, Joiner joiner, CancellationToken ct)
    {
        var looks = await db
            .AuditLines.Where(a => a.Deed == JoinerFile.Deed && a.SubjectId == joiner.Id.Value && a.By != null)
            .ToListAsync(ct);
        db.RecordViews.AddRange(
            looks.Select(l => new RecordView
            {
                Part = RecordPart.Contact,
                MemberId = joiner.Id.Member,
                ViewedBy = l.By!.Value,
                ViewedAt = l.At,
            })
        );
    }
}

/// <summary>That somebody becomes a member.</summary>
public sealed class ApproveForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Joiner { get; set; }

    public Guid? Hub { get; set; }

    /// <summary>The same as a list posts it: an empty choice is none.</summary>
    public string? HubChosen
    {
        get => Hub?.ToString();
        set => Hub = Guid.TryParse(value, out var id) ? id : null;
    }

    /// <summary>Whether they get a letter to make a sign-in.</summary>
    public bool Invites { get; set; }
}

/// <summary>The shape of <see cref="ApproveForm"/>.</summary>
public sealed class ApproveRules : AbstractValidator<ApproveForm>
{
    public ApproveRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Hub).NotEmpty().WithMessage(_ => texts["Choose a time bank."]);
    }
}

/// <summary>Why somebody is not a member yet.</summary>
internal static class ApproveRefusals
{
    /// <summary>The sentence; null when they are one.</summary>
    public static string? Refusal(this ApproveJoiner.Outcome outcome, IStringLocalizer texts) =>
        outcome switch
        {
            ApproveJoiner.Outcome.Approved => (string?)null,
            ApproveJoiner.Outcome.NotFound => JoiningOutcome.NotFound.Refusal(texts),
            ApproveJoiner.Outcome.AlreadyDecided => JoiningOutcome.NoLongerOpen.Refusal(texts),
            ApproveJoiner.Outcome.StepMissing => texts["Something that your organisation asks for first is not done. It stands below."],
            ApproveJoiner.Outcome.NoHub => texts["That time bank takes no new members any more. Choose another."],
        };
}
