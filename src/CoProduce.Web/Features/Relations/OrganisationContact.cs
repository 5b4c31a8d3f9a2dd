using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Relations;

/// <summary>The id of a contact of an organisation-member.</summary>
public readonly record struct OrganisationContactId(Guid Value);

/// <summary>A person through whom an organisation-member is reached. Read through the contact door only, which writes who looked.</summary>
public sealed class OrganisationContact
{
    /// <summary>The longest words on what they do there.</summary>
    public const int LineLength = 120;

    /// <summary>The contact; the request key of the form that added it.</summary>
    public OrganisationContactId Id { get; init; }

    /// <summary>The organisation-member.</summary>
    public MemberId MemberId { get; init; }

    /// <summary>The person's name.</summary>
    public required string Name { get; set; }

    /// <summary>What they do there, such as "caretaker"; empty when nobody said.</summary>
    public string Role { get; set; } = "";

    /// <summary>Telephone number; empty for none.</summary>
    public string Phone { get; set; } = "";

    /// <summary>E-mail address; empty for none.</summary>
    public string Email { get; set; } = "";

    /// <summary>What to know before ringing; empty for nothing.</summary>
    public string Note { get; set; } = "";
}
