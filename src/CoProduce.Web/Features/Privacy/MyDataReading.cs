using System.Globalization;
using System.Text.Json.Nodes;
using CoProduce.Web.Features.Skills;
using CoProduce.Web.Features.WhomWeReach;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Privacy;

/// <summary>Turns a row of a member's data into words: choices, days, hours and the names of whom and what it refers to.</summary>
/// <param name="names">What ids in the rows stand for; "somebody" is an empty name.</param>
internal sealed class MyDataReading(
    IStringLocalizer texts,
    MyDataShape shape,
    OrganisationProfile organisation,
    IReadOnlyDictionary<Guid, MyDataName> names,
    DateOnly today
)
{
    private static readonly HashSet<string> Minutes = ["floor", "held", "minutes", "minutes_taken", "own_floor_minutes"];
    private static readonly HashSet<string> SignedMinutes = ["amount", "balance", "running_balance"];

    /// <summary>A row for the file: without what only the program needs, with words for choices, and with names beside ids.</summary>
    public JsonObject ForFile(string table, JsonObject row)
    {
        var file = new JsonObject();
        foreach (var (column, value) in row)
        {
            if (MyDataShape.OfTheProgram.Contains(column))
                continue;
            var type = shape.TypeOf(table, column);
            var inWords = value is not null && (IsChoice(type) || column is "times" or "choice");
            file[column] = inWords ? Value(table, column, row) : value?.DeepClone();
            if (Named(value) is { } name)
                file.TryAdd((column.EndsWith("_id", StringComparison.Ordinal) ? column[..^3] : column) + "_name", name);
        }
        return file;
    }

    /// <summary>A row for the page: each thing that is said in it, in the order in which the program keeps them.</summary>
    /// <param name="self">The member, who is not named to themself in every row.</param>
    public IReadOnlyList<MyDataFact> ForPage(string table, JsonObject row, Guid self) =>
        [
            .. from column in row.Select(c => c.Key)
            where MyDataShape.IsRead(table, column) && !(column is "member_id" && row[column]?.ToString() == $"{self}")
            let label = MyDataColumns.Label(texts, column)
            let value = label is null ? null : Value(table, column, row)
            where !string.IsNullOrWhiteSpace(value)
            orderby shape.PlaceOf(table, column)
            select new MyDataFact(label, value),
        ];

    /// <summary>By what the newest row comes first.</summary>
    public string Order(string table, JsonObject row) => shape.MomentOf(table) is { } moment ? row[moment]?.ToString() ?? "" : "";

    // Null for what says nothing: an empty text, a no, an id of something that is not named.
    private string? Value(string table, string column, JsonObject row)
    {
        if (row[column] is not { } value)
            return null;
        if (column == "deed")
            return MyDataAnswers.Deed(texts, value.ToString());
        if (column == "times")
            return GivingWords.Times(texts, value.GetValue<int>());
        if (column == "choice")
            return ReachWords.Choice(texts, (ReachQuestion)row["question"]!.GetValue<int>(), value.GetValue<int>());
        if (value is JsonArray several)
            return string.Join(", ", several.Select(v => SpokenLanguages.Find($"{v}")?.Name.Here ?? $"{v}"));
        if (column is "writes_in" or "language" || (table, column) is ("member_languages", "code"))
            return SpokenLanguages.Find(value.ToString())?.Name.Here ?? value.ToString();
        if (Minutes.Contains(column))
            return texts.Duration(value.GetValue<long>());
        if (SignedMinutes.Contains(column))
            return column == "amount" ? texts.DurationSigned(value.GetValue<long>()) : texts.DurationShort(value.GetValue<long>());
        var type = shape.TypeOf(table, column);
        if (IsChoice(type))
            return MyDataAnswers.Of(texts, type!, value.GetValue<long>());
        if (type == typeof(bool))
            return value.GetValue<bool>() ? texts["Yes"].Value : null;
        if (type == typeof(DateTimeOffset))
            return Moment(value) is { } moment
                ? texts.Moment(TimeZoneInfo.ConvertTime(moment, organisation.TimeZone).DateTime, today).ToString()
                : null;
        if (type == typeof(DateOnly))
            return DateOnly.TryParse(value.ToString(), CultureInfo.InvariantCulture, out var day) ? texts.ShortDay(day) : null;
        if (type == typeof(TimeOnly))
            return TimeOnly.Parse(value.ToString(), CultureInfo.InvariantCulture).ToString("HH:mm", CultureInfo.InvariantCulture);
        return Guid.TryParse(value.ToString(), out _) ? Named(value) : value.ToString();
    }

    private string? Named(JsonNode? value) =>
        value is JsonValue && Guid.TryParse(value.ToString(), out var id) && names.TryGetValue(id, out var name)
            ? name.Here is { Length: > 0 } here
                ? here
                : texts["somebody"].Value
            : null;

    // The database knows a moment before all others, which is none for a person.
    private static DateTimeOffset? Moment(JsonNode value) =>
        DateTimeOffset.TryParse(value.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : null;

    private static bool IsChoice(Type? type) => type is { IsEnum: true };
}

/// <summary>One thing that a row of somebody's data says.</summary>
public sealed record MyDataFact(string Label, string Value);

/// <summary>What an id stands for, in both languages; empty for somebody who is not named.</summary>
public sealed record MyDataName(string English, string Welsh)
{
    /// <summary>For whoever reads now.</summary>
    public string Here => new TwoNames(English, Welsh).Here;
}
