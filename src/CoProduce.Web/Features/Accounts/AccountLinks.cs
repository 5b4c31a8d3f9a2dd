using System.Buffers.Text;
using System.Text;

namespace CoProduce.Web.Features.Accounts;

/// <summary>The parts of a link in a letter about a sign-in: whose it is and a code that Identity made.</summary>
internal static class AccountLinks
{
    /// <summary>A path with the person and the code.</summary>
    public static string Of(string path, SignIn person, string code) =>
        $"{path}?who={person.Id}&code={Base64Url.EncodeToString(Encoding.UTF8.GetBytes(code))}";

    /// <summary>The code as Identity made it; empty for anything that is none.</summary>
    public static string Code(string? code)
    {
        var text = code ?? "";
        return Base64Url.IsValid(text) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)) : "";
    }
}
