using System.Globalization;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Data.Demo;

/// <summary>Draws addresses, telephone numbers and e-mail that belong to nobody.</summary>
public sealed class DemoContacts(DemoOrganisation plan, DemoDice dice)
{
    private readonly HashSet<string> emails = [];
    private readonly HashSet<string> phones = [plan.Phone];

    /// <summary>A street that could be anywhere in the hub's town.</summary>
    public string Address(DemoPlace hub) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{dice.Between(1, 148)} {dice.Pick(DemoWords.Streets)}, {hub.Town} {dice.Pick(hub.Postcodes)}"
        );

    /// <summary>A number from the ranges that Ofcom keeps free for drama, each given once.</summary>
    public string Phone(bool isMobile)
    {
        string phone;
        do
        {
            var last = dice.Between(0, 999);
            var landline = plan.Phone.StartsWith("020", StringComparison.Ordinal) ? "020 7946 0" : "01632 960";
            phone = string.Create(CultureInfo.InvariantCulture, $"{(isMobile ? "07700 900" : landline)}{last:000}");
        } while (!phones.Add(phone));
        return phone;
    }

    /// <summary>An address at a domain that will never exist; names outside the Latin alphabet become a greeting.</summary>
    public string Email(string given, string family, int born)
    {
        var letters = Folded.Of($"{given}.{family}").Where(c => char.IsAsciiLetterOrDigit(c) || c == '.').ToArray();
        var name = new string(letters).Trim('.');
        string email;
        do
        {
            var host = dice.Pick(plan.MailHosts);
            email = string.Create(
                CultureInfo.InvariantCulture,
                $"{(name.Length == 0 ? "hello" : name)}{(dice.Chance(0.5) ? $"{born % 100:00}" : $"{dice.Between(1, 999)}")}@{host}"
            );
        } while (!emails.Add(email));
        return email;
    }
}
