namespace CoProduce.Web.Data.Demo.Help;

/// <summary>Help between people in prison, where nobody can simply come round.</summary>
public static class Inside
{
    /// <summary>Reading, one to one.</summary>
    public static readonly HelpKind Reading = new("Reading one to one")
    {
        Done =
        [
            new(30, 30, "Toe by toe, twenty minutes and a talk"),
            new(30, 45, "Toe by toe, the red book finished"),
            new(30, 60, "Read a letter from home together"),
            new(45, 60, "Wrote a story to record for a daughter"),
            new(30, 60, "Practised for the theory test"),
        ],
        Skills = ["I learnt to read at 31, inside", "Toe by toe mentor", "Patience"],
        Offers = [new("Reading, one to one", "Twenty minutes a day. Nobody laughs.", 30)],
        Requests =
        [
            new("Help to read my daughter's letters", "I have kept them all.", 30, "Read the letters from home"),
            new("Practice for the theory test", "I go out in the spring and there is a job with a van.", 45),
        ],
    };

    /// <summary>Listening, day and night.</summary>
    public static readonly HelpKind Listener = new("Listening")
    {
        Done =
        [
            new(30, 90, "Listened"),
            new(60, 120, "Sat up on the first night"),
            new(30, 60, "Listened after bad news from home"),
            new(45, 60, "Showed a new man how things work on the wing"),
        ],
        Skills = ["Trained listener", "I have done my first night and remember it"],
        Offers = [new("Somebody to talk to on your first night", "Ask an officer for a listener.", 60)],
        Requests = [new("A listener on Sunday evening", "The day my mother used to visit.", 60, "Listened, on a Sunday evening")],
    };

    /// <summary>Skills passed on.</summary>
    public static readonly HelpKind Trade = new("Learning a trade")
    {
        Done =
        [
            new(60, 120, "Taught how to true a wheel"),
            new(60, 90, "A haircut before a visit"),
            new(60, 120, "First steps in bricklaying"),
            new(45, 90, "Guitar, the chords of E and A"),
            new(60, 90, "English conversation"),
            new(45, 60, "Showed how to prune a hedge without killing it"),
        ],
        Skills = ["Bricklayer by trade", "Barber", "Bicycles, all makes", "Guitar"],
        Offers = [new("Haircuts before visits", "Saturday mornings.", 60)],
        Requests = [new("Guitar lessons", "There is one in the chapel.", 45)],
    };
}
