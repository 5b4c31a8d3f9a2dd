using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CoProduce.Web.Data;
using Shouldly;

namespace CoProduce.Tests.Architecture;

/// <summary>What reviewers would otherwise have to watch for.</summary>
public sealed partial class TheHouseRules
{
    private static readonly string Web = Path.GetFullPath(Path.Combine(Here(), "../../../src/CoProduce.Web"));

    private static readonly string[] SqlIsWrittenIn =
    [
        "Data/",
        "Tenancy/",
        "Features/Ledger/Keep",
        "Features/Ledger/Post",
        "Features/Ledger/Invariants.",
        "Features/Messages/Outbox",
        "Hosting/DatabaseStart.cs",
        "Hosting/HostingFeature.cs",
    ];

    [Fact]
    public void There_is_something_to_check() => Sources().Count.ShouldBeGreaterThan(100);

    [Fact]
    public void Nothing_looks_past_the_organisation_filter() => Lines(IgnoresFilters()).ShouldBeEmpty();

    [Fact]
    public void Sql_is_written_in_few_places() =>
        Lines(WritesSql()).Where(l => !SqlIsWrittenIn.Any(p => l.StartsWith(p, StringComparison.Ordinal))).ShouldBeEmpty();

    [Fact]
    public void Only_the_unit_of_work_makes_a_tenants_context() =>
        Lines(MakesContext())
            .Where(l => !l.StartsWith("Tenancy/", StringComparison.Ordinal) && !l.StartsWith("Data/", StringComparison.Ordinal))
            .Where(l => !MakesTheTenantItself(l))
            .ShouldBeEmpty();

    [Fact]
    public void Every_caught_exception_is_chosen() =>
        Lines(CatchesEverything()).Where(l => !l.StartsWith("Hosting/", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void No_script_or_style_stands_in_markup() => Lines(InlineScriptOrStyle(), "*.razor").ShouldBeEmpty();

    [Fact]
    public void Time_comes_from_the_clock_that_tests_can_move() => Lines(ReadsTheClock()).ShouldBeEmpty();

    [Fact]
    public void Types_are_named_for_what_they_do()
    {
        var vague = typeof(TenantDb)
            .Assembly.GetTypes()
            .Where(t =>
                t.Namespace?.StartsWith("CoProduce", StringComparison.Ordinal) == true && !t.Name.Contains('<', StringComparison.Ordinal)
            )
            .Where(t => VagueName().IsMatch(t.Name));
        vague.ShouldBeEmpty();
    }

    [Fact]
    public void An_interface_of_ours_has_more_than_one_kind_behind_it()
    {
        var types = typeof(TenantDb).Assembly.GetTypes();
        types
            .Where(t => t.IsInterface && t.Namespace?.StartsWith("CoProduce", StringComparison.Ordinal) == true)
            .Where(i => types.Count(t => t is { IsClass: true, IsAbstract: false } && i.IsAssignableFrom(t)) < 2)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Files_stay_short_enough_to_read_at_once()
    {
        var long_ = Sources("*.cs")
            .Concat(Sources("*.razor"))
            .Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal) && File.ReadLines(f).Count() > 250)
            .Select(f => Path.GetRelativePath(Web, f));
        long_.ShouldBeEmpty();
    }

    private static IEnumerable<string> Lines(Regex pattern, string kind = "*.*") =>
        from file in Sources(kind)
        from line in File.ReadLines(file).Select((text, i) => (Text: text, Number: i + 1))
        where pattern.IsMatch(line.Text)
        select $"{Path.GetRelativePath(Web, file).Replace('\\', '/')}:{line.Number}: {line.Text.Trim()}";

    private static List<string> Sources(string kind = "*.*") =>
        [
            .. Directory
                .EnumerateFiles(Web, kind, SearchOption.AllDirectories)
                .Where(f => Path.GetExtension(f) is ".cs" or ".razor")
                .Where(f =>
                    !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                    && !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                ),
        ];

    private static bool MakesTheTenantItself(string line) =>
        line.StartsWith("Features/Organisations/CreateOrganisation.cs", StringComparison.Ordinal);

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    [GeneratedRegex(@"IgnoreQueryFilters")]
    private static partial Regex IgnoresFilters();

    [GeneratedRegex(
        @"\b(FromSql|ExecuteSql|SqlQuery|CreateCommand|NpgsqlCommand|NpgsqlBatch|BeginBinaryImport|LedgerCommand\.Of)\w*\b\s*[(<]"
    )]
    private static partial Regex WritesSql();

    [GeneratedRegex(@"new TenantDb\(")]
    private static partial Regex MakesContext();

    [GeneratedRegex(@"\bcatch\s*$|\bcatch\s*\{|\bcatch \(Exception( \w+)?\)\s*$")]
    private static partial Regex CatchesEverything();

    [GeneratedRegex("""<script(?![^>]*\bsrc=)|<style|\sstyle="|\son(click|load|change|submit|input)="(?!@)""")]
    private static partial Regex InlineScriptOrStyle();

    [GeneratedRegex(@"DateTime(Offset)?\.(Utc)?(Now|Today)\b")]
    private static partial Regex ReadsTheClock();

    [GeneratedRegex("(Service|Manager|Helper|Utils|Utilities|Common|Repository|Mapper|Base)$")]
    private static partial Regex VagueName();
}
