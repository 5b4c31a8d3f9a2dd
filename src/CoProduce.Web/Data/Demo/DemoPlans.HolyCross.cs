using CoProduce.Web.Data.Demo.Help;

namespace CoProduce.Web.Data.Demo;

public static partial class DemoPlans
{
    /// <summary>Camden: a mental health day service and the groups around it.</summary>
    public static readonly DemoOrganisation HolyCross = new()
    {
        Slug = "holy-cross",
        Name = "Holy Cross",
        Accent = "#6b2a5b",
        Motto = "Sharing time, rooms and a minibus round King's Cross",
        Phone = "020 7946 0200",
        MailHosts = ["letterbox.example", "nw1.example"],
        People = 150,
        PerDay = 4.2,
        RegularPairs = 10,
        ConfirmDays = 10,
        Places =
        [
            Place(
                "The Crypt",
                "King's Cross",
                60,
                "WC1H N1C",
                "UCLH",
                "Regent's Square gardens",
                "Chalton Street market",
                "St Pancras library",
                "the crypt"
            ),
            Place(
                "Somers Town",
                "Somers Town",
                40,
                "NW1",
                "UCLH",
                "Polygon Road gardens",
                "Chalton Street market",
                "St Pancras library",
                "the Somers Town hall"
            ),
        ],
        Help =
        [
            Together.Listening,
            AtHome.Company,
            AtHome.Cooking,
            HeadAndHand.Letters,
            HeadAndHand.Languages,
            OutAndAbout.Lifts,
            HeadAndHand.Computers,
            HeadAndHand.Music,
            AtHome.Calls,
            OutAndAbout.KeepingWell,
            OutAndAbout.Shopping,
            AtHome.Repairs,
            AtHome.Sewing,
            HeadAndHand.Children,
            OutAndAbout.Pets,
            HeadAndHand.Bikes,
            Together.Desk,
            Together.HavingASay,
            Together.Rooms,
            Together.ForNeighbours,
        ],
        Communities =
        [
            (DemoNames.Bengali, 27),
            (DemoNames.English, 22),
            (DemoNames.Irish, 12),
            (DemoNames.Somali, 12),
            (DemoNames.Caribbean, 9),
            (DemoNames.WestAfrican, 6),
            (DemoNames.Turkish, 6),
            (DemoNames.EastAsian, 6),
        ],
        Groups =
        [
            "Drummond Lane Bengali Association",
            "Cromer Street Neighbours",
            "Somers Town Boxing and Youth Club",
            "The Old Almshouses",
            "Tuesday Women's Group",
            "Argyle Walk Primary School",
            "The Wedge Community Garden",
            "Next Door Theatre",
            "Judd Court Tenants",
            "Camden Lock Somali Elders",
            "Whidborne Wellbeing Centre",
            "Marchmont Arcade Traders",
            "Friends of the Railway Garden",
            "Battlebridge Boaters",
            "Pensioners' Lunch Club",
            "Wheels on the Cally",
            "Friends of Regent's Square",
            "Tonbridge Parents and Toddlers",
            "The Euston Drop-in",
            "Thanet Steel and Brass",
        ],
        Shifts =
        [
            new("Served Thursday lunch in the crypt", AtHome.Cooking, 0, DayOfWeek.Thursday, 7, 3, 8, 180),
            new("An afternoon at the front desk", Together.Desk, 0, DayOfWeek.Tuesday, 7, 1, 4, 180),
            new("The members' committee", Together.HavingASay, 0, DayOfWeek.Wednesday, 28, 6, 8, 90) { NotIn = [8] },
            new("Peer research: two interviews and the notes", Together.HavingASay, 1, DayOfWeek.Monday, 7, 2, 5, 150)
            {
                BeganDaysAgo = 250,
                EndedDaysAgo = 170,
            },
            new("Bike workshop", HeadAndHand.Bikes, 1, DayOfWeek.Saturday, 14, 2, 5, 180),
            new("The minibus and its driver for the members' outing", Together.Rooms, 0, DayOfWeek.Monday, 28, 1, 2, 240)
            {
                NotIn = [12, 1],
            },
            new("The upstairs room for the peer supporters", Together.Rooms, 1, DayOfWeek.Friday, 14, 1, 3, 120) { NotIn = [8] },
        ],
        Characters =
        [
            new("Nora", "Keaveney")
            {
                SignIn = "member@holy-cross.example",
                Born = 1959,
                Gives = 6,
                Receives = 4.5,
                ShowsEverything = true,
                Can = [HeadAndHand.Music, Together.Listening, AtHome.Cooking],
                Needs = [HeadAndHand.Computers, HeadAndHand.Letters, AtHome.Repairs],
                About = "I came for the lunch and stayed for the singing. I know what a bad winter is.",
            },
            new("Iqbal", "Choudhury")
            {
                SignIn = "peer-broker@holy-cross.example",
                Role = DemoRole.PeerBroker,
                Born = 1966,
                Gives = 6,
                Receives = 3,
                Place = 1,
                Can = [HeadAndHand.Languages, HeadAndHand.Letters],
                About = "Sylhet, Drummond Street, Somers Town. I bring people together over tea.",
            },
            new("Folasade", "Balogun")
            {
                SignIn = "coordinator@holy-cross.example",
                Role = DemoRole.Coordinator,
                IsMember = false,
                Born = 1985,
            },
            new("Bernadette", "Devlin-Shaw")
            {
                SignIn = "trustee@holy-cross.example",
                Role = DemoRole.Trustee,
                Born = 1951,
                Gives = 2,
                Receives = 2,
                Can = [Together.HavingASay, Together.Desk],
                About = "A member first, a trustee since the spring.",
            },
            new("Simon", "Hyett")
            {
                SignIn = "manager@holy-cross.example",
                Role = DemoRole.Manager,
                IsMember = false,
                Born = 1978,
            },
            new("Amina", "Warsame-Hassan")
            {
                SignIn = "amina@both.example",
                Born = 1979,
                Gives = 4,
                Receives = 3,
                Place = 1,
                Can = [HeadAndHand.Languages, AtHome.Cooking],
                Needs = [HeadAndHand.Children, OutAndAbout.Lifts],
                About = "I interpret in School French and better Spanish, in Camden and now in Catford too.",
            },
        ],
    };
}
