using CoProduce.Browser.Support;
using Shouldly;

namespace CoProduce.Browser;

/// <summary>The rules of WCAG 2.2 AA that a machine can check, on every page, in every theme, on a phone and on a desk.</summary>
public sealed class EveryPageIsAccessible(RunningProgram program)
{
    private const string Stranger = "stranger";

    /// <summary>Every kind of person, in the words of their sign-in.</summary>
    public static TheoryData<string> People() => new(Places.All.Select(p => p.As ?? Stranger).Distinct());

    // The frame around a page is the same on all of them and is looked at in every theme at both widths on a person's first.
    [Theory]
    [MemberData(nameof(People))]
    public async Task No_rule_is_broken_in_any_theme_on_a_phone_or_a_desk(string person) =>
        (
            await program.LookEverywhereAsync(
                (tab, place) => Axe.WrongAsync(tab, everyTheme: place == Places.All.First(p => p.As == place.As)),
                [person == Stranger ? null : person]
            )
        ).ShouldBeEmpty();
}
