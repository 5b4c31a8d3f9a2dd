using CoProduce.Web.Features.Organisations;

namespace CoProduce.Web.Data.Demo;

/// <summary>The settings of the demo organisations.</summary>
internal static class DemoSettings
{
    /// <summary>The settings of that organisation.</summary>
    public static OrganisationSettings Of(DemoOrganisation plan) =>
        new()
        {
            Name = plan.Name,
            Accent = plan.Accent,
            HelpPhone = plan.Phone,
            HelpEmail = $"hello@{plan.Slug}.example",
            FloorMinutes = (int)plan.Floor,
            WelcomeMinutes = (int)plan.Welcome,
            ConfirmationDays = plan.ConfirmDays,
            Welcome = plan.Motto,
        };

    /// <summary>What an hour is called.</summary>
    public static IReadOnlyList<CreditWords> CreditWords() =>
        [
            new()
            {
                Language = "en",
                One = "time credit",
                Other = "time credits",
            },
            new()
            {
                Language = "cy",
                One = "credyd amser",
                Other = "credyd amser",
            },
        ];
}
