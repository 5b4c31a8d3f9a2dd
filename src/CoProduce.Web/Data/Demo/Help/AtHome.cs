namespace CoProduce.Web.Data.Demo.Help;

/// <summary>Help around the house.</summary>
public static class AtHome
{
    /// <summary>Small repairs and decorating.</summary>
    public static readonly HelpKind Repairs = new("DIY and small repairs")
    {
        Done =
        [
            new(30, 60, "Hung a shelf in the hall"),
            new(15, 45, "Changed the washer on a dripping tap"),
            new(60, 180, "Painted the kitchen ceiling"),
            new(30, 60, "Put up a grab rail by the back step"),
            new(45, 120, "Put together a chest of drawers from the box"),
            new(15, 30, "Changed four light bulbs nobody could reach"),
            new(30, 60, "Eased a door that had stuck since the winter"),
            new(30, 60, "Fixed the gate latch and oiled the hinges"),
            new(120, 240, "Stripped the wallpaper in the back bedroom"),
            new(30, 60, "Bled the radiators"),
            new(30, 75, "Fitted a key safe and a door chain"),
            new(45, 90, "Rehung the curtains and mended the track"),
            new(15, 30, "Replaced the batteries in every smoke alarm"),
            new(45, 90, "Put up a bird feeder and mended the bench"),
        ],
        Skills =
        [
            "Joiner by trade",
            "Painting and decorating",
            "I can mend most things that are not electric",
            "Flat packs, and I enjoy them",
        ],
        Offers =
        [
            new("Small jobs about the house", "Shelves, doors, taps. I bring my own tools. Not gas, not electrics.", 60),
            new("Painting a room", "If you move the ornaments I do the rest.", 180),
            new("Show you how", "I would rather teach you to hang a shelf than hang it.", 90),
        ],
        Requests =
        [
            new("A curtain rail put back up", "It came down in the night, plaster and all.", 60),
            new("A shelf low enough to reach", "I am in a chair now and everything is too high.", 60),
            new("A dripping tap seen to", "It keeps me awake.", 30),
            new("The spare room painted", "My nephew is coming to live with me. He says blue.", 240, "Painted the spare room blue"),
            new("A squeaking door mended", "The neighbours have been very patient.", 30),
        ],
    };

    /// <summary>Visiting and company.</summary>
    public static readonly HelpKind Company = new("Company and visiting")
    {
        Done =
        [
            new(60, 90, "A cup of tea and a long talk"),
            new(60, 120, "An afternoon of cards"),
            new(45, 90, "Sat in while the family went out"),
            new(60, 120, "Visited in hospital and brought clean nightclothes"),
            new(60, 90, "Dominoes, best of seven"),
            new(60, 120, "Went through the old photographs together"),
            new(60, 120, "Lunch together after the funeral"),
            new(45, 90, "Read the paper aloud and argued about it"),
            new(60, 120, "Chess, and a lesson in losing"),
            new(90, 150, "Watched the cricket and kept score"),
            new(60, 120, "Kept company while waiting for the surgeon to ring"),
            new(45, 75, "A visit on the first week in the new flat"),
        ],
        Skills =
        [
            "I am a good listener and I make good tea",
            "Draughts, dominoes and cribbage",
            "Sitting with people who are ill, I was a nurse",
            "Stories, true and not quite",
        ],
        Offers =
        [
            new("A visit once a week", "I live alone too, so it does us both good.", 60),
            new("A game of dominoes", "I am rusty but I do not mind losing.", 90),
            new(
                "Sitting with somebody so that you can go out",
                "I nursed my mother for six years. I know what an evening off is worth.",
                120
            ),
        ],
        Requests =
        [
            new("Somebody to play chess with", "My last partner moved to Devon.", 90, "Two games of chess"),
            new("A visitor on a Wednesday", "I am sharp as a tack and bored with the television.", 60, "The Wednesday visit"),
            new(
                "Somebody to watch the football with",
                "I have the big television. You bring the opinions.",
                120,
                "Watched the football and shouted"
            ),
            new(
                "Two hours off",
                "The one I look after cannot be left. I would like to sit in a café with a newspaper.",
                120,
                "Sat in for two hours, so that the carer could go out"
            ),
        ],
    };

