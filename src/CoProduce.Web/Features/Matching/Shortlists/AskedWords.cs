using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Matching;

/// <summary>What came of asking somebody, in words.</summary>
internal static class AskedWords
{
    /// <summary>"Asked yesterday, by phone, by Cora: said no."</summary>
    public static string Asked(IStringLocalizer texts, AskedLine line, OrganisationProfile profile, DateOnly today) =>
        ProposalWords.Told(texts, line.Proposal, texts.Day(profile.DateOf(line.Proposal.MadeAt), today), line.By);

    /// <summary>What happened since, each a sentence: when they answered and who wrote it down, and how a visit with them stands.</summary>
    public static IEnumerable<string> Since(IStringLocalizer texts, AskedLine line, OrganisationProfile profile, DateOnly today)
    {
        if (line.Proposal is { AnsweredAt: { } at, Answer: not ProposalAnswer.NotNeeded })
            yield return line.NotedBy is { } by
                ? texts["Written down {0} by {1}.", texts.Day(profile.DateOf(at), today), Isolated.Name(by)]
                : texts["Answered {0}.", texts.Day(profile.DateOf(at), today)];
        if (line.Visit is { } visit)
            yield return texts["A visit {0}: {1}.", VisitWords.When(texts, visit, today), VisitWords.Status(texts, visit.Status)];
    }
}
