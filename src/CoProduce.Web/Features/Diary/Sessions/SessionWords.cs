using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Diary;

/// <summary>What a session is, in words.</summary>
internal static class SessionWords
{
    /// <summary>"tomorrow at 14:00".</summary>
    public static string When(IStringLocalizer t, Session session, DateOnly today) =>
        t["{0} at {1}", t.OnDay(session.Day, today), VisitWords.Clock(session.Start)];

    /// <summary>"With Lena", "With Lena and Mair"; empty when nobody was named.</summary>
    public static string Leaders(IStringLocalizer t, SessionLine line) =>
        (line.Leader, line.Second) switch
        {
            ("", "") => "",
            (var one, "") => t["With {0}", one],
            ("", var other) => t["With {0}", other],
            var (one, other) => t["With {0} and {1}", one, other],
        };

    /// <summary>"5 would come", and how many places are left or how many wait.</summary>
    public static string Coming(IStringLocalizer t, SessionLine line)
    {
        var coming =
            line.Coming == 0
                ? t["Nobody has said yet that they come"]
                : t.Count(line.Coming, "{0} person comes so far", "{0} people come so far");
        return line.Session.Places is null ? coming
            : line.Waiting > 0 ? t["{0}; {1}", coming, t.Count(line.Waiting, "{0} waits for a place", "{0} wait for a place")]
            : line.Left == 0 ? t["{0}; {1}", coming, t["every place is taken"]]
            : t["{0}; {1}", coming, t.Count(line.Left, "{0} place is left", "{0} places are left")];
    }

    /// <summary>What somebody was told.</summary>
    public static string News(IStringLocalizer t, SessionNews news) =>
        news switch
        {
            SessionNews.HasPlace => t["that there is a place for them"],
            SessionNews.Moved => t["that it is at another time or place"],
            SessionNews.CalledOff => t["that it is called off"],
            SessionNews.DayBefore => t["a reminder the day before"],
        };

    /// <summary>What a coordinator rings somebody about.</summary>
    public static string Call(IStringLocalizer t, SessionNews news) =>
        news switch
        {
            SessionNews.HasPlace => t["Tell them that there is a place for them"],
            SessionNews.Moved => t["Tell them that it is at another time or place"],
            SessionNews.CalledOff => t["Tell them that it is called off"],
            SessionNews.DayBefore => t["Remind them"],
        };

    /// <summary>What an address says was just done by a member; null for nothing.</summary>
    public static string? Done(this SignUp.Outcome outcome) =>
        outcome switch
        {
            SignUp.Outcome.HasPlace => "coming",
            SignUp.Outcome.Waits => "waiting",
            SignUp.Outcome.TakenBack => "back",
            _ => null,
        };

    /// <summary>The same in words, for the member.</summary>
    public static string? Said(IStringLocalizer t, string? done) =>
        done switch
        {
            "coming" => t["You are on the list. You are reminded the day before."],
            "waiting" => t["You are on the waiting list. You are told when there is a place for you."],
            "back" => t["You are off the list."],
            _ => (string?)null,
        };

    /// <summary>Why somebody did not sign up themselves.</summary>
    public static string OwnRefusal(this SignUp.Outcome outcome, IStringLocalizer t) =>
        outcome switch
        {
            SignUp.Outcome.Leads => t["You lead it, so you are there already."],
            SignUp.Outcome.Already => t["You are on the list already."],
            SignUp.Outcome.NoLongerOpen => t["It has begun or was called off in the meantime."],
            SignUp.Outcome.AskCoordinator => t["Please ring your coordinator about this one, who can sign you up."],
            SignUp.Outcome.NotFound => t["There is no such session here any more."],
            _ => t["That was not possible. Please ring your coordinator."],
        };

    /// <summary>Why somebody was not signed up, for a coordinator; null when they were.</summary>
    public static string? Refusal(this SignUp.Outcome outcome, IStringLocalizer t) =>
        outcome switch
        {
            SignUp.Outcome.HasPlace or SignUp.Outcome.Waits or SignUp.Outcome.TakenBack => (string?)null,
            SignUp.Outcome.NotFound => t["There is no such session here any more."],
            SignUp.Outcome.NotTakingPart => t["They do not take part at the moment."],
            SignUp.Outcome.NoLongerOpen => t["It has begun or was called off in the meantime. Load the page again."],
            SignUp.Outcome.Leads => t["They lead it, so they are there already."],
            SignUp.Outcome.Already => t["They are on the list already."],
            SignUp.Outcome.InCustody => t["They come only to sessions of the place where they are."],
            SignUp.Outcome.AskCoordinator => t["Please ring your coordinator about this one, who can sign you up."],
            SignUp.Outcome.CheckMissing => t["A check is missing, so this cannot be arranged. See above."],
            SignUp.Outcome.CareUnread => t["Read above what to keep to, and tick that you have."],
        };
}
