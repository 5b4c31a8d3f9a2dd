using System.Text.Json.Serialization;
using CoProduce.Ledger;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>What a coordinator says when settling an exchange.</summary>
public sealed class SettleForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>The exchange; the series where all of one is settled.</summary>
    public Guid Exchange { get; set; }

    /// <summary>By which door the word came.</summary>
    public Door Door { get; set; } = Door.Phone;

    /// <summary>Who pays when it is confirmed, once that was refused because the receiver cannot.</summary>
    public WayOutChoice Paid
    {
        get => field ??= new();
        set;
    }

    /// <summary>Why, which both people read; empty when it is confirmed without more words.</summary>
    public string? Reason { get; set; }

    /// <summary>True when it is confirmed or kept, which needs no reason.</summary>
    [JsonIgnore]
    public bool Confirms { get; set; }
}

/// <summary>The shape of <see cref="SettleForm"/>.</summary>
public sealed class SettleRules : AbstractValidator<SettleForm>
{
    public SettleRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Reason)
            .Must((form, reason) => form.Confirms || !string.IsNullOrWhiteSpace(reason))
            .WithMessage(_ => texts["Say why. Both people will read it."])
            .MaximumLength(Exchanges.Exchange.ReasonLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Exchanges.Exchange.ReasonLength]);
    }
}
