namespace CoProduce.Web.Data.Demo.Help;

/// <summary>Help for everybody at once: the desk, the committee, listening, rooms and vans.</summary>
public static class Together
{
    /// <summary>The front desk and the office.</summary>
    public static readonly HelpKind Desk = new("Front desk and office")
    {
        Done =
        [
            new(120, 240, "A morning at the front desk"),
            new(120, 240, "An afternoon at the front desk"),
            new(60, 120, "Folded and stamped the newsletter"),
            new(60, 120, "Delivered newsletters round the estate"),
            new(60, 120, "Typed in the paper slips"),
            new(60, 90, "Took photographs at the summer lunch"),
            new(120, 180, "Ran the stall at {market}"),
            new(90, 180, "Set out chairs, made the tea and washed up"),
            new(60, 120, "Showed round six visitors from another time bank"),
        ],
        Skills = ["A friendly face at the desk", "Office work and telephones", "Making tea for eighty"],
        Offers =
        [
            new("Half a day a week at the desk", "I like to know who is coming in.", 180),
            new("Newsletter round", "I can do the streets behind the station on foot.", 60),
        ],
        Requests = [new("Practice for a receptionist's job", "I would like to sit in at the desk a few times first.", 120)],
    };

    /// <summary>Committees, interviews, research: having a say.</summary>
    public static readonly HelpKind HavingASay = new("Committee and having a say")
    {
        Done =
        [
            new(90, 120, "The kitchen cabinet"),
            new(120, 240, "On the panel that chose the new worker"),
            new(90, 180, "Peer research: two interviews and the notes"),
            new(60, 120, "Wrote the members' page for the yearly report"),
            new(60, 120, "Spoke about the time bank to student nurses"),
            new(90, 150, "Sat with the surgery's patients' group"),
            new(60, 120, "Checked the new leaflet for plain words"),
        ],
        Skills =
        [
            "Chairing a meeting so that it ends on time",
            "I was a shop steward",
            "Asking people questions and writing down what they say",
        ],
        Offers = [new("Taking the minutes", "Short ones that people read.", 90)],
        Requests =
        [
            new(
                "Somebody to explain the accounts to me",
                "I said yes to the committee and now there are figures.",
                60,
                "Explained the accounts"
            ),
        ],
    };

    /// <summary>Listening and peer support.</summary>
    public static readonly HelpKind Listening = new("Listening and peer support")
    {
        Done =
        [
            new(60, 90, "Listened"),
            new(60, 90, "Talked about the voices, and what helps"),
            new(45, 90, "Went along to the first group session and sat near the door"),
            new(60, 90, "Met in the café after a bad week"),
            new(60, 90, "Told how it was to come off the ward"),
            new(45, 75, "Practised the journey to the day centre twice"),
            new(60, 90, "Made a plan for the hard days"),
            new(60, 120, "Sat together through the benefits telephone assessment"),
        ],
        Skills = ["I have been there myself", "Listening without giving advice", "Trained peer supporter", "Sober, and glad of it"],
        Offers =
        [
            new("Somebody who has been there", "I was on the ward in 2016. I am not any more. We can have tea.", 60),
            new("Company on the first day of anything", "Groups, classes, interviews. I stand beside you and say nothing.", 90),
        ],
        Requests =
        [
            new("Someone to come with me to the first session", "I get as far as the door.", 60, "Went in together to the first session"),
            new("Somebody who knows what panic is", "Just to talk to, not a doctor.", 60, "Talked about panic"),
            new("Company before the assessment", "I do not sleep the night before.", 90, "Company before the assessment"),
        ],
    };

    /// <summary>What organisations lend: rooms, vans, things.</summary>
    public static readonly HelpKind Rooms = new("Rooms and equipment")
    {
        Done =
        [
            new(120, 240, "The minibus and its driver for a family day out"),
            new(120, 180, "The upstairs room for a sewing afternoon"),
            new(60, 180, "The hall for a christening party"),
            new(120, 240, "The kitchen for a day of cooking"),
            new(60, 120, "A quiet room for a difficult meeting"),
            new(60, 120, "The projector and somebody who can work it"),
            new(120, 240, "The van for a house move"),
            new(60, 120, "The garden for the drawing group"),
            new(60, 120, "Four trestle tables, a tea urn and their delivery"),
        ],
        Skills =
        [
            "A minibus with sixteen seats, free on Mondays",
            "A room for twenty with a kitchen and a ramp",
            "A projector, a screen and a sound system",
        ],
        Offers =
        [
            new("Our minibus on Mondays", "Sixteen seats and a lift for a wheelchair. One of our drivers comes with it.", 240),
            new("A room for twenty", "Step-free, with a kitchen. Weekday evenings until nine.", 120),
            new("Projector and screen", "To lend for an evening. We carry it round.", 120),
        ],
        Requests =
        [
            new(
                "Somebody to paint our youth room",
                "We supply the paint, the rollers and the pizza.",
                240,
                "Painted a wall of the youth room"
            ),
            new("Somebody to serve tea at our open day", "From two to five.", 180, "Served tea at the open day"),
            new("A photographer for our concert", "Half an hour would do.", 60, "Photographs of the concert"),
        ],
    };

    /// <summary>What members do for an organisation-member in return.</summary>
    public static readonly HelpKind ForNeighbours = new("Help for local groups")
    {
        Done =
        [
            new(120, 240, "Painted the youth room"),
            new(120, 180, "Served tea at the open day"),
            new(60, 120, "Dug and planted the front bed"),
            new(60, 180, "Photographs of the concert"),
            new(60, 120, "Carried leaflets to every door in the street"),
            new(60, 120, "Read with the after-school club"),
            new(90, 180, "Stewards' table at the carnival"),
            new(60, 120, "Interpreted at the parents' evening"),
            new(60, 120, "Mended eleven chairs"),
        ],
        Skills = ["I turn up when I say I will", "Setting up and clearing away"],
        Offers = [new("A pair of hands for your open day", "Chairs, tea, coats, car park.", 180)],
        Requests = [new("Stewards for the street party", "Yellow jackets supplied.", 180, "Steward at the street party")],
    };
}
