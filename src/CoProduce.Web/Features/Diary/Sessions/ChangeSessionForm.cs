using System.Text.Json.Serialization;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Diary;

/// <summary>What a planned session is to be instead.</summary>
public sealed class ChangeSessionForm : SessionForm
{
    private const string Later = "later";

    public Guid Session { get; set; }

    /// <summary>Which of those that come again: empty for this one, "later" for this and those after it.</summary>
    public string? Which { get; set; }

    /// <summary>What to keep to with another leader, and whether it was read.</summary>
    public CareReading Care
    {
        get => field ??= new();
        set;
    }

    [JsonIgnore]
    public bool AndAllAfter => Which == Later;

    /// <summary>The form with what the session is now.</summary>
    public static ChangeSessionForm Of(SessionLine line)
    {
        var session = line.Session;
        return new()
        {
            Session = session.Id.Value,
            Title = session.Title,
            Day = DateBoxes.From(session.Day),
            Start = VisitWords.Clock(session.Start),
            HowLong = new() { Typed = VisitWords.Length(session.Minutes) },
            Place = session.Place,
            Leader = session.LeaderId?.Value,
            LeaderTyped = line.LeaderNumber is { } first ? $"{first} {line.Leader}" : null,
            Second = session.SecondLeaderId?.Value,
            SecondTyped = line.SecondNumber is { } second ? $"{second} {line.Second}" : null,
            Language = session.Language,
            Places = $"{session.Places}",
        };
    }

    /// <summary>Which ones may be meant.</summary>
    internal static IReadOnlyList<Choice> Choices(IStringLocalizer t) =>
        [new("", t["Only this one"]), new(Later, t["This one and those after it"])];
}

/// <summary>The shape of <see cref="ChangeSessionForm"/>.</summary>
public sealed class ChangeSessionRules(IStringLocalizer texts) : SessionRules<ChangeSessionForm>(texts);
