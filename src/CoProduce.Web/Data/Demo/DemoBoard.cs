using CoProduce.Ledger;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Skills;
using CoProduce.Web.Ui;

namespace CoProduce.Web.Data.Demo;

/// <summary>What happens on the board of the demo: one that says everything, with a picture; answers that wait; one that is being arranged; a kept search.</summary>
internal sealed class DemoBoard(DemoLife life, DemoPeopleRows people, IReadOnlyList<Offer> offers)
{
    private readonly List<object> rows = [];

    /// <summary>Adds them to the offers, which are saved with them, and to what is returned.</summary>
    public IReadOnlyList<object> Make()
    {
        rows.AddRange(
            new[] { OutboxKind.BoardRound, OutboxKind.NewOnBoardRound }.Select(kind => new OutboxItem
            {
                Kind = kind,
                DueAt = DemoLife.At(life.Today.AddDays(1), 8 * 60),
            })
        );
        var open = offers.Where(o => o.Status == OfferStatus.Open).OrderByDescending(o => o.MadeAt).ToList();
        var requests = open.FindAll(o => o.Kind == OfferKind.Request);
        if (life.Members.FirstOrDefault(m => m.Character is { ShowsEverything: true }) is not { } star || requests.Count < 4)
            return rows;
        var mine = people.Id(star.Number);
        var holder = people.HolderOf(star.Number);
        var lends = Own(OfferKind.Offer, "Lending my wheelbarrow", "It is sturdy, and I show you how to mend a flat tyre.", 20);
        (lends.Times, lends.Minutes, lends.Where) = (WeekPattern.Bits(5, null), 30, OfferPlace.AtMine | OfferPlace.Elsewhere);
        (lends.WhereNote, lends.Languages) = ("the allotments, by the gate", ["en", "cy"]);
        rows.Add(lends);
        rows.Add(
            new OfferPicture
            {
                Id = Guid.CreateVersion7(lends.MadeAt),
                OfferId = lends.Id,
                MemberId = mine,
                Position = 1,
                Description = "A red wheelbarrow on grass, drawn in plain shapes",
                Content = PictureFile.AsJpeg(DemoPicture.Wheelbarrow(), OfferPicture.Side)!,
            }
        );
        var reads = Own(OfferKind.Request, "Somebody to read the small print with", "Letters from the pension office, mostly.", 70);
        (reads.Urgency, reads.Minutes, reads.ForWhom) = (Urgency.Soon, 60, "my mother, who is 84");
        reads.Ask(DemoLife.At(life.Today.AddDays(-2), 8 * 60));
        var begun = Own(OfferKind.Request, "Help with a garden shed", "", 1);
        begun.Begin();
        rows.AddRange([reads, begun]);
        var others = open.Where(o => o.MemberId != mine).Select(o => o.MemberId).Distinct().Take(3).ToList();
        rows.Add(Answer(lends, others[0], "I could bring it back washed.", AnswersGoTo.People));
        var asked = requests.Where(r => r.MemberId != mine).ToList();
        rows.Add(Answer(asked[0], mine, "Tuesdays suit me best.", AnswersGoTo.Broker));
        rows.Add(Answer(asked[1], others.First(m => m != asked[1].MemberId), "", AnswersGoTo.Broker));
        var agreed = Answer(asked[2], others.Last(m => m != asked[2].MemberId), "Happy to.", AnswersGoTo.People);
        agreed.Settle(AnswerStatus.Yes, null, DemoLife.At(life.Today.AddDays(-1), 12 * 60));
        asked[2].Arrange(null, DemoLife.At(life.Today.AddDays(-1), 12 * 60));
        rows.Add(agreed);
        if (asked.Count > 3)
        {
            rows.Add(Ask(asked[3], mine, ProposalWay.Screen, DemoLife.At(life.Today.AddDays(-1), 11 * 60), ProposalAnswer.Waiting));
            rows.Add(
                Ask(
                    asked[3],
                    others.First(m => m != asked[3].MemberId),
                    ProposalWay.Phone,
                    DemoLife.At(life.Today.AddDays(-2), 11 * 60),
                    ProposalAnswer.No
                )
            );
        }
        foreach (var old in open.Where(o => !life.Members.Single(m => people.Id(m.Number) == o.MemberId).IsOnline).TakeLast(2))
            old.Ask(DemoLife.At(life.Today.AddDays(-3), 8 * 60));
        if (holder is { } keeper)
            rows.Add(
                new SavedSearch
                {
                    Id = Guid.CreateVersion7(lends.MadeAt),
                    KeptBy = keeper,
                    MemberId = mine,
                    Name = "Anything in the garden",
                    Filter = new BoardFilter(OfferKind.Request, "garden").ToQuery(),
                    Tells = true,
                    SeenUntil = DemoLife.At(life.Today, 8 * 60),
                }
            );
        return rows;

        Offer Own(OfferKind kind, string title, string details, int daysAgo)
        {
            var at = DemoLife.At(life.Today.AddDays(-daysAgo), 11 * 60);
            return new()
            {
                Id = new(Guid.CreateVersion7(at)),
                Kind = kind,
                MemberId = mine,
                Title = title,
                Details = details,
                MadeAt = at,
                MadeBy = holder,
            };
        }
    }

    private static Proposal Ask(Offer offer, Features.Members.MemberId member, ProposalWay way, DateTimeOffset at, ProposalAnswer answer)
    {
        var proposal = new Proposal
        {
            Id = new(Guid.CreateVersion7(at)),
            OfferId = offer.Id,
            OwnerId = offer.MemberId,
            MemberId = member,
            Way = way,
            MadeAt = at,
        };
        proposal.Say(answer, null, at);
        return proposal;
    }

    private OfferAnswer Answer(Offer offer, Features.Members.MemberId member, string words, AnswersGoTo to)
    {
        var at = DemoLife.At(life.Today.AddDays(-1), 10 * 60);
        return new()
        {
            Id = new(Guid.CreateVersion7(at)),
            OfferId = offer.Id,
            OwnerId = offer.MemberId,
            MemberId = member,
            Words = words,
            GoesTo = to,
            MadeAt = at,
            Door = Door.Screen,
        };
    }
}
