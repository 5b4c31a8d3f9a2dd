using CoProduce.Web.Data.Demo.Help;

namespace CoProduce.Web.Data.Demo;

public static partial class DemoPlans
{
    /// <summary>A county network with a prison workshop.</summary>
    public static readonly DemoOrganisation FairShares = new()
    {
        Slug = "fair-shares",
        Name = "Fair Shares",
        Accent = "#1f5c3a",
        Motto = "Neighbours across Gloucestershire, an hour for an hour since 1998",
        Phone = "01632 960100",
        MailHosts = ["post.example", "oldmail.example"],
        People = 400,
        PerDay = 9.5,
        RegularPairs = 26,
        Places =
        [
            Place(
                "Gloucester",
                "Gloucester",
                42,
                "GL1 GL2 GL4",
                "Gloucestershire Royal",
                "Gloucester Park",
                "Eastgate Market",
                "Gloucester library",
                "the Friendship Café"
            ),
            Place(
                "Stroud",
                "Stroud",
                28,
                "GL5 GL6",
                "Stroud General",
                "Stratford Park",
                "the farmers' market",
                "Stroud library",
                "the Old Town Hall"
            ),
            Place(
                "Cheltenham",
                "Cheltenham",
                22,
                "GL50 GL51 GL52",
                "Cheltenham General",
                "Pittville Park",
                "the Promenade market",
                "Cheltenham library",
                "the Hesters Way centre"
            ),
            Place(
                "Leyhill workshop",
                "Leyhill",
                9,
                "",
                "the healthcare wing",
                "the grounds",
                "the canteen",
                "the library",
                "the workshop"
            ) with
            {
                InCustody = true,
            },
        ],
        Help =
        [
            OutAndAbout.Lifts,
            OutAndAbout.Gardening,
            OutAndAbout.Shopping,
            AtHome.Company,
            AtHome.Repairs,
            AtHome.Calls,
            OutAndAbout.Pets,
            AtHome.Cooking,
            AtHome.Sewing,
            HeadAndHand.Letters,
            HeadAndHand.Computers,
            HeadAndHand.Music,
            HeadAndHand.Bikes,
            HeadAndHand.Languages,
            OutAndAbout.KeepingWell,
            HeadAndHand.Children,
            Together.Desk,
            Together.HavingASay,
            Together.Listening,
        ],
        Communities =
        [
            (DemoNames.English, 62),
            (DemoNames.Caribbean, 9),
            (DemoNames.Welsh, 9),
            (DemoNames.SouthAsian, 7),
            (DemoNames.Irish, 4),
            (DemoNames.Polish, 6),
            (DemoNames.Bengali, 3),
        ],
        Shifts =
        [
            new("A morning at the front desk", Together.Desk, 0, DayOfWeek.Monday, 7, 1, 4, 180),
            new("A morning at the front desk", Together.Desk, 0, DayOfWeek.Thursday, 7, 1, 4, 180),
            new("An afternoon at the front desk", Together.Desk, 1, DayOfWeek.Wednesday, 7, 1, 3, 150),
            new("The kitchen cabinet", Together.HavingASay, 0, DayOfWeek.Tuesday, 28, 6, 9, 105) { NotIn = [8] },
            new(
                "Bicycles refurbished for the children's centre|Bicycles refurbished for the refugee project|Bicycles refurbished for the scouts|Bicycles stripped for parts and sorted",
                HeadAndHand.Bikes,
                3,
                DayOfWeek.Tuesday,
                7,
                4,
                14,
                180
            ),
            new("On call as a listener", Inside.Listener, 3, DayOfWeek.Friday, 14, 2, 6, 300),
            new("The community garden, with spades", OutAndAbout.Gardening, 1, DayOfWeek.Saturday, 21, 5, 12, 150)
            {
                NotIn = [11, 12, 1, 2],
            },
            new("Folded, stamped and delivered the newsletter", Together.Desk, 2, DayOfWeek.Wednesday, 56, 5, 10, 105),
            new("On the panel that chose the new worker", Together.HavingASay, 0, DayOfWeek.Thursday, 7, 3, 3, 210)
            {
                BeganDaysAgo = 160,
                EndedDaysAgo = 148,
            },
        ],
        Characters =
        [
            new("Jean", "Niblett")
            {
                SignIn = "member@fair-shares.example",
                Born = 1948,
                Gives = 6,
                Receives = 4.5,
                ShowsEverything = true,
                Can = [AtHome.Cooking, AtHome.Calls, AtHome.Sewing],
                Needs = [OutAndAbout.Lifts, OutAndAbout.Gardening, AtHome.Repairs],
                About = "Born in Barton Street, three children, eleven grandchildren. I bake, I sew and I like a talk.",
            },
            new("Errol", "Blackwood")
            {
                SignIn = "peer-broker@fair-shares.example",
                Role = DemoRole.PeerBroker,
                Born = 1957,
                Gives = 6,
                Receives = 3,
                Can = [OutAndAbout.Lifts, AtHome.Company, Together.Desk],
                About = "Thirty years on the buses. I know everybody, and what I do not know I ask.",
            },
            new("Helen", "Cratchley")
            {
                SignIn = "coordinator@fair-shares.example",
                Role = DemoRole.Coordinator,
                Born = 1974,
                Gives = 1,
                Receives = 1,
                About = "I run the Gloucester hub and mend a bad puncture.",
            },
            new("Reg", "Clutterbuck")
            {
                SignIn = "trustee@fair-shares.example",
                Role = DemoRole.Trustee,
                Born = 1944,
                Gives = 3,
                Receives = 1,
                Place = 1,
                Can = [HeadAndHand.Letters, Together.HavingASay],
                About = "Chair of the trustees. Retired from the waterworks.",
            },
            new("Priya", "Desai")
            {
                SignIn = "manager@fair-shares.example",
                Role = DemoRole.Manager,
                IsMember = false,
                Born = 1981,
            },
            new("Margaret", "Jones")
            {
                Born = 1941,
                Gives = 0,
                Receives = 6,
                Needs = [OutAndAbout.Lifts, OutAndAbout.Shopping],
            },
            new("Margaret", "Jones")
            {
                Born = 1972,
                Place = 1,
                Gives = 5,
                Receives = 1,
                Can = [HeadAndHand.Computers, HeadAndHand.Letters],
            },
        ],
    };
}
