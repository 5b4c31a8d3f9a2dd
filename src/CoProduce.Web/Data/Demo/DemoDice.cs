namespace CoProduce.Web.Data.Demo;

/// <summary>Chance by a fixed seed: the same seed gives the same throws in the same order.</summary>
public sealed class DemoDice(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>True so many times in one.</summary>
    public bool Chance(double probability) => random.NextDouble() < probability;

    /// <summary>A whole number from the lowest to the highest, both included.</summary>
    public int Between(int lowest, int highest) => random.Next(lowest, highest + 1);

    /// <summary>One of the items.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>One of the items, each as likely as its weight; the default when every weight is zero.</summary>
    public T? Pick<T>(IReadOnlyList<T> items, Func<T, double> weight)
    {
        var weights = items.Select(weight).ToArray();
        var left = random.NextDouble() * weights.Sum();
        for (var i = 0; i < weights.Length; i++)
        {
            left -= weights[i];
            if (left < 0)
                return items[i];
        }
        return default;
    }

    /// <summary>Different items, as many as asked for or as there are.</summary>
    public IReadOnlyList<T> PickSeveral<T>(IReadOnlyList<T> items, int count, Func<T, double> weight)
    {
        var left = items.ToList();
        var picked = new List<T>();
        while (picked.Count < count && left.Sum(weight) > 0)
        {
            var item = Pick(left, weight)!;
            left.Remove(item);
            picked.Add(item);
        }
        return picked;
    }

    /// <summary>A positive number round 1, most of them near it and a few many times as large.</summary>
    public double Uneven(double spread) =>
        Math.Exp(spread * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));

    /// <summary>How often something happened that happens so many times on average.</summary>
    public int Count(double average)
    {
        var count = 0;
        for (var product = random.NextDouble(); product > Math.Exp(-average); product *= random.NextDouble())
            count++;
        return count;
    }

    /// <summary>Minutes in quarters of an hour, more often short than long.</summary>
    public int Quarters(int from, int to) => 15 * (from / 15 + (int)(Math.Pow(random.NextDouble(), 1.4) * ((to - from) / 15 + 1)));
}
