namespace CoProduce.Web.Features.Messages;

/// <summary>How long to wait after a failure, longer each time and not for ever.</summary>
internal static class Retries
{
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(20),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(4),
        TimeSpan.FromHours(12),
        TimeSpan.FromHours(24),
    ];

    /// <summary>The longest reason that is kept.</summary>
    public const int FailureLength = 500;

    /// <summary>When to try again after so many tries; null when it is given up.</summary>
    public static DateTimeOffset? After(int tries, DateTimeOffset now) => tries <= Pauses.Length ? now + Pauses[tries - 1] : null;

    /// <summary>The beginning of a long reason.</summary>
    public static string Short(string reason) => reason.Length <= FailureLength ? reason : reason[..FailureLength];
}
