using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CoProduce.Web.Data;
using Shouldly;

namespace CoProduce.Tests.Architecture;

/// <summary>A capability uses another only through the types that the other's README lists under "Others may use".</summary>
public sealed partial class CapabilitiesKeepToWhatTheyOffer
{
    private const string Features = "CoProduce.Web.Features.";

    private static readonly string Folder = Path.GetFullPath(Path.Combine(Here(), "../../../src/CoProduce.Web/Features"));

    private static readonly ILookup<string, Type> Types = typeof(TenantDb)
        .Assembly.GetTypes()
        .Where(t => CapabilityOf(t) is not null)
        .ToLookup(t => CapabilityOf(t)!);

    private static readonly (Type By, Type Of)[] Uses =
    [
        .. from capability in Types
        from type in capability
        from used in TypesUsed.By(type)
        where CapabilityOf(used) is { } other && other != capability.Key
        select (TypesUsed.Outer(type), used),
    ];

    private static readonly Dictionary<string, List<string>> Offered = Types.ToDictionary(c => c.Key, c => ListedIn(c.Key));

    [Fact]
    public void There_is_something_to_check()
    {
        Types.Count.ShouldBeGreaterThanOrEqualTo(9);
        Uses.Length.ShouldBeGreaterThan(300);
        Uses.ShouldContain(u => u.By.Name == "LogExchange" && u.Of.Name == "CurrentPerson"); // by its constructor
        Uses.ShouldContain(u => u.By.Name == "LogForMembers" && u.Of.Name == "PostingResult"); // inside a method
        Uses.ShouldContain(u => u.By.Name == "HomeOfMember" && u.Of.Name == "NewestRequests"); // in markup
        Offered.Values.Sum(o => o.Count).ShouldBeGreaterThan(20);
    }

    [Fact]
    public void Every_capability_says_what_it_is_and_what_others_may_use() =>
        Types.Select(c => c.Key).Where(c => !File.Exists(ReadmeOf(c))).ShouldBeEmpty();

    [Fact]
    public void Nobody_uses_what_is_not_offered() =>
        Uses.Where(u => !Offered[CapabilityOf(u.Of)!].Contains(NameOf(u.Of)))
            .Select(u => $"{CapabilityOf(u.By)}/{NameOf(u.By)} uses {CapabilityOf(u.Of)}/{NameOf(u.Of)}")
            .Distinct()
            .Order()
            .ShouldBeEmpty();

    [Fact]
    public void Nothing_is_offered_that_is_not_there_or_that_nobody_uses() =>
        Offered
            .SelectMany(c => c.Value.Select(name => (Capability: c.Key, Name: name)))
            .Where(o => !Uses.Any(u => CapabilityOf(u.Of) == o.Capability && NameOf(u.Of) == o.Name))
            .ShouldBeEmpty();

    private static string? CapabilityOf(Type type) =>
        type.Namespace?.StartsWith(Features, StringComparison.Ordinal) == true ? type.Namespace[Features.Length..].Split('.')[0] : null;

    private static string NameOf(Type type) => type.Name.Split('`')[0];

    private static string ReadmeOf(string capability) => Path.Combine(Folder, capability, "README.md");

    private static List<string> ListedIn(string capability)
    {
        if (!File.Exists(ReadmeOf(capability)))
            return [];
        var list = File.ReadAllText(ReadmeOf(capability)).Split("## Others may use");
        return list.Length == 2 ? [.. Listed().Matches(list[1]).Select(m => m.Groups[1].Value)] : [];
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    [GeneratedRegex(@"^- `(\w+)`: \w", RegexOptions.Multiline)]
    private static partial Regex Listed();
}
