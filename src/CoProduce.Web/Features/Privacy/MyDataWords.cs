using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Privacy;

/// <summary>What the parts of a member's data are, in words.</summary>
internal static class MyDataWords
{
    /// <summary>What a table holds.</summary>
    public static LocalizedString Title(IStringLocalizer texts, string table) =>
        table switch
        {
            "acting_for" => texts["Who may act for the member"],
            "organisation_contacts" => texts["People to reach in the organisation"],
            "members" => texts["Name, number, time bank, standing"],
            "accounts" => texts["The account"],
            "postings" => texts["Every line of the account"],
            "audit_lines" => texts["Who did what on the record"],
            "circles" or "circle_members" => texts["Household and networks"],
            "consents" => texts["Consents"],
            "member_checks" => texts["Checks"],
            "member_languages" => texts["Languages"],
            "disputes" or "dispute_notes" => texts["What was said not to be right"],
            "day_marks" => texts["What coordinators noted to do"],
            "guardians" or "guardian_consents" => texts["The guardian and what they said"],
            "joiners" or "joiner_details" or "joiner_steps" => texts["Asking to join"],
            "exchanges" => texts["Help given and received"],
            "kiosk_pins" => texts["The PIN for kiosks: that there is one"],
            "kiosk_visits" => texts["Signing in at kiosks"],
            "member_cards" => texts["Member cards"],
            "member_contacts" => texts["Contact details"],
            "member_photos" => texts["The photo"],
            "member_skills" => texts["Skills"],
            "offers" => texts["Offers and requests"],
            "offer_answers" => texts["Answers to offers and requests"],
            "offer_further_kinds" => texts["Further kinds of help"],
            "offer_pictures" => texts["Pictures"],
            "saved_searches" => texts["Searches of the board"],
            "talk_messages" => texts["Messages to and from other members"],
            "reach_answers" => texts["Answers for figures about whom we reach"],
            "register_lines" => texts["Places in registers"],
            "sessions" => texts["Sessions led"],
            "session_places" => texts["Sessions they said they would come to"],
            "hours_agreed" => texts["Hours agreed to give"],
            "signposts" => texts["Where the member was pointed to"],
            "supporters" => texts["Who supports whom"],
            "visits" or "visit_repeats" => texts["Visits arranged"],
            "visit_answers" => texts["What was said about visits"],
            "visit_calls" or "session_calls" or "diary_choices" => texts["Reminders of visits and sessions"],
            "sendings" => texts["What was sent"],
            "incoming_texts" => texts["Texts that came in"],
            "record_views" => texts["Who has looked"],
            "arrivals" or "departures" or "hub_moves" => texts["Moves between time banks"],
            "member_merges" => texts["Records that became one"],
            "what_suits" => texts["When, how far and on what terms"],
            "role_holders" => texts["The sign-in here"],
            _ => texts["Something else that is kept"],
        };
}
