using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Members;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Exchanges.Series;

/// <summary>A form that asks for several days.</summary>
public interface ISeriesForm
{
    /// <summary>On which days.</summary>
    SeriesForm Series { get; }
}

/// <summary>What a member says of the same help on several days.</summary>
public sealed class LogSeriesForm : ISeriesForm
{
    /// <summary>Who, what and how long, as for a single day; its own day does not count.</summary>
    public LogExchangeForm One
    {
        get => field ??= new();
        set;
    }

    public SeriesForm Series
    {
        get => field ??= new();
        set;
    }

    /// <summary>A mark of what is read back.</summary>
    public string Mark() => Series.Mark(One.IGave, One.Who, One.HowLong.ToMinutes(), One.Description?.Trim(), One.Category);
}

/// <summary>The shape of <see cref="LogSeriesForm"/>.</summary>
public sealed class LogSeriesRules : AbstractValidator<LogSeriesForm>
{
    public LogSeriesRules(IStringLocalizer texts)
    {
        RuleFor(f => f.One).SetValidator(new LogExchangeRules(texts));
        RuleFor(f => f.Series).SetValidator(new SeriesRules(texts));
    }
}

/// <summary>What a coordinator types of the same help on several days.</summary>
public sealed class LogSeriesForMembersForm : ISeriesForm
{
    /// <summary>Who, what and how long, as for a single day; its own day does not count.</summary>
    public LogForMembersForm One
    {
        get => field ??= new();
        set;
    }

    public SeriesForm Series
    {
        get => field ??= new();
        set;
    }

    /// <summary>Who gave. Throws while nobody is chosen.</summary>
    internal MemberId Giver => new(One.Giver!.Value);

    /// <summary>Who received; null when it was for the organisation.</summary>
    internal MemberId? Receiver => One.ForTheOrganisation ? null : new MemberId(One.Receiver!.Value);

    /// <summary>Those who met, on the last day, for the rules of care. Throws while no day is chosen.</summary>
    internal Meeting Meeting() => Features.Care.Meeting.Of(Giver, Receiver, One.CategoryId, Series.Chosen.Max());

    /// <summary>A mark of what is read back.</summary>
    public string Mark() =>
        Series.Mark(
            One.Giver,
            One.ForTheOrganisation,
            One.Receiver,
            One.HowLong.ToMinutes(),
            One.Description?.Trim(),
            One.Category,
            One.Door
        );
}

/// <summary>The shape of <see cref="LogSeriesForMembersForm"/>.</summary>
public sealed class LogSeriesForMembersRules : AbstractValidator<LogSeriesForMembersForm>
{
    public LogSeriesForMembersRules(IStringLocalizer texts)
    {
        RuleFor(f => f.One).SetValidator(new LogForMembersRules(texts));
        RuleFor(f => f.Series).SetValidator(new SeriesRules(texts));
    }
}
