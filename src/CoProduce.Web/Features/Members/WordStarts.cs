using System.Linq.Expressions;

namespace CoProduce.Web.Features.Members;

/// <summary>
/// Finds texts by how they begin, as a range: row-level security lets an index serve no pattern. The column is folded and collated by bytes ("C"), so it is
/// the database's comparison that counts and not that of this program.
/// </summary>
internal static class WordStarts
{
    // Comes after every text that begins as another does.
    private const string Last = "\U0010FFFF";

    /// <summary>The rows whose text in that column begins with a folded word.</summary>
    public static IQueryable<T> WhereBegins<T>(this IQueryable<T> rows, Expression<Func<T, string>> column, string word)
    {
        var range = new Range(word, word + Last);
        Expression<Func<string, bool>> within = text => text.CompareTo(range.Start) >= 0 && text.CompareTo(range.End) < 0;
        var body = new Replace(within.Parameters[0], column.Body).Visit(within.Body)!;
        return rows.Where(Expression.Lambda<Func<T, bool>>(body, column.Parameters));
    }

    private sealed record Range(string Start, string End);

    private sealed class Replace(Expression what, Expression with) : ExpressionVisitor
    {
        public override Expression? Visit(Expression? node) => node == what ? with : base.Visit(node);
    }
}
