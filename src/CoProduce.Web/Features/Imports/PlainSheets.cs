using CoProduce.Web.Features.Imports.Reading;
using static CoProduce.Web.Features.Imports.ImportField;

namespace CoProduce.Web.Features.Imports;

/// <summary>A sheet on a shelf: the headings that people give their columns, in English and Welsh.</summary>
internal static class PlainSheets
{
    public static readonly IReadOnlyList<ImportPreset> All =
    [
        Of(
            ImportKind.History,
            4,
            (Giver, "Giver|Gave|Given by|Provider|Helper|Who helped|From|Payee|Seller|Rhoddwr"),
            (Receiver, "Receiver|Received|Received by|Recipient|Helped|Who was helped|To|Payer|Buyer|Derbynnydd"),
            (Hours, "Hours|Time|Amount|Credits|Quantity|Duration|How long|Minutes|Oriau|TDs (hours)"),
            (Day, "Day|Date|When|Service date|Date of service|transDate|Dyddiad"),
            (What, "What|Description|Activity|Service|Notes|Task|transNote|Beth"),
            (Category, "Category|Kind|Kind of help|Type|Math"),
            (SourceId, "Id|EID|Reference|Ref|Exchange ID|No"),
            (GiverEmail, "Giver email|Provider email"),
            (ReceiverEmail, "Receiver email|Recipient email"),
            (Completed, "Status|State")
        ),
        Of(
            ImportKind.Offers,
            2,
            (Title, "Title|Offer|Request|Offers|What|Skill"),
            (Person, "Member|Person|Name|Who|User|By|Member name"),
            (OfferOrRequest, "Kind|Type|Offer or request"),
            (Details, "Details|Description|More|Notes"),
            (Category, "Category|Kind of help"),
            (Day, "Date|Day|Created|When"),
            (SourceId, "Id|Reference|Ref"),
            (PersonEmail, "Email|E-mail")
        ),
        Of(
            ImportKind.Balances,
            2,
            (Person, "Member|Person|Who|Member number|Number|No|User|Account"),
            (Balance, "Balance|Hours|Credits|Total|Gweddill"),
            (PersonEmail, "Email|E-mail")
        ),
        Of(
            ImportKind.Members,
            1,
            (Name, "Name|Full name|Member|Member name|Enw"),
            (Number, "Number|No|Member number|Member no|Membership number|Rhif"),
            (SourceId, "Id|Member ID|Reference|Ref"),
            (Email, "Email|E-mail|Email address|Mail|E-bost"),
            (Phone, "Phone|Telephone|Tel|Mobile|Phone number|Ffôn"),
            (OtherPhone, "Other phone|Second phone|Landline|Home phone"),
            (Address, "Address|Postal address|Cyfeiriad"),
            (BornOn, "Date of birth|Born|DOB|Birthday"),
            (JoinedOn, "Joined|Join date|Date joined|Start date|Member since"),
            (Standing, "Status|Active"),
            (Balance, "Balance|Hours|Credits|Time credits|Gweddill")
        ),
        Of(
            ImportKind.Members,
            1,
            (FirstName, "First name|Forename|Given name|First|Enw cyntaf"),
            (LastName, "Last name|Surname|Family name|Last|Cyfenw"),
            (MiddleName, "Middle name|Middle"),
            (Number, "Number|No|Member number|Member no|Membership number|Rhif"),
            (SourceId, "Id|Member ID|Reference|Ref"),
            (Email, "Email|E-mail|Email address|Mail|E-bost"),
            (Phone, "Phone|Telephone|Tel|Mobile|Phone number|Ffôn"),
            (OtherPhone, "Other phone|Second phone|Landline|Home phone"),
            (Address, "Address|Postal address|Cyfeiriad"),
            (BornOn, "Date of birth|Born|DOB|Birthday"),
            (JoinedOn, "Joined|Join date|Date joined|Start date|Member since"),
            (Standing, "Status|Active"),
            (Balance, "Balance|Hours|Credits|Time credits|Gweddill")
        ),
    ];

    private static ImportPreset Of(ImportKind kind, int signs, params (ImportField Field, string Headings)[] columns) =>
        new(
            ImportSource.Plain,
            kind,
            HourUnit.Hours,
            HasHeader: true,
            [.. columns.Select(c => PresetColumn.Of(c.Field, c.Headings))],
            signs
        );
}
