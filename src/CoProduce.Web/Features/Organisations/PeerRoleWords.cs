using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Organisations;

/// <summary>Of which time banks somebody is a peer broker, or was, for the manager who gave it.</summary>
internal static class PeerRoleWords
{
    /// <summary>What is over, what counts, and that nothing does, each a sentence.</summary>
    public static IEnumerable<string> Of(IStringLocalizer texts, PeopleQuery.Person person) =>
        [
            .. Ended(texts, person),
            person.PeerOf.Count == 0
                ? texts["A peer broker of no time bank now: give them one, or take the role back."]
                : texts[
                    "A peer broker of {0}",
                    string.Join(
                        ", ",
                        person.PeerOf.Select(p =>
                            p.Until is { } until ? texts["{0} until {1}", p.Name, texts.ShortDay(until)].Value : p.Name
                        )
                    )
                ],
        ];

    /// <summary>"Peer broker of Upper until 3 May 2026, ended.": for each whose last day has passed.</summary>
    public static IEnumerable<string> Ended(IStringLocalizer texts, PeopleQuery.Person person) =>
        person.WasPeerOf.Select(p => texts["Peer broker of {0} until {1}, ended.", p.Name, texts.ShortDay(p.Until!.Value)].Value);
}
