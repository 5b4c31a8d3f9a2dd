using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Organisations;

/// <summary>What the operator says of a new organisation.</summary>
public sealed class StartOrganisationForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public string? Name { get; set; }

    public string? Address { get; set; }

    public ColourChoice Colour
    {
        get => field ??= new() { Text = new OrganisationSettings { Name = "" }.Accent };
        set;
    }

    public List<string>? Languages { get; set; } = ["en", "cy"];

    public string? Hub { get; set; }

    public string? ManagerName { get; set; }

    public string? ManagerEmail { get; set; }
}

/// <summary>The shape of <see cref="StartOrganisationForm"/>.</summary>
public sealed class StartOrganisationRules : AbstractValidator<StartOrganisationForm>
{
    public StartOrganisationRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Name).Words(OrganisationSettings.NameLength, texts, "Write the name of the organisation.");
        RuleFor(f => f.Address)
            .Must(a => Organisation.IsAddress((a ?? "").Trim()))
            .WithMessage(_ =>
                texts[
                    "Use {0} to {1} small letters, digits and hyphens, for example fair-shares.",
                    Organisation.ShortestSlug,
                    Organisation.SlugLength
                ]
            );
        RuleFor(f => f.Colour).SetValidator(new ColourRules(texts));
        RuleFor(f => f.Languages).Languages(texts);
        RuleFor(f => f.Hub).Words(OrganisationSettings.NameLength, texts, "Write the name of the first time bank, for example the town.");
        RuleFor(f => f.ManagerName).Words(RoleHolder.NameLength, texts, "Write the manager’s name.");
        RuleFor(f => f.ManagerEmail)
            .Cascade(CascadeMode.Stop)
            .Must(e => !string.IsNullOrWhiteSpace(e))
            .WithMessage(_ => texts["Write the manager’s e-mail address: the invitation goes there."])
            .EmailAddress()
            .WithMessage(_ => texts["Write the e-mail address as name@place."])
            .MaximumLength(MemberContact.EmailLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", MemberContact.EmailLength]);
    }
}

/// <summary>Rules that several forms of this capability share.</summary>
internal static class SharedRules
{
    /// <summary>Words that must be there and fit.</summary>
    public static IRuleBuilderOptions<T, string?> Words<T>(
        this IRuleBuilder<T, string?> rule,
        int length,
        IStringLocalizer texts,
        string missing
    ) =>
        rule.Must(w => !string.IsNullOrWhiteSpace(w))
            .WithMessage(_ => texts[missing])
            .MaximumLength(length)
            .WithMessage(_ => texts["Please use at most {0} characters.", length]);

    /// <summary>At least one language of the program, and no other.</summary>
    public static IRuleBuilderOptions<T, List<string>?> Languages<T>(this IRuleBuilder<T, List<string>?> rule, IStringLocalizer texts) =>
        rule.Must(l => l is { Count: > 0 } && l.TrueForAll(code => Ui.Languages.All.Any(known => !known.ForTests && known.Code == code)))
            .WithMessage(_ => texts["Choose at least one language."]);
}
