using System.Runtime.CompilerServices;
using CoProduce.Tests.Circles;
using CoProduce.Tests.Offers;
using CoProduce.Tests.Photos;
using CoProduce.Tests.Support;
using CoProduce.Tests.Talk;
using CoProduce.Tests.WhomWeReach;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Calls;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Circles;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Photos;
using CoProduce.Web.Features.WhomWeReach;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace CoProduce.Tests.Care;

/// <summary>Everybody opens every page that could show something of Marged; the table of docs/who-sees-what.md says what of her each of them finds.</summary>
public sealed class WhoSeesWhat(WhoSeesWhat.PatientBank bank) : IClassFixture<WhoSeesWhat.PatientBank>
{
    /// <summary>Asks so often that the limit on guessing would answer instead of the page.</summary>
    public sealed class PatientBank(TestCluster cluster) : Bank(cluster)
    {
        protected override void Configure(IWebHostBuilder builder)
        {
            base.Configure(builder);
            builder.UseSetting("SignIn:TriesPerFiveMinutes", "1000000");
        }
    }

    // A row of the table, the words by which it is recognised on a page, and the part of the record that a look at it is written down as.
    private static readonly (string Field, string[] Words, RecordPart? Part)[] Fields =
    [
        ("first name", ["Marged"], null),
        ("last name", ["Markson"], null),
        ("what they say of themselves", ["Sings alto in three choirs"], null),
        ("skills", ["Reading aloud in Breton"], null),
        ("what not to ask", ["Nothing with ladders"], null),
        ("what they said when joining", ["Grew up by a lighthouse"], RecordPart.Contact),
        ("telephone, e-mail, address", ["01632 960987"], RecordPart.Contact),
        ("what helps (health, access)", ["Reads lips, so face her"], RecordPart.Contact),
        ("offers and requests", ["Stories by the fire"], null),
        ("what they say when they answer somebody", ["Mondays, gladly"], null),
        ("balance", ["8 and a half"], null),
        ("exchanges and statement", ["Painted the blue door"], null),
        ("visits arranged", ["Feeds the green parrot"], null),
        ("where a visit is to be", ["Flat 3, Lock House"], null),
        ("checks", ["Seen with the old name on it"], RecordPart.Checks),
        ("what to keep to", ["never near the river"], RecordPart.Restrictions),
        ("notes", ["Ring after eleven"], RecordPart.Notes),
        ("calls", ["Laughed about the heron"], null),
        ("texts that came from them", ["Is the soup on Tuesday"], null),
        ("sensitive notes", ["The brother is not to know"], RecordPart.SensitiveNotes),
        ("concerns", ["Two burns on the left hand"], RecordPart.Concern),
        ("moves between time banks", ["Closer to the lighthouse"], null),
        ("who acts for them", ["Delyth Deputy"], null),
        ("who has looked", ["Lowri Looker"], null),
        ("household and networks", ["Weir Road and around"], null),
        ("the street, for walking round", ["Upper Weir Road"], null),
        ("messages to other members", ["The spare key is under the blue pot"], null),
        ("who supports them", ["Ffion Friend"], null),
        ("how to reach a supporter", ["the blue door at number nine"], RecordPart.Contact),
        ("where they were pointed to", ["The herb garden club"], null),
        ("where they were pointed to, sensitive", ["The quiet house on the hill"], RecordPart.SensitiveNotes),
        ("ethnic group and other answers for figures", ["Bajan and proud"], null),
        ("whether there is a photo", ["[a photo of Marged]"], null),
    ];

    [Fact]
    public async Task The_written_table_is_what_the_program_does()
    {
        var (marged, concern, circle) = await MargedAsync();
        var asks = await (await bank.Riverside.MemberAsync("Asks")).PutsUpAsync(OfferKind.Request, "A walk");
        await marged.AnswersAsync(asks, "Mondays, gladly");
        List<string> paths = [.. Paths(marged.Member, concern, circle), $"offers/{asks.Value}", $"board/{asks.Value}"];
        paths.Count.ShouldBeGreaterThan(40);
        var people = await PeopleAsync(marged);
        var columns = new List<string[]>();
        foreach (var (_, actor) in people)
            columns.Add(await CellsAsync(actor, paths, marged.Member));
        List<string> lines = [Row("", people.Select(p => p.Name)), Row("---", people.Select(_ => "---"))];
        lines.AddRange(Fields.Select((field, i) => Row(field.Field, columns.Select(c => c[i]))));
        var found = string.Join('\n', lines);
        await File.WriteAllTextAsync(
            Path.Combine(Path.GetTempPath(), "who-sees-what.found.md"),
            found,
            TestContext.Current.CancellationToken
        );
        var written = (await File.ReadAllLinesAsync(PathOf(), TestContext.Current.CancellationToken)).Where(l => l.StartsWith('|'));
        found.ShouldBe(string.Join('\n', written));
    }

    private static string Row(string first, IEnumerable<string> rest) => $"| {first} | {string.Join(" | ", rest)} |";

