using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Joining.Steps;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Joining.Adding;

/// <summary>
/// A coordinator adds a member on one page; no e-mail, phone or address is ever required. Whoever has done what the organisation asks for
/// first is a member at once, anybody else waits among those who join. An organisation is a member at once: the steps are for persons.
/// </summary>
public sealed class AddMember(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    ApproveJoiner approve,
    JoinerLetters letters,
    TimeProvider clock
)
{
    public enum Outcome
    {
        Added,

        /// <summary>Something comes first; they are written down among those who join.</summary>
        Waits,

        /// <summary>Somebody here has the same name, telephone number or e-mail address, and nobody has said that it is somebody else.</summary>
        MaybeKnown,

        /// <summary>The hub is not one of this organisation's, or is closed.</summary>
        UnknownHub,
    }

    /// <summary>The steps that may be said to be done on this page. Checks and a guardian's yes have pages of their own, because more is written down with them.</summary>
    public Task<IReadOnlyList<JoinStep>> StepsAsync(CancellationToken ct = default) =>
        work.ReadAsync(async db => Quick(await db.JoiningRulesAsync(ct)), ct);

    /// <summary>Who may be the same person.</summary>
    public Task<IReadOnlyList<JoinerDouble>> KnownAsync(AddMemberForm form, CancellationToken ct = default) =>
        work.ReadAsync(db => db.DoublesOfAsync(JoinerOf(form), DetailsOf(form), ct), ct);

    public Task<Outcome> HandleAsync(AddMemberForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => AddAsync(db, form, ct), ct);

    private async Task<Outcome> AddAsync(TenantDb db, AddMemberForm form, CancellationToken ct)
    {
        var (joiner, details, now) = (JoinerOf(form), DetailsOf(form), clock.GetUtcNow());
        if (!await db.Hubs.AnyAsync(h => h.Id == joiner.HubId && h.ClosedAt == null, ct))
            return Outcome.UnknownHub;
        if (!form.IsSomebodyElse && (await db.DoublesOfAsync(joiner, details, ct)).Count > 0)
            return Outcome.MaybeKnown;
        db.AuditLines.Add(me.Line(nameof(AddMember), form.RequestKey, now, form.Door));
        if (form.IsOrganisation)
            return await AddOrganisationAsync(db, form, details, now, ct);
        joiner.Ask(now);
        db.Joiners.Add(joiner);
        db.JoinerDetails.Add(details);
        await db.SaveChangesAsync(ct);
        await EndStepsAsync(db, joiner, form, now, ct);
        if ((await db.StandingOfAsync(joiner, ct)).InTheWay.Any())
        {
            await letters.ThankAsync(db, joiner, details, ct);
            db.Keep();
            return Outcome.Waits;
        }
        return
            await approve.ApproveAsync(db, new() { Joiner = joiner.Id.Value, Hub = form.Hub }, form.Door, ct)
            == ApproveJoiner.Outcome.Approved
            ? Outcome.Added
            : throw new InvalidOperationException("Nothing stood in the way.");
    }

    private async Task<Outcome> AddOrganisationAsync(
        TenantDb db,
        AddMemberForm form,
        JoinerDetails details,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var newcomer = new Newcomer(new(form.RequestKey), form.FirstName!, "", new(form.Hub!.Value), MemberKind.Organisation);
        var contact = new MemberContact
        {
            MemberId = newcomer.Id,
            Prefers = details.Prefers,
            Email = details.Email,
            Phone = details.Phone,
            Address = details.Address,
        };
        if (await db.TakeInAsync(newcomer, contact, organisation.Profile, me.Acting(form.Door), now, ct) is null)
            return Outcome.UnknownHub;
        db.Keep();
        return Outcome.Added;
    }

    private async Task EndStepsAsync(TenantDb db, Joiner joiner, AddMemberForm form, DateTimeOffset now, CancellationToken ct)
    {
        var rules = await db.JoiningRulesAsync(ct);
        foreach (var asked in Quick(rules).Where(s => form.Done?.Contains(s.Kind.ToString()) == true))
        {
            var step = await db.StepAsync(joiner.Id, asked.Kind, ct);
            step.End(StepResult.Done, organisation.Profile.DateOf(now), me.Id, form.Door, "", now);
            (step.English, step.Welsh) = (asked.English, asked.Welsh);
            if (asked.Kind == StepKind.Agreement)
                (step.Agreed, step.AgreementVersion) = (AgreedHow.Said, rules.Agreement!.Version);
        }
        await db.SaveChangesAsync(ct);
    }

    private static IReadOnlyList<JoinStep> Quick(JoiningRules rules) =>
        [.. rules.Steps.Where(s => s is { IsBefore: true, IsRequired: true, Kind: not StepKind.Checks })];

    private Joiner JoinerOf(AddMemberForm form) =>
        new()
        {
            Id = new(form.RequestKey),
            Door = JoinerDoor.Coordinator,
            FirstName = form.FirstName!,
            LastName = form.IsOrganisation ? "" : form.LastName ?? "",
            HubId = new HubId(form.Hub!.Value),
            IsUnder18 = form is { IsUnder18: true, IsOrganisation: false },
            BeganAt = clock.GetUtcNow(),
        };

    private static JoinerDetails DetailsOf(AddMemberForm form) =>
        new()
        {
            JoinerId = new(form.RequestKey),
            Prefers = form.Prefers,
            Email = form.Email?.Trim() ?? "",
            Phone = form.Phone?.Trim() ?? "",
            Address = form.Address?.Trim() ?? "",
            GuardianName = form.IsUnder18 ? form.GuardianName?.Trim() ?? "" : "",
            GuardianPhone = form.IsUnder18 ? form.GuardianPhone?.Trim() ?? "" : "",
        };
}
