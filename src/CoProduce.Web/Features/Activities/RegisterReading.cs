using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Activities;

/// <summary>What is wrong with a line of a register.</summary>
public enum LineFault
{
    Nobody,
    Several,
    NotTakingPart,
    Twice,
    NoLength,
    TooLong,
    NotInSteps,
}

/// <summary>Somebody on a register, with the minutes of theirs.</summary>
public sealed record OnRegister(RegisterSide Side, FoundMember Who, long Minutes);

/// <summary>A line that cannot be taken as it is.</summary>
/// <param name="Number">The line's number in its list, from 1.</param>
/// <param name="Found">Those who answer to it, when they are several.</param>
public sealed record FaultyLine(RegisterSide Side, int Number, string Text, LineFault Fault, IReadOnlyList<FoundMember> Found);

/// <summary>A register as it was understood.</summary>
public sealed record RegisterSheet(IReadOnlyList<OnRegister> People, IReadOnlyList<FaultyLine> Faults)
{
    /// <summary>Changes when anybody, any length or anything said of it changes, and not with who pays.</summary>
    public string Mark(RegisterForm form, DateOnly? day)
    {
        var said = new StringBuilder();
        said.Append(CultureInfo.InvariantCulture, $"{day:O}|{form.Difference}|{form.Description}|{form.Category}");
        foreach (var person in People)
            said.Append(CultureInfo.InvariantCulture, $"|{person.Side} {person.Who.Id.Value} {person.Minutes}");
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(said.ToString())));
    }
}

/// <summary>Finds the people of a typed register, line by line.</summary>
internal static class RegisterReading
{
    private const int MostFound = 5;

    /// <summary>Reads both lists. A line is a member's number or any parts of a name, and perhaps "=" and a length of its own.</summary>
    public static async Task<RegisterSheet> ReadRegisterAsync(
        this TenantDb db,
        RegisterForm form,
        OrganisationProfile organisation,
        CancellationToken ct
    )
    {
        var (people, faults) = (new List<OnRegister>(), new List<FaultyLine>());
        foreach (
            var line in Lines(RegisterSide.Gave, form.Gave).Concat(Lines(RegisterSide.TookPart, form.TookPart)).Take(Register.MostPeople)
        )
        {
            var minutes = line.Length is null ? form.HowLong.ToMinutes() : new DurationChoice { Typed = line.Length }.ToMinutes();
            var found = await FindAsync(db, line.Who, ct);
            LineFault? fault =
                found.Count == 0 ? LineFault.Nobody
                : found.Count > 1 ? LineFault.Several
                : found[0].Status != MemberStatus.Active ? LineFault.NotTakingPart
                : people.Exists(p => p.Who.Id == found[0].Id) ? LineFault.Twice
                : minutes is not > 0 ? LineFault.NoLength
                : minutes > organisation.Settings.MaximumMinutes ? LineFault.TooLong
                : minutes % organisation.Settings.StepMinutes != 0 ? LineFault.NotInSteps
                : null;
            if (fault is { } wrong)
                faults.Add(new(line.Side, line.Number, line.Who, wrong, found));
            else
                people.Add(new(line.Side, found[0], minutes!.Value));
        }
        return new(people, faults);
    }

    private static IEnumerable<(RegisterSide Side, int Number, string Who, string? Length)> Lines(RegisterSide side, string? list) =>
        (list ?? "")
            .Split('\n')
            .Select((line, i) => (Line: line.Trim(), Number: i + 1))
            .Where(l => l.Line.Length > 0)
            .Select(l =>
                l.Line.Split('=', 2) is [var who, var length]
                    ? (side, l.Number, who.Trim(), length.Trim())
                    : (side, l.Number, l.Line, (string?)null)
            );

    // Somebody's number means that person; a whole name means its bearer though it be a part of others'; those who take part come before those who do not.
    private static async Task<IReadOnlyList<FoundMember>> FindAsync(TenantDb db, string text, CancellationToken ct)
    {
        if (MemberSearch.Words(text) is not { Count: > 0 } words)
            return [];
        var matching = db.WithWords(words);
        if (int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            var exactly = await db.FoundAsync(matching.Where(m => m.Number == number), 1, ct);
            if (exactly.Count > 0)
                return exactly;
        }
        var whole = string.Join(' ', words) + " ";
        var found = await db.FoundAsync(
            matching
                .OrderByDescending(m => m.Status == MemberStatus.Active && m.SearchText.StartsWith(whole))
                .ThenBy(m => m.Status)
                .ThenBy(m => m.SearchText),
            MostFound,
            ct
        );
        var active = found.Where(m => m.Status == MemberStatus.Active).ToArray();
        var named = active.Where(m => MemberSearch.Words(m.Name).SequenceEqual(words)).ToArray();
        return named.Length == 1 ? named
            : active.Length > 0 ? active
            : found;
    }
}