    // "yes": found; "looked": found, and written down that they looked; "no": not on any page.
    private async Task<string[]> CellsAsync(Actor? actor, IReadOnlyList<string> paths, MemberId marged)
    {
        var browser = actor is null ? bank.Stranger().At(bank.Riverside.Slug) : await actor.BrowserAsync();
        var seen = new System.Text.StringBuilder();
        foreach (var path in paths)
        {
            var page = await browser.OpenAsync($"/{bank.Riverside.Slug}/{path}");
            seen.AppendLine(page.Body?.TextContent);
            if (page.QuerySelector($"img[src$='members/{marged.Value}/photo']") is not null)
                seen.AppendLine("[a photo of Marged]");
            if (page.QuerySelector("form:has([value='show-contact'])") is not null)
                seen.AppendLine((await browser.SendAsync(page, [], "form:has([value='show-contact'])")).Body!.TextContent);
        }
        var text = seen.ToString();
        var parts = actor is null
            ? []
            : await bank.Riverside.ReadAsync(db =>
                db.RecordViews.Where(v => v.MemberId == marged && v.ViewedBy == actor.Id).Select(v => v.Part).ToListAsync()
            );
        return
        [
            .. Fields.Select(f =>
                !f.Words.Any(w => text.Contains(w, StringComparison.Ordinal)) ? "no"
                : f.Part is { } part && parts.Contains(part) ? "looked"
                : "yes"
            ),
        ];
    }

    private async Task<IReadOnlyList<(string Name, Actor? Actor)>> PeopleAsync(Actor marged)
    {
        var here = bank.Riverside;
        var operates = await (await bank.CreateAsync("elsewhere", "Elsewhere")).StaffAsync("Opal");
        operates.SignIn.IsOperator = true;
        var olu = await here.MemberAsync("Olu"); // has exchanged with her
        await olu.GaveAsync(15, to: marged.Member);
        var hers = await here.ReadAsync(db => db.Members.Where(m => m.Id == marged.Member).Select(m => m.HubId).SingleAsync());
        return
        [
            ("the member", marged),
            ("another member", olu),
            ("peer broker", await here.PeerBrokerAsync("Pia", hers)),
            ("coordinator", await here.CoordinatorAsync()),
            ("with safeguarding", await here.GuardianAsync()),
            ("manager", await here.StaffAsync("Mia", Role.Manager)),
            ("trustee", await here.StaffAsync("Tom", Role.Trustee)),
            ("operator", operates),
            ("coordinator elsewhere", await bank.Hillside.GuardianAsync("Hana")),
            ("link worker, stranger", null),
        ];
    }

