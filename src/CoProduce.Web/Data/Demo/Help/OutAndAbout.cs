namespace CoProduce.Web.Data.Demo.Help;

/// <summary>Help that takes people out of the house, or saves them going.</summary>
public static class OutAndAbout
{
    /// <summary>Lifts in a car, and company on a journey.</summary>
    public static readonly HelpKind Lifts = new("Lifts and going along")
    {
        Done =
        [
            new(60, 150, "A lift to the eye hospital and back"),
            new(45, 120, "A lift to {hospital} for a check-up"),
            new(30, 60, "A lift to the surgery for a blood test"),
            new(60, 120, "Took the bus together to the hearing aid clinic"),
            new(90, 180, "Went along to the benefits appointment"),
            new(30, 60, "Dropped off at day surgery at half past six in the morning"),
            new(45, 90, "Home from {hospital} with two bags and a walking frame"),
            new(30, 60, "A lift to the dentist"),
            new(60, 120, "To the garden centre and back, with a stop for tea"),
            new(30, 45, "A lift to church and back"),
            new(60, 90, "Took an old mattress and six bags to the tip"),
            new(45, 75, "Walked together to {library} for the first time since the fall"),
            new(90, 180, "A day out to visit a sister in the care home"),
            new(30, 60, "Met off the late train and driven home"),
        ],
        Skills =
        [
            "I have a car and a good sense of direction",
            "Driving, and I do not mind waiting in hospitals",
            "Going along with people who do not like going alone",
            "I know every bus in {town}",
        ],
        Offers =
        [
            new("Lifts on weekday mornings", "I have a small car, easy to get in and out of. Room for a folding wheelchair."),
            new("Company on the bus", "I have a pass and plenty of time. Happy to go along to appointments and wait."),
            new("Trips to the tip", "An estate car and a strong back. Saturdays."),
            new("Evening lifts home", "From choir, the hall or the station, so that nobody walks in the dark."),
        ],
        Requests =
        [
            new("A lift to the eye clinic", "They put drops in so I cannot drive myself. It takes the whole morning.", 120),
            new("A lift to {hospital} for physiotherapy", "Every other Thursday at 10. I use a stick and manage a normal car.", 90),
            new(
                "Somebody to come along to my hearing",
                "Not to speak for me, only to sit beside me. I have been putting it off.",
                120,
                "Sat beside at the hearing"
            ),
            new(
                "A lift to the cemetery",
                "It would have been my brother's birthday. I can wait for any fine day.",
                90,
                "A lift to the cemetery, with flowers"
            ),
            new("A wardrobe taken to the charity shop", "It comes apart. I have the screws in a jar.", 60),
        ],
    };

    /// <summary>Shopping, prescriptions and errands.</summary>
    public static readonly HelpKind Shopping = new("Shopping and errands")
    {
        Done =
        [
            new(45, 90, "The weekly shop"),
            new(45, 90, "The weekly shop, and put it all away"),
            new(60, 90, "Went round {market} together"),
            new(15, 30, "Picked up a prescription"),
            new(30, 60, "Fetched heavy things: cat litter, potatoes and a sack of compost"),
            new(15, 30, "Took a parcel to the post office"),
            new(30, 60, "Returned library books and chose four new ones"),
            new(60, 120, "Shopping for shoes that fit, with somebody to say so"),
            new(15, 30, "Topped up the gas key on a cold night"),
            new(30, 45, "Milk, bread and the paper while the flu lasted"),
            new(60, 90, "Helped choose a present for a grandson who has everything"),
        ],
        Skills =
        [
            "I am at the shops every Friday anyway",
            "Strong arms and a trolley",
            "I know where everything is cheapest at {market}",
            "Running errands on my bike",
        ],
        Offers =
        [
            new("I can do your shopping with mine", "Fridays. Tell me the brand you like, I will not guess.", 60),
            new("Prescriptions fetched", "I pass the chemist twice a day.", 30),
            new("Come round the market with me", "Better than going alone. I carry.", 90),
        ],
        Requests =
        [
            new("Heavy shopping once a fortnight", "Tins, potatoes and washing powder. I do the light things myself.", 60),
            new("My prescription fetched this week", "I cannot manage the hill with this knee.", 30, "Fetched a prescription up the hill"),
            new(
                "Somebody to go round the shops with me",
                "I have not been into town since the funeral. A coffee on me.",
                90,
                "Round the shops together, and a coffee"
            ),
            new("A birthday card with large print", "And a stamp to America.", 30),
        ],
    };

