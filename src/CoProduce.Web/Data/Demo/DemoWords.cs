namespace CoProduce.Web.Data.Demo;

/// <summary>What the people of the demo say of themselves, where they live, and what went wrong now and then.</summary>
public static class DemoWords
{
    /// <summary>What people of any age say of themselves.</summary>
    public static readonly IReadOnlyList<string> About =
    [
        "New here. I would like to know my neighbours.",
        "I do not get about much but I am good on the telephone.",
        "I like gardens, football and being asked.",
        "Shy at first. It passes.",
        "Just moved from the hostel into my own flat.",
        "I sing in the kitchen and sometimes in church.",
        "Between jobs, so use me while you can.",
        "I have a van, a ladder and a bad knee.",
        "I lost my sight in 2015. I still bake.",
        "Chess, cricket, curry.",
        "I was helped when I needed it. Now it is my turn.",
        "Good with my hands, not with forms.",
        "Ask me about bees.",
        "I have worked since I was fourteen and do not like sitting still.",
        "I am quiet, and I notice things.",
        "Night worker, so ring after two in the afternoon.",
        "Three children and no quiet. Evenings are best.",
        "I joined for the walks. I am told I talk too much on hills.",
    ];

    /// <summary>What older people say of themselves.</summary>
    public static readonly IReadOnlyList<string> AboutInLaterLife =
    [
        "Widowed, two cats, always up for a walk.",
        "Retired from the post. I know every street.",
        "I look after my other half, so my hours are odd.",
        "I used to teach. Once a teacher.",
        "Old enough to know better.",
        "Please ring, I do not read messages.",
        "I joined because the doctor said so and stayed because of the company.",
        "My daughter signed me up. She was right.",
        "Two new hips and nowhere to be.",
        "The house is too big and too quiet since the children went.",
        "I was on the railway forty years and I am never late.",
        "I do not need much, but I would like to be useful.",
    ];

    /// <summary>What people say who came from abroad.</summary>
    public static readonly IReadOnlyList<string> AboutFromAbroad =
    [
        "My English is better every week.",
        "I came to this country young and I am still not used to the weather.",
        "At home everybody helped everybody. Here too, it turns out.",
        "I cook too much, so come.",
        "I can help with the language, and with waiting rooms.",
    ];

    /// <summary>What people say in prison.</summary>
    public static readonly IReadOnlyList<string> AboutInside =
    [
        "I like to make things that somebody will use.",
        "I never learnt to read at school. I have now.",
        "Keeping busy, looking forward.",
        "I give my hours to my mother's time bank at home.",
    ];

    /// <summary>What they add, when they say a second thing.</summary>
    public static readonly IReadOnlyList<string> AboutMore =
    [
        "Happy to be rung.",
        "Not on Fridays.",
        "Evenings are best.",
        "I live by the station.",
        "Two buses from everywhere.",
        "I keep three hens.",
        "Season ticket, hope dies last.",
        "Church on Sundays.",
        "I am learning to swim.",
        "Tea, no sugar.",
        "I do not drive any more.",
        "Top floor, and the lift mostly works.",
        "I am on the allotments when it is dry.",
        "Ask me in good time and I will be there.",
        "Radio on all day.",
        "I have time, that is the one thing I have.",
    ];

    /// <summary>When and where somebody can help.</summary>
    public static readonly IReadOnlyList<string> When =
    [
        "Most weekday afternoons.",
        "Any morning but Monday.",
        "Evenings and weekends.",
        "Within a walk of the hall.",
        "Anywhere the bus goes.",
        "A day's notice is enough.",
        "Once a week, or more when it is needed.",
        "At my kitchen table or yours.",
        "Not in the school holidays.",
        "Ask the office, they know when I am about.",
    ];

    /// <summary>What people put behind a skill; the empty one is the most usual.</summary>
    public static readonly IReadOnlyList<string> SkillNotes =
    [
        "",
        "",
        "",
        "",
        " (mornings)",
        " (not Sundays)",
        " (weekends)",
        " (evenings too)",
        " (ask me first)",
        " (short notice is fine)",
        " (near home)",
        " (not when it is icy)",
        " (ring the day before)",
        " (I would like company)",
        " (for a slice of cake)",
        " (a few hours a month)",
    ];

    /// <summary>What it helps to know before a visit.</summary>
    public static readonly IReadOnlyList<string> AccessNeeds =
    [
        "Hard of hearing, speak to the left side.",
        "Walks with a stick, no stairs.",
        "Wheelchair, ramp at the back.",
        "Give plenty of time to come to the door.",
        "Afraid of dogs.",
        "Large print, please.",
        "Oxygen at home, no smoking.",
        "Gets tired after an hour.",
        "Lip-reads: face the light.",
        "Please no visits before noon.",
    ];

    /// <summary>Streets.</summary>
    public static readonly IReadOnlyList<string> Streets =
    [
        "Orchard Way",
        "Quarry Hill",
        "Canal Row",
        "Station Road",
        "Mill Lane",
        "Chapel Street",
        "Wharf Cottages",
        "Victoria Terrace",
        "The Crescent",
        "Church Row",
        "Jubilee Court",
        "Elm Grove",
        "Tower Walk",
        "Brickfield Road",
        "Laundry Yard",
        "Albert House",
        "Meadow View",
        "Cobbler's Alley",
        "Prospect Place",
        "Lime Tree Close",
    ];

    /// <summary>Why one side said that it is not right.</summary>
    public static readonly IReadOnlyList<string> Disputes =
    [
        "It was shorter than that. We stopped for tea in between.",
        "This one is down already, from the week before.",
        "I was away that day. It must have been somebody else.",
        "We agreed it was a present, not for credits.",
        "It was put off and has not happened yet.",
        "I think it is the wrong way round.",
        "Half of it was for my neighbour, so please split it.",
        "I do not remember this one. Can somebody ring me?",
    ];

    /// <summary>Why a coordinator undid an exchange.</summary>
    public static readonly IReadOnlyList<string> Reversals =
    [
        "Logged twice: once on the paper slip and once on the screen.",
        "Put down for the wrong person. Entered again for the right one.",
        "It did not happen that day after all.",
        "The hours were typed wrongly. Entered again.",
        "Giver and receiver were the wrong way round. Entered again.",
        "Both asked for it to be a favour between friends.",
        "It was for two people. Entered again as two.",
        "The date was a month out. Entered again.",
    ];

    /// <summary>Why somebody took an exchange back before it counted; the last is what is said when a dispute was settled so.</summary>
    public static readonly IReadOnlyList<string> Withdrawals =
    [
        "Pressed it twice.",
        "We have decided to do it another day.",
        "Wrong date, I have put it in again.",
        "Settled on the telephone, and entered again as it was.",
    ];
}
