using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Members;

/// <summary>Members in the words of those who look after them.</summary>
public static class MemberWords
{
    /// <summary>Whether the member takes part, in a word or two.</summary>
    public static string Status(IStringLocalizer texts, MemberStatus status) =>
        status switch
        {
            MemberStatus.Active => texts["Takes part"],
            MemberStatus.Suspended => texts["Suspended"],
            MemberStatus.Left => texts["Has left"],
        };

    /// <summary>How the member likes to be reached.</summary>
    public static string Way(IStringLocalizer texts, ContactWay way) =>
        way switch
        {
            ContactWay.Phone => texts["By telephone"],
            ContactWay.Email => texts["By e-mail"],
            ContactWay.Post => texts["By letter"],
            ContactWay.InPerson => texts["In person, or through a coordinator"],
            ContactWay.Text => texts["By text to their telephone"],
            ContactWay.Nothing => texts["Not at all: they look here themselves"],
        };

    /// <summary>All the ways to choose from.</summary>
    public static IReadOnlyList<(ContactWay Way, string Words)> Ways(IStringLocalizer texts) =>
        [.. Enum.GetValues<ContactWay>().Select(way => (way, Way(texts, way)))];
}
