namespace CoProduce.Web.Features.Members;

/// <summary>Ways of being reached, in words.</summary>
internal static class ContactWays
{
    /// <summary>The English words, which are the key of their translation.</summary>
    public static string InWords(this ContactWay way) =>
        way switch
        {
            ContactWay.Phone => "By telephone",
            ContactWay.Email => "By e-mail",
            ContactWay.Post => "By letter",
            ContactWay.InPerson => "In person, or through my coordinator",
            ContactWay.Text => "By text to my telephone",
            ContactWay.Nothing => "Not at all: I look here myself",
        };
}
