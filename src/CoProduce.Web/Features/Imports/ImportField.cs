namespace CoProduce.Web.Features.Imports;

/// <summary>What a column holds; the numbers are stored.</summary>
public enum ImportField : short
{
    /// <summary>Nothing that is brought in.</summary>
    None = 0,
    SourceId = 1,
    Number = 2,
    Name = 3,
    FirstName = 4,
    MiddleName = 5,
    LastName = 6,
    Email = 7,
    Phone = 8,
    OtherPhone = 9,
    Address = 10,
    BornOn = 11,
    JoinedOn = 12,
    Standing = 13,
    Balance = 14,

    /// <summary>Whose balance or offer it is.</summary>
    Person = 15,
    PersonEmail = 16,
    Giver = 17,
    GiverEmail = 18,

    /// <summary>Whether a member or the organisation gave.</summary>
    GiverKind = 19,
    Receiver = 20,
    ReceiverEmail = 21,
    ReceiverKind = 22,
    Hours = 23,
    Day = 24,
    What = 25,
    Category = 26,

    /// <summary>Whether it was completed.</summary>
    Completed = 27,
    OfferOrRequest = 28,
    Title = 29,
    Details = 30,
}

/// <summary>Which columns belong to which kind of table, and which it cannot do without.</summary>
public static class ImportFields
{
    /// <summary>Those that a table of that kind may have, in the order in which they are offered.</summary>
    public static IReadOnlyList<ImportField> Of(ImportKind kind) =>
        kind switch
        {
            ImportKind.Members =>
            [
                ImportField.Name,
                ImportField.FirstName,
                ImportField.MiddleName,
                ImportField.LastName,
                ImportField.Number,
                ImportField.SourceId,
                ImportField.Email,
                ImportField.Phone,
                ImportField.OtherPhone,
                ImportField.Address,
                ImportField.BornOn,
                ImportField.JoinedOn,
                ImportField.Standing,
                ImportField.Balance,
            ],
            ImportKind.Balances => [ImportField.Person, ImportField.PersonEmail, ImportField.Balance],
            ImportKind.Offers =>
            [
                ImportField.Title,
                ImportField.Person,
                ImportField.PersonEmail,
                ImportField.OfferOrRequest,
                ImportField.Details,
                ImportField.Category,
                ImportField.Day,
                ImportField.SourceId,
            ],
            ImportKind.History =>
            [
                ImportField.Giver,
                ImportField.GiverEmail,
                ImportField.GiverKind,
                ImportField.Receiver,
                ImportField.ReceiverEmail,
                ImportField.ReceiverKind,
                ImportField.Hours,
                ImportField.Day,
                ImportField.What,
                ImportField.Category,
                ImportField.Completed,
                ImportField.SourceId,
            ],
        };

    /// <summary>Groups of which at least one column each must be there.</summary>
    public static IReadOnlyList<ImportField[]> Needed(ImportKind kind) =>
        kind switch
        {
            ImportKind.Members =>
            [
                [ImportField.Name, ImportField.FirstName, ImportField.SourceId],
            ],
            ImportKind.Balances =>
            [
                [ImportField.Person, ImportField.PersonEmail],
                [ImportField.Balance],
            ],
            ImportKind.Offers =>
            [
                [ImportField.Title],
                [ImportField.Person, ImportField.PersonEmail],
            ],
            ImportKind.History =>
            [
                [ImportField.Giver, ImportField.GiverEmail],
                [ImportField.Receiver, ImportField.ReceiverEmail],
                [ImportField.Hours],
                [ImportField.Day],
            ],
        };
}