    private async Task<(Actor Marged, ConcernId Concern, CircleId Circle)> MargedAsync()
    {
        var here = bank.Riverside;
        var (marged, bob) = (await here.MemberAsync("Marged", "Markson"), await here.MemberAsync("Bob", "Painted"));
        var lowri = await here.StaffAsync("Lowri Looker", Role.Coordinator, Role.Safeguarding);
        var harbour = await here.AddHubAsync("Harbour");
        await here.WriteAsync(async db =>
        {
            (await db.Members.SingleAsync(m => m.Id == marged.Member)).About = "Sings alto in three choirs";
            db.MemberSkills.Add(new() { MemberId = marged.Member, Words = "Reading aloud in Breton" });
            db.Offers.Add(
                new()
                {
                    Id = new(Guid.CreateVersion7()),
                    Kind = Web.Features.Offers.OfferKind.Offer,
                    MemberId = marged.Member,
                    Title = "Stories by the fire",
                    MadeAt = bank.Clock.GetUtcNow(),
                }
            );
            db.WhatSuits.Add(new() { MemberId = marged.Member, DoNotAsk = "Nothing with ladders" });
            var joiner = new Web.Features.Joining.Joiner
            {
                Id = new(marged.Member.Value),
                FirstName = "Marged",
                LastName = "Markson",
            };
            joiner.Ask(bank.Clock.GetUtcNow());
            joiner.Approve(lowri.Id, bank.Clock.GetUtcNow());
            db.Joiners.Add(joiner);
            db.JoinerDetails.Add(new() { JoinerId = joiner.Id, Likes = "Grew up by a lighthouse" });
            var contact = await db.MemberContacts.SingleAsync(c => c.MemberId == marged.Member);
            db.ActingFor.Add(
                new()
                {
                    Id = new(Guid.CreateVersion7()),
                    MemberId = marged.Member,
                    Name = "Delyth Deputy",
                    AgreedBy = "the family",
                    Door = CoProduce.Ledger.Door.Phone,
                    From = Caring.Today,
                    SetAt = bank.Clock.GetUtcNow(),
                }
            );
            (contact.Phone, contact.AccessNeeds) = ("01632 960987", "Reads lips, so face her");
            return 0;
        });
        var (_, exchange) = await marged.GaveAsync(390, to: bob.Member, what: "Painted the blue door");
        (await bob.ConfirmsAsync(exchange)).ShouldBe(CoProduce.Web.Features.Exchanges.AnswerExchange.Outcome.Confirmed);
        await here.ChangesTalkAsync(isOn: true, coordinatorsRead: false);
        (await marged.WritesAsync(bob.Member, "The spare key is under the blue pot")).ShouldBe(Web.Features.Talk.WriteMessage.Outcome.Sent);
        var visit = Diary.Arranging.Visit(here, marged.Member, bob.Member, inDays: 1);
        visit.Description = "Feeds the green parrot";
        await Diary.Arranging.ArrangesAsync(lowri, visit);
        var gwen = await here.MemberAsync("Gwen", "Gull");
        var near = Diary.Arranging.Visit(here, marged.Member, gwen.Member, inDays: 2);
        (near.Description, near.Place) = ("Feeds the green parrot", "Flat 3, Lock House");
        await Diary.Arranging.ArrangesAsync(lowri, near);
        await lowri.ChecksAsync(marged.Member, "DBS seen", Caring.Today, note: "Seen with the old name on it");
        await lowri.RestrictsAsync(marged.Member, RestrictionKind.Other, "never near the river");
        await lowri.NotesAsync(marged.Member, "Ring after eleven");
        await lowri.DoAsync((NoteCall note) => note.HandleAsync(new() { Member = marged.Member.Value, Note = "Laughed about the heron" }));
        await here.WriteAsync(db =>
            Task.FromResult(
                db.IncomingTexts.Add(
                    Web.Features.Messages.IncomingText.Of("soup", "", "Is the soup on Tuesday?", marged.Member, bank.Clock.GetUtcNow())
                )
            )
        );
        await lowri.NotesAsync(marged.Member, "The brother is not to know", sensitive: true);
        var network = await lowri.BeginsAsync(CircleKind.Network, "Weir Road and around", bob.Member);
        await lowri.PutsAsync(network, marged.Member, "Upper Weir Road");
        await here.WriteAsync(db => Task.FromResult(db.MemberPhotos.Add(new() { MemberId = marged.Member, Content = Pictures.Png })));
        await lowri.DoAsync(
            (Web.Features.Moving.MoveToHub move) =>
                move.HandleAsync(
                    new()
                    {
                        Member = marged.Member.Value,
                        Hub = harbour.Value,
                        Reason = "Closer to the lighthouse",
                    }
                )
        );
        await here.MoveAsync(gwen.Member, harbour);
        await here.WriteAsync(db =>
        {
            db.Supporters.Add(
                new()
                {
                    Id = new(Guid.CreateVersion7()),
                    MemberId = marged.Member,
                    Name = "Ffion Friend",
                    Reach = "the blue door at number nine",
                    Since = Caring.Today,
                }
            );
            foreach (var (place, isSensitive) in new[] { ("The herb garden club", false), ("The quiet house on the hill", true) })
                db.Signposts.Add(
                    new()
                    {
                        Id = new(Guid.CreateVersion7()),
                        MemberId = marged.Member,
                        Place = place,
                        Day = Caring.Today,
                        IsSensitive = isSensitive,
                    }
                );
            return Task.FromResult(true);
        });
        await here.AsksAllAsync();
        await lowri.DoAsync(
            (KeepReach keep) =>
                keep.ForAsync(
                    marged.Member,
                    new()
                    {
                        EthnicGroup = "29",
                        EthnicGroupWords = "Bajan and proud",
                        Agrees = true,
                        Version = 1,
                    }
                )
        );
        var concern = await lowri.WorriesAsync(marged.Member, owner: lowri, seen: "Two burns on the left hand");
        await (await lowri.BrowserAsync()).OpenAsync($"members/{marged.Member.Value}/checks");
        return (marged, concern, network);
    }

    // Every page of an organisation without an id, or with a member's or a concern's, and the searches for her.
    private List<string> Paths(MemberId member, ConcernId concern, CircleId circle)
    {
        var templates = bank
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Select(e => e.RoutePattern)
            .Where(p => p.RawText!.TrimStart('/').StartsWith("{organisation}", StringComparison.Ordinal) && p.Parameters.Count is 1 or 2)
            .Select(p => p.RawText!.TrimStart('/'))
            .Where(t => !t.Contains("{**", StringComparison.Ordinal) && !t.Contains("{*", StringComparison.Ordinal))
            .Distinct();
        var paths = templates
            .Select(t => t["{organisation}".Length..].TrimStart('/'))
            .Select(t =>
                System.Text.RegularExpressions.Regex.Replace(
                    t,
                    @"\{\w+(:\w+)?\??\}",
                    t.StartsWith("concerns", StringComparison.Ordinal) ? concern.Value.ToString()
                        : t.Contains("circles/", StringComparison.Ordinal) ? circle.Value.ToString()
                        : member.Value.ToString()
                )
            );
        return [.. paths, "desk?q=Marged", "desk/people?q=Marged", "board?q=Marged", "log?q=Marged", "members?q=Marged"];
    }

    private static string PathOf([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../docs/who-sees-what.md"));
}
