namespace CoProduce.Web.Features.Members;

/// <summary>How far two spellings are apart.</summary>
internal static class SpellingDistance
{
    /// <summary>How many letters have to be changed, put in, taken out or swapped with the next to make one the other.</summary>
    public static int Of(string one, string other)
    {
        var far = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        for (var j = 0; j <= other.Length; j++)
        {
            if (i == 0 || j == 0)
            {
                far[i, j] = i + j;
                continue;
            }
            var same = one[i - 1] == other[j - 1] ? 0 : 1;
            far[i, j] = Math.Min(Math.Min(far[i - 1, j], far[i, j - 1]) + 1, far[i - 1, j - 1] + same);
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                far[i, j] = Math.Min(far[i, j], far[i - 2, j - 2] + 1);
        }
        return far[one.Length, other.Length];
    }
}
