using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Messages;

/// <summary>What is written to many.</summary>
public sealed class AnnouncementForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>The draft that is changed; null for a new one.</summary>
    public Guid? Announcement { get; set; }

    /// <summary>The id of a kept list; empty for everybody who takes part.</summary>
    public string? List { get; set; }

    public bool IsNews { get; set; } = true;

    public string? Subject { get; set; }

    public string? Body { get; set; }

    /// <summary>The heading in the organisation's second language; empty, with the other, for one language only.</summary>
    public string? OtherSubject { get; set; }

    public string? OtherBody { get; set; }

    /// <summary>True when something is typed in the second language.</summary>
    public bool HasOther => !string.IsNullOrWhiteSpace(OtherSubject) || !string.IsNullOrWhiteSpace(OtherBody);
}

/// <summary>The shape of <see cref="AnnouncementForm"/>.</summary>
public sealed class AnnouncementRules : AbstractValidator<AnnouncementForm>
{
    public AnnouncementRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.List).Must(l => string.IsNullOrEmpty(l) || Guid.TryParse(l, out _)).WithMessage(_ => texts["Choose a list."]);
        RuleFor(f => f.Subject)
            .NotEmpty()
            .WithMessage(_ => texts["Write a heading."])
            .MaximumLength(Announcement.SubjectLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Announcement.SubjectLength]);
        RuleFor(f => f.Body)
            .NotEmpty()
            .WithMessage(_ => texts["Write what you want to say."])
            .MaximumLength(Announcement.BodyLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Announcement.BodyLength]);
        When(
            f => f.HasOther,
            () =>
            {
                RuleFor(f => f.OtherSubject)
                    .NotEmpty()
                    .WithMessage(_ => texts["Write the heading in this language too, or leave both boxes empty."])
                    .MaximumLength(Announcement.SubjectLength)
                    .WithMessage(_ => texts["Please use at most {0} characters.", Announcement.SubjectLength]);
                RuleFor(f => f.OtherBody)
                    .NotEmpty()
                    .WithMessage(_ => texts["Write what you want to say in this language too, or leave both boxes empty."])
                    .MaximumLength(Announcement.BodyLength)
                    .WithMessage(_ => texts["Please use at most {0} characters.", Announcement.BodyLength]);
            }
        );
    }
}

/// <summary>A step of an announcement.</summary>
public sealed class AnnouncementStep
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Announcement { get; set; }

    /// <summary>The number of readers that was looked at before it was confirmed.</summary>
    public int Seen { get; set; }
}
