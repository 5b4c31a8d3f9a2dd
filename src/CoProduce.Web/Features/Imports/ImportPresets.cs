using System.Globalization;
using CoProduce.Web.Features.Imports.Reading;
using static CoProduce.Web.Features.Imports.ImportField;

namespace CoProduce.Web.Features.Imports;

/// <summary>The tables that are known, and the guess which of them a file is.</summary>
public static class ImportPresets
{
    /// <summary>All of them. TimeOverflow speaks the bank's language: English, Spanish and Catalan are known.</summary>
    public static readonly IReadOnlyList<ImportPreset> All =
    [
        Of(
            ImportSource.TimeOverflow,
            ImportKind.Members,
            HourUnit.Seconds,
            5,
            (Number, "N"),
            (Name, "Name|Username|Nombre|Nom"),
            (Email, "Email|Correo|Correo electrónico|Correu|Correu electrònic"),
            (OtherPhone, "Alternative Phone|Alt phone|Teléfono alternativo|Telèfon alternatiu"),
            (Balance, "Balance|Saldo|Balanç"),
            (Phone, "Phone|Teléfono|Telèfon"),
            (JoinedOn, "Created|Created at|Creado|Creat")
        ),
        Of(
            ImportSource.TimeOverflow,
            ImportKind.History,
            HourUnit.Hours,
            5,
            (Day, "Date|Fecha|Data"),
            (Receiver, "From|Origen|De"),
            (Giver, "To|Destino|Destí|A"),
            (What, "Post|Anuncio|Anunci|Oferta"),
            (Hours, "Quantity|Cantidad|Quantitat")
        ),
        Of(
            ImportSource.TimeOverflow,
            ImportKind.Offers,
            HourUnit.Hours,
            5,
            (Title, "Title|Título|Títol"),
            (Details, "Tags|Etiquetas|Etiquetes"),
            (Person, "User|Usuario|Usuari"),
            (Day, "Created|Created at|Creado|Creat"),
            (SourceId, "|Id"),
            (Category, CategoryHeading)
        ),
        Places(ImportKind.Members, [Number, JoinedOn, FirstName, MiddleName, LastName, None, BornOn, Phone, OtherPhone, Email]),
        Places(ImportKind.History, [Receiver, ReceiverKind, Giver, GiverKind, Hours, Day, What, None]),
        Places(ImportKind.Offers, [Person, OfferOrRequest, Title, Details, None, Day, None, None]),
        Of(
            ImportSource.Komunitin,
            ImportKind.Members,
            HourUnit.Hours,
            4,
            (SourceId, "code"),
            (Balance, "balance"),
            (None, "creditLimit|credit_limit"),
            (Standing, "status|state"),
            (JoinedOn, "created")
        ),
        Of(
            ImportSource.Komunitin,
            ImportKind.History,
            HourUnit.Hours,
            4,
            (Receiver, "payer.code"),
            (Giver, "payee.code"),
            (Hours, "amount"),
            (SourceId, "id"),
            (Day, "created"),
            (Completed, "state"),
            (What, "description")
        ),
        Of(
            ImportSource.CommunityWeaver,
            ImportKind.History,
            HourUnit.Hours,
            4,
            (Giver, "Provider|Provider Name"),
            (Receiver, "Recipient|Recipient Name"),
            (Hours, "Hours|Hours Exchanged|Time"),
            (Day, "Date of Service|Service Date|Exchange Date"),
            (SourceId, "Exchange ID|Unique ID|ID"),
            (What, "Description|Service Description"),
            (Category, "Service Category|Category")
        ),
        Of(
            ImportSource.CommunityWeaver,
            ImportKind.Members,
            HourUnit.Hours,
            3,
            (SourceId, "Member ID|User ID|Unique ID"),
            (FirstName, "First Name"),
            (LastName, "Last Name"),
            (Email, "Email|Email Address|E-mail"),
            (Phone, "Phone|Home Phone|Phone Number"),
            (OtherPhone, "Mobile|Mobile Phone|Cell Phone|Work Phone"),
            (Address, "Address|Street Address"),
            (BornOn, "Birthday|Date of Birth|Birthdate"),
            (JoinedOn, "Join Date|Date Joined|Member Since|Created"),
            (Standing, "Status|Enabled|Account Status"),
            (Balance, "Balance|Hours Balance|Current Balance")
        ),
        Of(
            ImportSource.CommunityWeaver,
            ImportKind.Balances,
            HourUnit.Hours,
            2,
            (Person, "User ID|Member ID|Unique ID"),
            (Balance, "Balance|Hours Balance|Current Balance")
        ),
        Of(
            ImportSource.CommunityWeaver,
            ImportKind.Offers,
            HourUnit.Hours,
            3,
            (SourceId, "Ad ID|Service ID"),
            (Person, "User ID|Member ID|Member|Posted By"),
            (Title, "Title|Ad Title|Service"),
            (OfferOrRequest, "Type|Ad Type|Offer or Request"),
            (Details, "Description"),
            (Category, "Service Category|Category"),
            (Day, "Created|Date Posted|Date")
        ),
        Of(
            ImportSource.CommunityForge,
            ImportKind.History,
            HourUnit.Hours,
            3,
            (Receiver, "payer"),
            (Giver, "payee"),
            (Hours, "quantity|worth"),
            (Day, "created|date"),
            (SourceId, "xid|serial|id"),
            (Completed, "state"),
            (What, "description"),
            (Category, "category|categories")
        ),
        Of(
            ImportSource.CommunityForge,
            ImportKind.Balances,
            HourUnit.Hours,
            3,
            (Person, "user|uid|name"),
            (Balance, "balance"),
            (None, "gross_income")
        ),
        Of(
            ImportSource.Nexus,
            ImportKind.History,
            HourUnit.Hours,
            6,
            (SourceId, "ID"),
            (Day, "Date"),
            (Hours, "Hours"),
            (Giver, "Provider"),
            (GiverEmail, "Provider Email"),
            (ReceiverEmail, "Receiver Email"),
            (Receiver, "Receiver"),
            (What, "Description"),
            (Completed, "Status"),
            (Category, "Category")
        ),
        Of(
            ImportSource.Nexus,
            ImportKind.Members,
            HourUnit.Hours,
            5,
            (SourceId, "ID"),
            (Name, "Name"),
            (JoinedOn, "Joined"),
            (None, "XP"),
            (Balance, "Balance"),
            (Email, "Email"),
            (Phone, "Phone"),
            (Address, "Location"),
            (Standing, "Status")
        ),
        Of(
            ImportSource.Nexus,
            ImportKind.Members,
            HourUnit.Hours,
            4,
            (FirstName, "first_name"),
            (LastName, "last_name"),
            (Email, "email"),
            (None, "role"),
            (Phone, "phone")
        ),
        .. PlainSheets.All,
    ];

