using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Data;

/// <summary>Finds the words of what help was that hold a fragment.</summary>
internal static class ExchangeWordRows
{
    /// <summary>So many of the words that hold the folded fragment, in their order.</summary>
    /// <remarks>Walks from word to word by the index, never over the rows of a word: a bank has a few thousand words, however many exchanges.</remarks>
    public static Task<List<string>> WordsHoldingAsync(this TenantDb db, string fragment, int most, CancellationToken ct)
    {
        var pattern = Folded.Anywhere(fragment);
        return db
            .Database.SqlQuery<string>(
                $"""
                with recursive walk (word) as (
                  (select w.word from exchange_words w where w.organisation_id = {db.OrganisationId.Value} order by w.word limit 1)
                  union all
                  select (
                    select n.word from exchange_words n
                    where n.organisation_id = {db.OrganisationId.Value} and n.word > walk.word order by n.word limit 1
                  )
                  from walk where walk.word is not null
                )
                select word as "Value" from walk where word like {pattern} limit {most}
                """
            )
            .ToListAsync(ct);
    }
}
