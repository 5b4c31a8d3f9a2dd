using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Privacy;

/// <summary>Choices and deeds in a member's data, in words.</summary>
internal static partial class MyDataAnswers
{
    /// <summary>A choice; several where several can be chosen; empty for none.</summary>
    public static string Of(IStringLocalizer texts, Type type, long number)
    {
        var chosen = Enum.ToObject(type, number);
        return type.IsDefined(typeof(FlagsAttribute), inherit: false)
            ? string.Join(
                ", ",
                Enum.GetValues(type)
                    .Cast<object>()
                    .Where(v => Convert.ToInt64(v, CultureInfo.InvariantCulture) is var bit && bit != 0 && (number & bit) == bit)
                    .Select(v => texts[Key(type, $"{v}")].Value)
            )
            : texts[Key(type, $"{chosen}")].Value;
    }

    /// <summary>The English words for a choice, which are the key of their translation.</summary>
    public static string Key(Type type, string value) =>
        $"{type.Name}.{value}" switch
        {
            "RecordPart.Notes" or "RecordPart.SensitiveNotes" => "Confidential notes", // which of them is for few eyes
            "DayList.Silent" => "People were asked, and have not answered",
            "DayList.Going" => "Somebody asks to go",
            "ConsentPurpose.Reach" => "Figures about whom we reach",
            "OfferStatus.Open" or "DisputeState.Open" => "Still open",
            "DayList.Low" => "Far below zero",
            "SendingState.Dropped" => "Not sent",
            "SendingState.Gathered" => "In the daily mail",
            _ => value switch
            {
                "Affiliate" => "From another time bank",
                "Email" => "E-mail",
                "EventEntry" => "Event",
                "Job" => "By the program",
                "Phone" => "Telephone",
                "Restrictions" => "What to keep to",
                "Unconfirmed" => "Not yet agreed",
                "Unsaid" => "Not said",
                "Walk" => "A few minutes on foot",
                "WebP" => "WebP",
                "WriteOff" => "Debt taken over",
                _ => Apart(value),
            },
        };

    /// <summary>What was done, as far as it has words of its own.</summary>
    public static string Deed(IStringLocalizer texts, string deed) =>
        deed switch
        {
            "LogExchange" or "LogSeries" => texts["Hours written down"],
            "AnswerExchange" or "ConfirmAsync" or "SettleExchange" => texts["Hours agreed to"],
            "ChangeProfile" or "ChangeContact" or "EditMember" => texts["Profile or contact details changed"],
            "TickSkills"
            or "KeepOwnWords"
            or "ChangeTimes"
            or "KeepLanguages"
            or "ChangeReach"
            or "ChangeHome"
            or "ChangeNotAsk"
            or "ChangeAccess" => texts["Skills and what suits changed"],
            "PutInOffer" or "PutInForMember" => texts["Offer or request written"],
            "SuspendMember" => texts["Suspended"],
            "ReinstateMember" => texts["Takes part again"],
            "EndMembership" => texts["Membership ended"],
            "ReturnMember" => texts["Came back"],
            "AddMember" or "ApproveJoiner" => texts["Became a member"],
            "GiveConsent" => texts["Said yes or no to something"],
            _ => texts["Something was changed on the record"],
        };

    // "WouldLike" as "Would like".
    private static string Apart(string value)
    {
        var words = Capital().Replace(value, m => " " + m.Value.ToLowerInvariant()).Trim();
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
