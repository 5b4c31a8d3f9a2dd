using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Circles;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Doubles;
using CoProduce.Web.Features.Joining;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Privacy;

/// <summary>What is said to erase a person.</summary>
public sealed class EraseForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Member { get; set; }

    /// <summary>The member's number, typed so that nobody is erased by a slip.</summary>
    public string? Number { get; set; }

    /// <summary>Who asked for it and how.</summary>
    public string? Reason { get; set; }
}

/// <summary>The shape of <see cref="EraseForm"/>.</summary>
public sealed class EraseRules : AbstractValidator<EraseForm>
{
    public EraseRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Number).NotEmpty().WithMessage(_ => texts["Type the member's number."]);
        RuleFor(f => f.Reason)
            .Must(r => !string.IsNullOrWhiteSpace(r))
            .WithMessage(_ => texts["Say who asked for it and how. Name nobody here."])
            .MaximumLength(AuditLine.ReasonLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", AuditLine.ReasonLength]);
    }
}

/// <summary>
/// A person who has left is erased: names, contact, skills and everything else of theirs go, and the hours stay under "A former member". Nothing in the
/// ledger changes. It cannot be undone.
/// </summary>
public sealed class EraseMember(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Erased,
        NotFound,

        /// <summary>Whoever is erased has left first.</summary>
        TakesPart,

        /// <summary>Something is left on the account; it goes to a pot or a person first.</summary>
        HasBalance,

        /// <summary>The number is another one.</summary>
        OtherNumber,
    }

    public Task<Outcome> HandleAsync(EraseForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => EraseAsync(db, form, ct), ct);

    private async Task<Outcome> EraseAsync(TenantDb db, EraseForm form, CancellationToken ct)
    {
        var id = new MemberId(form.Member);
        if (await db.Members.SingleOrDefaultAsync(m => m.Id == id, ct) is not { } member)
            return Outcome.NotFound;
        if (member.Status != MemberStatus.Left || member.ErasedOn is not null)
            return Outcome.TakesPart;
        if (form.Number!.Trim() != $"{member.Number}")
            return Outcome.OtherNumber;
        if (await db.Accounts.AnyAsync(a => a.MemberId == id && a.Balance != 0, ct))
            return Outcome.HasBalance;
        var now = clock.GetUtcNow();
        await TakeAwayAsync(db, member, organisation.Profile.DateOf(now), now, ct);
        db.AuditLines.Add(me.Line(nameof(EraseMember), form.Member, now, reason: form.Reason!.Trim()));
        db.Keep();
        return Outcome.Erased;
    }

    /// <summary>Takes the person away and leaves the hours, inside a unit of work. The member has left, and nothing is on the account.</summary>
    public static async Task TakeAwayAsync(TenantDb db, Member member, DateOnly today, DateTimeOffset now, CancellationToken ct)
    {
        // Their other records are of the same person.
        List<MemberId> records = [.. (await db.RecordsOfAsync([member.Id], ct)).Keys];
        foreach (var record in await db.Members.Where(m => records.Contains(m.Id) && m.ErasedOn == null).ToListAsync(ct))
            await TakeRecordAwayAsync(db, record, today, now, ct);
    }

    private static async Task TakeRecordAwayAsync(TenantDb db, Member member, DateOnly today, DateTimeOffset now, CancellationToken ct)
    {
        (member.FirstName, member.LastName, member.About, member.OwnFloorReason, member.ErasedOn) = (Member.Former, "", "", "", today);
        foreach (var holder in await db.RoleHolders.Where(r => r.MemberId == member.Id).ToListAsync(ct))
            (holder.Name, holder.Roles, holder.EndedAt) = (Member.Former, [], holder.EndedAt ?? now);
        await db.SaveChangesAsync(ct);
        await db.HubMoves.Where(m => m.MemberId == member.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.Reason, ""), ct); // figures of a hub stay
        // Their name stands in what they agreed to do for others.
        await db.ActingFor.Where(a => db.RoleHolders.Any(r => r.Id == a.HolderId && r.MemberId == member.Id)).ExecuteDeleteAsync(ct);
        var circles = await db.CirclesOfAsync(member.Id, ct);
        await db.ForgetVisitsAsync(member.Id, today, now, ct);
        await MemberRows.EraseAsync(db, member.Id, ct);
        await db.ForgetEmptyAsync(circles, ct);
        await db.DayMarks.Where(m => m.SubjectId == member.Id.Value).ExecuteDeleteAsync(ct);
        await ForgetJoiner.DeleteAsync(db, new(member.Id.Value), ct); // what they said when they asked to join bears the same id
    }
}
