using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Relations;

/// <summary>A coordinator adds, changes or takes out a person through whom an organisation-member is reached.</summary>
public sealed class KeepContact(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Kept,

        /// <summary>There is no such organisation-member, or no such contact of it.</summary>
        NotFound,
    }

    public Task<Outcome> HandleAsync(OrganisationContactForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => KeepAsync(db, form, ct), ct);

    private async Task<Outcome> KeepAsync(TenantDb db, OrganisationContactForm form, CancellationToken ct)
    {
        var (member, id) = (new MemberId(form.Member), new OrganisationContactId(form.Contact ?? form.RequestKey));
        if (!await db.Members.AnyAsync(m => m.Id == member && m.Kind == MemberKind.Organisation, ct))
            return Outcome.NotFound;
        var contact = await db.OrganisationContacts.SingleOrDefaultAsync(c => c.Id == id && c.MemberId == member, ct);
        if (contact is null && form.Contact is not null)
            return Outcome.NotFound;
        if (contact is not null && form.IsRemoved)
            db.OrganisationContacts.Remove(contact);
        else
        {
            if (contact is null)
                db.OrganisationContacts.Add(
                    contact = new()
                    {
                        Id = id,
                        MemberId = member,
                        Name = "",
                    }
                );
            (contact.Name, contact.Role, contact.Phone) = (form.Name!.Trim(), form.Role?.Trim() ?? "", form.Phone?.Trim() ?? "");
            (contact.Email, contact.Note) = (form.Email?.Trim() ?? "", form.Note?.Trim() ?? "");
        }
        db.AuditLines.Add(me.Line(nameof(KeepContact), member.Value, clock.GetUtcNow()));
        db.Keep();
        return Outcome.Kept;
    }
}

/// <summary>A person through whom an organisation-member is reached, as a coordinator writes it down.</summary>
public sealed class OrganisationContactForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Member { get; set; }

    /// <summary>The contact to change; null for a new one. Set by the page from its address.</summary>
    public Guid? Contact { get; set; }

    public string? Name { get; set; }

    public string? Role { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Note { get; set; }

    /// <summary>True to take the contact out.</summary>
    public bool IsRemoved { get; set; }
}

/// <summary>The shape of <see cref="OrganisationContactForm"/>.</summary>
public sealed class OrganisationContactRules : AbstractValidator<OrganisationContactForm>
{
    public OrganisationContactRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Name).Must(n => !string.IsNullOrWhiteSpace(n)).WithMessage(_ => texts["Write the person's name."]);
        AtMost(f => f.Name, RoleHolder.NameLength);
        AtMost(f => f.Role, OrganisationContact.LineLength);
        AtMost(f => f.Phone, MemberContact.PhoneLength);
        AtMost(f => f.Email, MemberContact.EmailLength);
        AtMost(f => f.Note, MemberContact.TextLength);
        RuleFor(f => f.Email)
            .EmailAddress()
            .When(f => !string.IsNullOrWhiteSpace(f.Email))
            .WithMessage(_ => texts["Write an e-mail address like name@example.org."]);

        void AtMost(System.Linq.Expressions.Expression<Func<OrganisationContactForm, string?>> field, int length) =>
            RuleFor(field).MaximumLength(length).WithMessage(_ => texts["Please use at most {0} characters.", length]);
    }
}
