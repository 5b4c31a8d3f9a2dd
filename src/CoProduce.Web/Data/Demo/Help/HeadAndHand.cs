namespace CoProduce.Web.Data.Demo.Help;

/// <summary>Help with letters and screens, words and music, children and bicycles.</summary>
public static class HeadAndHand
{
    /// <summary>Forms, letters and telephone queues.</summary>
    public static readonly HelpKind Letters = new("Forms and letters")
    {
        Done =
        [
            new(60, 120, "Filled in the attendance allowance form"),
            new(30, 60, "Wrote to the council about the damp"),
            new(30, 60, "Went through a drawer of unopened post"),
            new(45, 90, "Held the line with the gas company, and got somewhere"),
            new(60, 120, "Put together a CV from forty years of work"),
            new(30, 60, "Wrote a letter to the housing association"),
            new(30, 60, "Explained a letter from the hospital in plain words"),
            new(60, 120, "Prepared for the tenancy appeal"),
            new(45, 90, "Filled in the school place form before the deadline"),
            new(15, 45, "Wrote the envelopes for sixty Christmas cards"),
            new(30, 60, "Applied for the blue badge, photographs and all"),
        ],
        Skills =
        [
            "I worked in the benefits office and know the forms from the other side",
            "Writing letters that get an answer",
            "Patience with call centres",
            "Solicitor's clerk",
        ],
        Offers =
        [
            new("Help with forms", "Benefits, blue badges, school places. Bring everything, also what you did not open.", 60),
            new("Letters written", "You talk, I type, you sign.", 45),
        ],
        Requests =
        [
            new("Help with a form twenty-six pages long", "They want it by the end of the month and I feel ill looking at it.", 120),
            new("A letter about the mould in the bedroom", "I have written twice. Perhaps I am too polite.", 60),
            new(
                "Somebody to read me a letter",
                "It is from the hospital and the print is very small.",
                30,
                "Read a letter from the hospital, twice"
            ),
            new("A first CV", "I never needed one before.", 90, "Wrote a first CV"),
        ],
    };

    /// <summary>Telephones, tablets and computers.</summary>
    public static readonly HelpKind Computers = new("Computers and phones")
    {
        Done =
        [
            new(30, 60, "Got the photographs off an old phone"),
            new(45, 90, "A first lesson on the tablet"),
            new(30, 60, "Set up video calls to a daughter in Canada"),
            new(30, 60, "Made the letters bigger and the ringing louder"),
            new(60, 120, "Cleaned up a laptop that had slowed to a crawl"),
            new(30, 60, "Showed how to order a prescription on the phone"),
            new(15, 45, "Got the printer to print"),
            new(45, 90, "Learnt together how to spot a scam"),
            new(30, 60, "Tuned the television in again after the storm"),
            new(45, 90, "Shopping online: the whole basket, up to the paying"),
            new(30, 60, "Found a lost password, and a better way to keep it"),
        ],
        Skills =
        [
            "I can explain a phone without sighing",
            "Computers, the older the better",
            "I was taught at {library} and now I teach others",
        ],
        Offers =
        [
            new("Phone and tablet lessons", "Slowly, with a pencil and paper, as often as it takes.", 60),
            new("Tired laptops", "I wipe them and put something light on. Most live another five years.", 90),
        ],
        Requests =
        [
            new(
                "Help to see the family on the screen",
                "They are abroad. My cousin set it up and then it went.",
                60,
                "Got the family back on the screen"
            ),
            new("My new phone made to ring louder", "And the letters bigger.", 30, "Made a new phone ring louder"),
            new("A computer lesson for a beginner", "I want to look up my father's ship.", 60, "A computer lesson; found the ship"),
            new("The printer made to work", "It says it is offline. So am I.", 45),
        ],
    };

    /// <summary>Languages, reading and study.</summary>
    public static readonly HelpKind Languages = new("Languages and reading")
    {
        Done =
        [
            new(60, 90, "English conversation over coffee"),
            new(60, 90, "Practised for the citizenship test"),
            new(30, 60, "A reading lesson, pages 12 to 15"),
            new(60, 90, "Spanish for a beginner with a wedding to go to"),
            new(30, 60, "Interpreted at the surgery"),
            new(60, 120, "Maths for the college entrance test"),
            new(45, 60, "Read together with a boy who says he hates books"),
            new(60, 90, "British Sign Language, the first fifty signs"),
            new(30, 60, "Translated a birth certificate"),
            new(60, 90, "French with an old soldier"),
            new(60, 90, "Welsh for people who had it as children"),
        ],
        Skills =
        [
            "Reading and writing, from the beginning",
            "Primary teacher",
            "English, slowly, over coffee",
            "School French and better Spanish",
            "British Sign Language level 3",
        ],
        Offers =
        [
            new("English conversation", "No grammar unless you want it. We could walk while we talk.", 60),
            new("Help with reading, for grown-ups", "In private, at your pace. Nobody needs to know.", 60),
            new("Interpreting", "At the surgery, the school or the bank. Ask the office which languages.", 60),
        ],
        Requests =
        [
            new("English practice twice a month", "I understand the news now, but I am shy to speak.", 60),
            new("Somebody to help me read better", "I would like to read to the little ones at home.", 60, "A reading lesson"),
            new(
                "English conversation with somebody patient",
                "I understand the news, but on the telephone I lose my words.",
                60,
                "English conversation, with patience"
            ),
        ],
    };