    /// <summary>What a table most likely is, by its first line; null when it is like nothing that is known.</summary>
    public static ImportPreset? Guess(IReadOnlyList<string> first) =>
        All.FirstOrDefault(p => !p.HasHeader && LooksLike(p, first))
        ?? All.Select(p => (Preset: p, Fit: p.Fit(first)))
            .Where(p => p.Fit > 0)
            .OrderBy(p => p.Preset.Source == ImportSource.Plain)
            .ThenByDescending(p => p.Fit)
            .FirstOrDefault()
            .Preset;

    /// <summary>The preset of that source and kind; the plain sheet when the source has none.</summary>
    public static ImportPreset For(ImportSource source, ImportKind kind, IReadOnlyList<string> first)
    {
        var own = All.Where(p => p.Source == source && p.Kind == kind).OrderByDescending(p => p.Fit(first)).FirstOrDefault();
        return own ?? All.First(p => p.Source == ImportSource.Plain && p.Kind == kind);
    }

    /// <summary>The heading of the column that is added where categories stand on lines of their own.</summary>
    public const string CategoryHeading = "Category (from the line above)";

    private static bool LooksLike(ImportPreset preset, IReadOnlyList<string> first) =>
        first.Count == preset.Columns.Count
        && preset.Kind switch
        {
            ImportKind.Members => int.TryParse(first[0], CultureInfo.InvariantCulture, out _) && first[1].Count(c => c == '-') == 2,
            ImportKind.History => first[1].ToLowerInvariant() is "member" or "organization",
            ImportKind.Offers => first[1].ToLowerInvariant() is "offer" or "inquiry",
            ImportKind.Balances or _ => false,
        };

    private static ImportPreset Of(
        ImportSource source,
        ImportKind kind,
        HourUnit unit,
        int signs,
        params (ImportField Field, string Headings)[] columns
    ) => new(source, kind, unit, HasHeader: true, [.. columns.Select(c => PresetColumn.Of(c.Field, c.Headings))], signs);

    private static ImportPreset Places(ImportKind kind, ImportField[] columns) =>
        new(
            ImportSource.TimeOverflowOwn,
            kind,
            HourUnit.Seconds,
            HasHeader: false,
            [.. columns.Select(c => new PresetColumn(c, []))],
            columns.Length
        );
}
