using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Skills;

/// <summary>Somebody says what helps them to take part. It stands with the contact details and is read through the same door; a place of custody keeps this of them, and no contact details.</summary>
public sealed class ChangeAccess(KeepAnswers answers)
{
    public Task<KeptAnswer> HandleAsync(AccessForm form, CancellationToken ct = default) =>
        answers.OnceAsync(
            form.RequestKey,
            form,
            form.Whose,
            nameof(ChangeAccess),
            (KeptAnswer.Kept, KeptAnswer.NotFound),
            async (db, member) =>
            {
                // In custody a coordinator writes it down; the person has no screen there.
                if (
                    form.Whose.Member is null
                    && await db.Members.AnyAsync(m => m.Id == member && db.Hubs.Any(h => h.Id == m.HubId && h.Kind == HubKind.Custody), ct)
                )
                    return KeptAnswer.NotFound;
                var contact = await db.MemberContacts.SingleOrDefaultAsync(c => c.MemberId == member, ct);
                if (contact is null)
                    db.MemberContacts.Add(contact = new() { MemberId = member });
                (contact.AccessTicks, contact.AccessNeeds) = (form.Ticked.ToFlags<AccessNeed>(), form.Words?.Trim() ?? "");
                return KeptAnswer.Kept;
            },
            ct
        );
}

/// <summary>What helps somebody to take part.</summary>
public sealed class AccessForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Whose Whose
    {
        get => field ??= new();
        set;
    }

    /// <summary>Names of <see cref="AccessNeed"/>; null for none.</summary>
    public List<string>? Ticked { get; set; }

    public string? Words { get; set; }

    /// <summary>The form filled in with what stands there.</summary>
    public static AccessForm Of(MemberContact contact) => new() { Ticked = contact.AccessTicks.ToNames(), Words = contact.AccessNeeds };
}

/// <summary>The shape of <see cref="AccessForm"/>.</summary>
public sealed class AccessRules : AbstractValidator<AccessForm>
{
    public AccessRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Words)
            .MaximumLength(MemberContact.TextLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", MemberContact.TextLength]);
    }
}
