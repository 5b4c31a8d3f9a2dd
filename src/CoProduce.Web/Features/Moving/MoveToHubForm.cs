using System.Text.Json.Serialization;
using CoProduce.Ledger;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Moving;

/// <summary>What a coordinator says when a member moves to another hub, or is released to one.</summary>
public sealed class MoveToHubForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Member { get; set; }

    public Guid? Hub { get; set; }

    /// <summary>The same as a list posts it: an empty choice is none.</summary>
    public string? HubChosen
    {
        get => Hub?.ToString();
        set => Hub = Guid.TryParse(value, out var id) ? id : null;
    }

    /// <summary>From which day on; today when nothing was typed.</summary>
    public DateBoxes On
    {
        get => field ??= new();
        set;
    }

    /// <summary>Why, for those who read the record later.</summary>
    public string? Reason { get; set; }

    /// <summary>By which door the word came.</summary>
    public Door Door { get; set; } = Door.Phone;

    /// <summary>How they can be reached from now on; asked at a release only, and empty for none.</summary>
    public string? Phone { get; set; }

    /// <summary>The same by mail.</summary>
    public string? Email { get; set; }

    /// <summary>The same by post.</summary>
    public string? Address { get; set; }

    /// <summary>Whether any way to reach them was written down.</summary>
    [JsonIgnore]
    public bool SaysHowToReach =>
        !string.IsNullOrWhiteSpace(Phone) || !string.IsNullOrWhiteSpace(Email) || !string.IsNullOrWhiteSpace(Address);

    /// <summary>True when it was read back and is to be done.</summary>
    [JsonIgnore]
    public bool Checked { get; set; }

    /// <summary>Not null when it is to be changed after it was read back.</summary>
    [JsonIgnore]
    public string? Change { get; set; }
}

/// <summary>The shape of <see cref="MoveToHubForm"/>.</summary>
public sealed class MoveToHubRules : AbstractValidator<MoveToHubForm>
{
    public MoveToHubRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Hub).NotEmpty().WithMessage(_ => texts["Choose a time bank."]);
        RuleFor(f => f.On)
            .Must(on => on.IsEmpty || on.ToDate() is not null)
            .WithMessage(_ => texts["Write the date as day, month and year, for example 24 11 2026."]);
        RuleFor(f => f.Reason)
            .Must(r => !string.IsNullOrWhiteSpace(r))
            .WithMessage(_ => texts["Say why, in a few words. It is kept with the record."])
            .MaximumLength(AuditLine.ReasonLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", AuditLine.ReasonLength]);
        RuleFor(f => f.Email)
            .MaximumLength(MemberContact.EmailLength)
            .EmailAddress()
            .When(f => !string.IsNullOrWhiteSpace(f.Email))
            .WithMessage(_ => texts["Write the e-mail address as name@place, or leave it empty."]);
        RuleFor(f => f.Phone)
            .MaximumLength(MemberContact.PhoneLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", MemberContact.PhoneLength]);
        RuleFor(f => f.Address)
            .MaximumLength(MemberContact.TextLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", MemberContact.TextLength]);
    }
}
