using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Skills;

/// <summary>One question about somebody, which has a page of its own.</summary>
public enum GivingTopic
{
    Skills,
    Interests,
    Wishes,
    Times,
    Languages,
    Reach,
    Home,
    NotAsk,
    Access,
}

/// <summary>Topics in addresses and headings.</summary>
public static class GivingTopics
{
    /// <summary>The topic as it stands in an address.</summary>
    public static string InAddress(this GivingTopic topic) => topic.ToString().ToLowerInvariant();

    /// <summary>The topic of an address; null when there is none of that name.</summary>
    public static GivingTopic? Read(string address) =>
        Enum.TryParse<GivingTopic>(address, ignoreCase: true, out var topic) && Enum.IsDefined(topic) && !char.IsDigit(address[0])
            ? topic
            : null;

    /// <summary>The question as a member reads it.</summary>
    public static string Mine(IStringLocalizer texts, GivingTopic topic) =>
        topic switch
        {
            GivingTopic.Skills => texts["What can you give?"],
            GivingTopic.Interests => texts["What do you enjoy?"],
            GivingTopic.Wishes => texts["What would you like?"],
            GivingTopic.Times => texts["When do you have time?"],
            GivingTopic.Languages => texts["Which languages do you speak?"],
            GivingTopic.Reach => texts["How far do you go?"],
            GivingTopic.Home => texts["Pets and smoke"],
            GivingTopic.NotAsk => texts["What should we not ask you?"],
            GivingTopic.Access => texts["What helps you?"],
        };

    /// <summary>The question as a coordinator asks it.</summary>
    public static string Theirs(IStringLocalizer texts, GivingTopic topic, string firstName) =>
        topic switch
        {
            GivingTopic.Skills => texts["What can {0} give?", firstName],
            GivingTopic.Interests => texts["What does {0} enjoy?", firstName],
            GivingTopic.Wishes => texts["What would {0} like?", firstName],
            GivingTopic.Times => texts["When does {0} have time?", firstName],
            GivingTopic.Languages => texts["Which languages does {0} speak?", firstName],
            GivingTopic.Reach => texts["How far does {0} go?", firstName],
            GivingTopic.Home => texts["Pets and smoke: {0}", firstName],
            GivingTopic.NotAsk => texts["What should we not ask {0}?", firstName],
            GivingTopic.Access => texts["What helps {0}?", firstName],
        };
}