    /// <summary>Telephone calls for company or as a reminder.</summary>
    public static readonly HelpKind Calls = new("Phone calls")
    {
        Done =
        [
            new(15, 30, "A good-morning call"),
            new(15, 30, "A call to say the tablets are on the table"),
            new(30, 60, "On the telephone when the night was long"),
            new(15, 45, "Help with spelling by telephone"),
            new(15, 30, "Rang round to remind people of the lunch"),
            new(15, 30, "A goodnight call"),
            new(30, 45, "Did the crossword together by telephone"),
            new(15, 30, "A call after the doctor's to hear how it went"),
            new(30, 45, "Sang through a hymn down the line"),
        ],
        Skills =
        [
            "I cannot get out but I can talk",
            "A cheerful voice in the morning",
            "Spelling and crosswords",
            "I know what it is to wait for the telephone",
        ],
        Offers =
        [
            new("A call every morning", "I am up at six. It takes five minutes or fifty, as you like.", 15),
            new("Help with spelling by telephone", "I was a school secretary. Ring before you send it.", 30),
            new("Ringing round for you", "If thirty people need telling, I tell thirty people.", 60),
        ],
        Requests =
        [
            new("A call in the morning to get me going", "Before nine. I answer on the third ring.", 15, "A call to get the morning going"),
            new("Somebody to ring me on Sundays", "It is the long day.", 30, "A long call on a long day"),
            new("Reminder calls for my eye drops", "Four times a day for a week.", 30, "Reminder calls for the eye drops"),
        ],
    };

    /// <summary>Cooking, baking and eating together.</summary>
    public static readonly HelpKind Cooking = new("Cooking and baking")
    {
        Done =
        [
            new(60, 120, "Cooked a week of soups for the freezer"),
            new(60, 120, "Taught how to make a proper chicken biryani"),
            new(45, 90, "Baked a birthday cake for a ninetieth"),
            new(60, 120, "Made jam from four pounds of gooseberries"),
            new(90, 150, "Cooked together: one pot, one ring, five suppers"),
            new(60, 120, "Cooked a pan of dal together, and ate it"),
            new(60, 90, "Brought dinner on a plate and stayed to eat"),
            new(60, 120, "Showed how to make flatbread, after three tries"),
            new(60, 90, "A first lesson in bread"),
            new(45, 90, "Cooked halal for an old neighbour home from hospital"),
            new(60, 120, "Dumplings, and how to get them right"),
        ],
        Skills =
        [
            "Cooking for ten or for a hundred",
            "Cakes for any birthday",
            "I have cooked in a school kitchen",
            "Cooking for one on not very much",
        ],
        Offers =
        [
            new("A birthday cake", "Sponge or fruit. Tell me the name and how many candles.", 90),
            new("Cooking lessons at my stove", "What I cook at home, from nothing, with what the market has.", 120),
            new("Soup", "I make too much every week.", 30),
        ],
        Requests =
        [
            new(
                "Somebody to teach me to cook for one",
                "I always left it to somebody else. I can do eggs.",
                120,
                "A cooking lesson: supper for one"
            ),
            new("A cake for a sixteenth birthday", "Chocolate. I have burnt two.", 90, "A chocolate cake for a sixteenth birthday"),
            new("A hot meal when I come home from hospital", "Just the first two days.", 60, "A hot meal on the day home from hospital"),
            new("Company in the kitchen", "I have stopped cooking because there is nobody to eat it.", 90),
        ],
    };

    /// <summary>Sewing, knitting and mending.</summary>
    public static readonly HelpKind Sewing = new("Sewing and mending")
    {
        Done =
        [
            new(30, 60, "Took up two pairs of trousers"),
            new(15, 30, "Sewed on seven buttons"),
            new(60, 120, "Made a pair of lined curtains fit a new window"),
            new(60, 120, "A knitting lesson, casting on to the first inch"),
            new(30, 60, "Put a new zip in a winter coat"),
            new(60, 180, "Knitted a cardigan for a grandchild on the way"),
            new(45, 90, "Let out a suit for a wedding"),
            new(60, 90, "Got an old sewing machine running again"),
            new(30, 60, "Sewed name tapes into a whole school uniform"),
        ],
        Skills = ["Dressmaker", "Knitting, any pattern", "Invisible mending"],
        Offers = [new("Hems and zips", "Leave it with me for a week.", 45), new("Learn to knit", "Left-handers too, I am one.", 60)],
        Requests =
        [
            new("A zip for a winter coat", "It is a good coat and I cannot afford another.", 60),
            new("Trousers taken up", "I have shrunk.", 45),
            new(
                "Help to finish a blanket",
                "My hands will not do it any more and there are only six squares to go.",
                120,
                "Finished the blanket, the last six squares"
            ),
        ],
    };
}
