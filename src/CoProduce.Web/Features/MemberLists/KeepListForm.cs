using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.MemberLists;

/// <summary>What a coordinator says to keep a list.</summary>
public sealed class KeepListForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public string? Name { get; set; }

    /// <summary>True when every coordinator is to see it.</summary>
    public bool Share { get; set; }

    /// <summary>The filter as it stands in the list's address.</summary>
    public string Filter { get; set; } = "";
}

/// <summary>The shape of <see cref="KeepListForm"/>.</summary>
public sealed class KeepListRules : AbstractValidator<KeepListForm>
{
    public KeepListRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Name)
            .Must(n => !string.IsNullOrWhiteSpace(n))
            .WithMessage(_ => texts["Give the list a name, for example “Lydney, never asked”."])
            .MaximumLength(SavedList.NameLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", SavedList.NameLength]);
    }
}
