using System.Globalization;

namespace CoProduce.Ledger;

/// <summary>A whole number of minutes of time credit; arithmetic past the range of a long throws <see cref="OverflowException"/>.</summary>
public readonly record struct Minutes(long Value) : IComparable<Minutes>
{
    /// <summary>No time at all.</summary>
    public static readonly Minutes Zero;

    public int CompareTo(Minutes other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    public static Minutes operator +(Minutes left, Minutes right) => new(checked(left.Value + right.Value));

    public static Minutes operator -(Minutes left, Minutes right) => new(checked(left.Value - right.Value));

    public static Minutes operator -(Minutes amount) => new(checked(-amount.Value));

    public static bool operator <(Minutes left, Minutes right) => left.Value < right.Value;

    public static bool operator >(Minutes left, Minutes right) => left.Value > right.Value;

    public static bool operator <=(Minutes left, Minutes right) => left.Value <= right.Value;

    public static bool operator >=(Minutes left, Minutes right) => left.Value >= right.Value;
}
