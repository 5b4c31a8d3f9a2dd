using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Offers;

/// <summary>Being asked, in words.</summary>
public static class ProposalWords
{
    /// <summary>How somebody was asked, after a day.</summary>
    public static string Way(IStringLocalizer texts, ProposalWay way) =>
        way switch
        {
            ProposalWay.Phone => texts["by phone"],
            ProposalWay.Mail => texts["by mail"],
            ProposalWay.Screen => texts["on screen"],
            ProposalWay.Text => texts["by text"],
            ProposalWay.InPerson => texts["in person"],
        };

    /// <summary>What they said, after how they were asked.</summary>
    public static string Answer(IStringLocalizer texts, ProposalAnswer answer) =>
        answer switch
        {
            ProposalAnswer.Waiting => texts["no answer yet"],
            ProposalAnswer.Yes => texts["said yes"],
            ProposalAnswer.No => texts["said no"],
            ProposalAnswer.WillThink => texts["is thinking about it"],
            ProposalAnswer.NoReply => texts["was not reached"],
            ProposalAnswer.NotNeeded => texts["somebody else was found"],
        };

    /// <summary>"Asked on Tuesday 24 November, by phone: said no."</summary>
    /// <param name="day">The day in words.</param>
    public static string Told(IStringLocalizer texts, Proposal proposal, string day) =>
        texts["Asked {0}, {1}: {2}.", day, Way(texts, proposal.Way), Answer(texts, proposal.Answer)];

    /// <summary>The same with who asked.</summary>
    /// <param name="by">Null when that is not known.</param>
    public static string Told(IStringLocalizer texts, Proposal proposal, string day, string? by) =>
        by is null
            ? Told(texts, proposal, day)
            : texts["Asked {0}, {1}, by {2}: {3}.", day, Way(texts, proposal.Way), Isolated.Name(by), Answer(texts, proposal.Answer)];

    /// <summary>The ways to choose from.</summary>
    /// <param name="numbers">False for somebody who sees no telephone numbers.</param>
    public static IReadOnlyList<(ProposalWay, string)> Ways(IStringLocalizer texts, bool numbers = true) =>
        [
            (ProposalWay.Mail, texts["By mail, with a link to answer"]),
            (ProposalWay.Screen, texts["On their first page here"]),
            .. numbers
                ? new (ProposalWay, string)[]
                {
                    (ProposalWay.Phone, texts["I ring them, or did"]),
                    (ProposalWay.Text, texts["I text them, or did"]),
                }
                : [],
            (ProposalWay.InPerson, texts["In person"]),
        ];

    /// <summary>What may be told, as ticks.</summary>
    public static Choice[] Shares(IStringLocalizer texts) =>
        [new(nameof(Sharing.Phone), texts["Telephone number"]), new(nameof(Sharing.Email), texts["E-mail address"])];

    /// <summary>What both agreed to have told; empty for nothing.</summary>
    public static string Agreed(IStringLocalizer texts, Sharing shares) =>
        string.Join(", ", Shares(texts).Where(c => shares.HasFlag(Enum.Parse<Sharing>(c.Value))).Select(c => c.Text));
}
