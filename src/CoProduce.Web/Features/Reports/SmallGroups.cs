namespace CoProduce.Web.Features.Reports;

/// <summary>Decides which figures are shown, so that none is about fewer than five people and none such can be worked out (docs/decisions/0009).</summary>
public static class SmallGroups
{
    /// <summary>The least number of people that a figure is about.</summary>
    public const int Least = 5;

    /// <summary>True for one to four: nobody at all gives nobody away.</summary>
    public static bool IsSmall(int people) => people is > 0 and < Least;

    /// <summary>Which cells of one line are hidden, when the sum of the line is shown.</summary>
    public static bool[] Hide(IReadOnlyList<People> line)
    {
        var table = new People[1, line.Count];
        for (var i = 0; i < line.Count; i++)
            table[0, i] = line[i];
        var hidden = new bool[1, line.Count];
        Hide(table, hidden);
        return [.. Enumerable.Range(0, line.Count).Select(i => hidden[0, i])];
    }

    /// <summary>
    /// Adds to the hidden cells of a table, whose row and column sums are shown, until nothing hidden can be had by subtraction: in each row and
    /// column the cells that are hidden are two at least, and have five people together. The smallest cell is the one to go.
    /// </summary>
    /// <param name="hidden">On entry what is hidden for another reason; on return everything that is.</param>
    public static void Hide(People[,] people, bool[,] hidden)
    {
        var (rows, columns) = (people.GetLength(0), people.GetLength(1));
        foreach (var (row, column) in Cells(rows, columns))
            hidden[row, column] |= IsSmall(people[row, column].Count);
        var lines = Enumerable
            .Range(0, rows)
            .Select(r => Enumerable.Range(0, columns).Select(c => (r, c)).ToArray())
            .Concat(Enumerable.Range(0, columns).Select(c => Enumerable.Range(0, rows).Select(r => (r, c)).ToArray()))
            .Select(line => line.Where(cell => people[cell.r, cell.c].Count > 0).ToArray())
            .ToArray();
        bool changed;
        do
        {
            changed = false;
            foreach (
                var line in lines.Where(line =>
                    CanBeWorkedOut(line.Where(cell => hidden[cell.r, cell.c]).Select(cell => people[cell.r, cell.c]))
                )
            )
            {
                foreach (var (r, c) in line.Where(cell => !hidden[cell.r, cell.c]).OrderBy(cell => people[cell.r, cell.c].Count).Take(1))
                    changed = hidden[r, c] = true;
            }
        } while (changed);
    }

    private static bool CanBeWorkedOut(IEnumerable<People> hidden)
    {
        var cells = hidden.ToArray();
        return cells.Length == 1 || cells.Length > 1 && People.Union(cells).Count < Least;
    }

    private static IEnumerable<(int Row, int Column)> Cells(int rows, int columns) =>
        from row in Enumerable.Range(0, rows)
        from column in Enumerable.Range(0, columns)
        select (row, column);
}