    /// <summary>Gardens, allotments and yards.</summary>
    public static readonly HelpKind Gardening = new("Gardening")
    {
        Outdoors = true,
        Done =
        [
            new(60, 180, "Cut the front hedge and swept up"),
            new(45, 90, "Mowed the lawn"),
            new(60, 150, "Weeded the long border"),
            new(60, 180, "Dug over the vegetable patch"),
            new(30, 60, "Pruned the roses and explained how"),
            new(60, 120, "Planted up six tubs by the door"),
            new(120, 240, "Cleared brambles from behind the shed"),
            new(30, 60, "Watered tomatoes and greenhouse through a holiday week"),
            new(60, 150, "Picked plums and shared them out"),
            new(60, 120, "Cleared leaves and gutters before the rain"),
            new(60, 120, "Showed how to make leaf mould and a proper compost heap"),
            new(90, 180, "Built two raised beds that need no bending"),
        ],
        Skills =
        [
            "Growing vegetables, mostly beans",
            "Hedges, lawns and anything with a blade",
            "I can tell a weed from a flower",
            "Roses and fruit trees",
        ],
        Offers =
        [
            new("Hedges and lawns", "I bring my own mower and take the cuttings away.", 120),
            new("Advice on what will grow", "I walk round with you and say what I would do. No obligation.", 60),
            new("Spare runner bean plants, planted for you", "I always sow too many.", 30),
        ],
        Requests =
        [
            new("The hedge cut before the nesting birds come", "It has got above me. About twelve feet of privet.", 120),
            new("Some weeding, with somebody to talk to", "I can kneel but not get up again.", 45, "Weeding, with talk"),
            new("An apple tree pruned", "Nobody has touched it since 2019 and it is all top.", 120),
            new("Pots brought in for the winter", "Five of them, too heavy for me.", 45),
        ],
    };

    /// <summary>Walking other people's dogs and looking after their animals.</summary>
    public static readonly HelpKind Pets = new("Dogs and other pets")
    {
        Done =
        [
            new(30, 60, "Walked the dog"),
            new(45, 90, "A long dog walk in {park}, muddy and happy"),
            new(30, 60, "Walked the dog while the hip mended"),
            new(15, 30, "Fed the cat over the weekend"),
            new(45, 90, "Took the cat to the vet in a borrowed basket"),
            new(30, 60, "Clipped two budgies' claws"),
            new(60, 120, "Minded the dog during a hospital appointment"),
            new(30, 60, "Bathed a very unwilling terrier"),
            new(15, 45, "Cleaned out the rabbits"),
        ],
        Skills = ["Dogs trust me", "I used to work in a cattery", "Walking, the longer the better"],
        Offers =
        [
            new("Dog walking before work", "Any size. I am out at seven with mine in any weather.", 45),
            new("Cats fed while you are away", "I will sit with them a while too.", 30),
        ],
        Requests =
        [
            new(
                "Somebody to walk Bramble while I am on crutches",
                "She is an old collie, no trouble, afraid of lorries.",
                45,
                "Walked Bramble, the old collie"
            ),
            new("The cat taken to the vet", "I cannot get him in the basket on my own.", 60),
            new(
                "A home for three days for a budgie",
                "I am going in for my operation. He likes the radio.",
                45,
                "Took in a budgie for three days"
            ),
        ],
    };

    /// <summary>Walks, swimming and keeping well together.</summary>
    public static readonly HelpKind KeepingWell = new("Walking and keeping well")
    {
        Done =
        [
            new(45, 90, "A slow walk round {park}"),
            new(60, 90, "Led the health walk for nine people"),
            new(60, 90, "Went along to the first swimming session"),
            new(45, 60, "Chair exercises, and showed how to do them at home"),
            new(60, 120, "Talked through living with diabetes and what to cook"),
            new(60, 90, "Walked together after the heart clinic said every day"),
            new(45, 90, "Tai chi for beginners in {hall}"),
            new(60, 90, "Went together to the stop smoking group"),
            new(45, 60, "Cut and filed toenails after training at the clinic"),
        ],
        Skills =
        [
            "Trained as a walk leader",
            "I live with diabetes and am not afraid of it any more",
            "Gentle yoga",
            "Good at getting people out of the door",
        ],
        Offers =
        [
            new("A walk, any pace", "The heart clinic told me to walk every day, and I do. Come with me.", 60),
            new("Gentle exercise in a chair", "Twenty minutes to music, at your home or mine.", 45),
        ],
        Requests =
        [
            new(
                "Somebody to walk with twice a week",
                "The doctor says walk. I would rather not on my own.",
                60,
                "The first of the walks, twice round {park}"
            ),
            new("Company for my first time at the pool", "I have not swum since school.", 90, "Company for the first time at the pool"),
            new(
                "Someone who knows about diabetes to talk to",
                "I was told last month. I have the leaflets but not the courage.",
                60,
                "A talk about diabetes, without leaflets"
            ),
        ],
    };
}
