using CoProduce.Web.Data.Demo.Help;

namespace CoProduce.Web.Data.Demo;

public static partial class DemoPlans
{
    /// <summary>A time bank in a doctors' surgery.</summary>
    public static readonly DemoOrganisation RusheyGreen = new()
    {
        Slug = "rushey-green",
        Name = "Rushey Green",
        Accent = "#0f5560",
        Motto = "Started in the surgery, at home in Catford",
        Phone = "020 7946 0300",
        MailHosts = ["mail.example", "se6.example"],
        People = 250,
        PerDay = 6.4,
        RegularPairs = 18,
        ConfirmDays = 7,
        Places =
        [
            Place(
                "The surgery",
                "Catford",
                55,
                "SE6",
                "Lewisham Hospital",
                "Mountsfield Park",
                "Catford market",
                "Catford library",
                "the surgery's meeting room"
            ),
            Place(
                "Lewisham Homes",
                "Lewisham",
                28,
                "SE13 SE4",
                "Lewisham Hospital",
                "Ladywell Fields",
                "Lewisham market",
                "Lewisham library",
                "the tenants' hall"
            ),
            Place(
                "Downham",
                "Downham",
                17,
                "BR1 SE6",
                "Lewisham Hospital",
                "Beckenham Place Park",
                "the Saturday market",
                "Downham library",
                "the Wesley Halls"
            ),
        ],
        Help =
        [
            AtHome.Company,
            OutAndAbout.Lifts,
            OutAndAbout.KeepingWell,
            AtHome.Calls,
            AtHome.Repairs,
            OutAndAbout.Shopping,
            AtHome.Cooking,
            HeadAndHand.Letters,
            OutAndAbout.Gardening,
            HeadAndHand.Computers,
            AtHome.Sewing,
            HeadAndHand.Languages,
            OutAndAbout.Pets,
            HeadAndHand.Music,
            HeadAndHand.Children,
            HeadAndHand.Bikes,
            Together.Listening,
            Together.Desk,
            Together.HavingASay,
        ],
        Communities =
        [
            (DemoNames.Caribbean, 30),
            (DemoNames.English, 26),
            (DemoNames.WestAfrican, 16),
            (DemoNames.Irish, 7),
            (DemoNames.SouthAsian, 7),
            (DemoNames.EastAsian, 5),
            (DemoNames.Turkish, 4),
            (DemoNames.Somali, 5),
        ],
        Shifts =
        [
            new("A morning at the desk in the waiting room", Together.Desk, 0, DayOfWeek.Tuesday, 7, 1, 4, 180),
            new("Led the Tuesday walk", OutAndAbout.KeepingWell, 0, DayOfWeek.Tuesday, 7, 2, 5, 90),
            new("Set up and ran the diabetes group", OutAndAbout.KeepingWell, 0, DayOfWeek.Thursday, 28, 3, 5, 120),
            new(
                "Arts and crafts table|Arts and crafts table: lino cuts|Arts and crafts table: lanterns",
                HeadAndHand.Music,
                1,
                DayOfWeek.Wednesday,
                14,
                2,
                5,
                120
            ),
            new("The steering group", Together.HavingASay, 0, DayOfWeek.Monday, 28, 6, 8, 90) { NotIn = [8] },
            new("The surgery garden", OutAndAbout.Gardening, 0, DayOfWeek.Saturday, 21, 4, 9, 120) { NotIn = [11, 12, 1, 2] },
        ],
        Characters =
        [
            new("Hyacinth", "Palmer")
            {
                SignIn = "member@rushey-green.example",
                Born = 1950,
                Gives = 6,
                Receives = 4.5,
                ShowsEverything = true,
                Can = [AtHome.Cooking, AtHome.Calls, OutAndAbout.KeepingWell],
                Needs = [OutAndAbout.Lifts, HeadAndHand.Computers, AtHome.Repairs],
                About = "Retired nurse. The doctor sent me here for my blood pressure and I have been busy ever since.",
            },
            new("Lloyd", "Samuels")
            {
                SignIn = "peer-broker@rushey-green.example",
                Role = DemoRole.PeerBroker,
                Born = 1955,
                Gives = 6,
                Receives = 3,
                Can = [AtHome.Repairs, AtHome.Company],
                About = "Carpenter, dominoes, church on Sundays. Ring me and I will find you somebody.",
            },
            new("Maeve", "Tierney")
            {
                SignIn = "coordinator@rushey-green.example",
                Role = DemoRole.Coordinator,
                Born = 1983,
                Gives = 1,
                Receives = 1,
                About = "My desk is by the surgery door. Come and sit.",
            },
            new("Comfort", "Owusu-Ansah")
            {
                SignIn = "trustee@rushey-green.example",
                Role = DemoRole.Trustee,
                Born = 1962,
                Gives = 2,
                Receives = 2,
                Place = 1,
                Can = [Together.HavingASay, AtHome.Sewing],
                About = "Treasurer. Figures by day, sewing by night.",
            },
            new("David", "Okey")
            {
                SignIn = "manager@rushey-green.example",
                Role = DemoRole.Manager,
                IsMember = false,
                Born = 1970,
            },
            new("Amina", "Warsame-Hassan")
            {
                SignIn = "amina@both.example",
                Born = 1979,
                Gives = 3,
                Receives = 3,
                Can = [HeadAndHand.Languages, AtHome.Cooking],
                Needs = [HeadAndHand.Children, OutAndAbout.Lifts],
                About = "I interpret in School French and better Spanish, in Camden and now in Catford too.",
            },
        ],
    };
}
