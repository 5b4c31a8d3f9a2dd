namespace CoProduce.Web.Features.Diary;

/// <summary>What a member pressed about one session of a list: that they come, or cannot.</summary>
internal sealed record SessionPress(bool Joins, SignUpForm Form)
{
    /// <summary>The value of such a button; what is "join" or "leave".</summary>
    public static string Value(string what, SessionLine line) => Value(what, line.Session.Id.Value);

    /// <summary>The same by the session's id.</summary>
    public static string Value(string what, Guid session) => $"{what}.{session}.{Guid.CreateVersion7()}";

    /// <summary>What was pressed; null for nothing that can be read.</summary>
    public static SessionPress? Read(string? pressed) =>
        pressed?.Split('.') is [var what and ("join" or "leave"), var session, var key]
        && Guid.TryParse(session, out var id)
        && Guid.TryParse(key, out var request)
            ? new(what == "join", new() { RequestKey = request, Session = id })
            : null;
}