    /// <summary>Music, art and making things.</summary>
    public static readonly HelpKind Music = new("Music and arts")
    {
        Done =
        [
            new(45, 60, "A guitar lesson, the chords of C and G"),
            new(60, 90, "Played the piano for the singing afternoon"),
            new(30, 60, "A first lesson on the harmonica"),
            new(60, 120, "Drawing together by the canal"),
            new(60, 90, "Sang at a ninetieth birthday"),
            new(60, 120, "Painted the backdrop for the pantomime"),
            new(45, 75, "Tuned an old upright well enough for hymns"),
            new(60, 120, "Taught three folk dances, nobody hurt"),
            new(60, 90, "Took portrait photographs of a family of seven"),
            new(60, 120, "Pottery with the windows open"),
        ],
        Skills = ["Guitar, mostly Irish songs", "Piano by ear, any key you like", "Watercolours", "I sing, alto or tenor"],
        Offers =
        [
            new("Guitar for beginners", "I have a spare one with all its strings.", 60),
            new("Piano for your party", "Songs from 1930 to about 1985.", 90),
            new("Drawing with somebody", "I draw at the canal on Wednesdays. There is room on the bench.", 90),
        ],
        Requests =
        [
            new(
                "Somebody to sing with",
                "I used to be in a choir. I still have most of the notes.",
                60,
                "Sang together, most of the notes"
            ),
            new("Guitar lessons for a boy of 13", "He has stopped talking, but he plays.", 60, "A guitar lesson for a boy of 13"),
            new("A piano tuned", "It has been through two floods.", 60),
        ],
    };

    /// <summary>Children and families.</summary>
    public static readonly HelpKind Children = new("Childcare and families")
    {
        Done =
        [
            new(90, 180, "Looked after the twins during a hospital appointment"),
            new(30, 60, "Walked two children to school"),
            new(60, 120, "Helped with homework at the kitchen table"),
            new(120, 240, "Babysat on a wedding anniversary"),
            new(60, 120, "An hour in the playground so that somebody could sleep"),
            new(30, 60, "Collected from nursery when the train was late"),
            new(90, 180, "Ran the crèche during the committee"),
            new(60, 90, "Bathed the baby and talked of other things"),
            new(60, 120, "Took a boy of nine to his first football training"),
        ],
        Skills = ["Good with small children and with tired parents", "Nursery nurse, DBS seen", "Homework, up to about fourteen"],
        Offers =
        [
            new("Babysitting", "Checks are with the office. I bring my knitting.", 180),
            new("The school walk", "I take mine to the primary school at half past eight and can take yours.", 30),
        ],
        Requests =
        [
            new("Two hours on a Thursday", "I have a class. He is two and likes buses.", 120, "Two hours with a boy who likes buses"),
            new(
                "Somebody to walk my two to school",
                "My ankle is in plaster and the hill is long.",
                30,
                "Walked two children up the hill to school"
            ),
            new("Help with maths homework", "Year 8. I left school early.", 60),
        ],
    };

    /// <summary>Bicycles, mended and lent.</summary>
    public static readonly HelpKind Bikes = new("Bikes")
    {
        Done =
        [
            new(30, 60, "Mended a puncture and taught how"),
            new(60, 120, "Trued a wheel and fitted new brakes"),
            new(60, 120, "Built one good bike out of two"),
            new(60, 90, "First ride in thirty years, round {park}"),
            new(30, 60, "Raised a saddle and fixed the gears"),
            new(60, 120, "Taught a grown woman to ride"),
            new(30, 45, "A safety check and new lights for the winter"),
        ],
        Skills = ["Bicycle mechanic, all makes", "I can teach anybody to ride"],
        Offers =
        [
            new("Bikes mended", "Bring it round. Parts at cost, time is time.", 60),
            new("Learn to ride, any age", "Early on Sunday when nobody is looking.", 60),
        ],
        Requests =
        [
            new("An old bike made safe", "It has hung in the shed since the lockdown.", 60, "Made an old bike safe"),
            new("Somebody to ride with", "I have forgotten how the roundabouts work.", 60, "A ride together, roundabouts included"),
        ],
    };
}
