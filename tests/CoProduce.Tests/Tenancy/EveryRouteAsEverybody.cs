using System.Net;
using System.Runtime.CompilerServices;
using CoProduce.Ledger;
using CoProduce.Tests.Care;
using CoProduce.Tests.Joining;
using CoProduce.Tests.Moving;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Activities;
using CoProduce.Web.Features.Exchanges.Series;
using CoProduce.Web.Features.Imports;
using CoProduce.Web.Features.Joining;
using CoProduce.Web.Features.Joining.References;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace CoProduce.Tests.Tenancy;

/// <summary>Every address is asked for, and written to, by everybody; the expected answers are written down in access.txt.</summary>
public sealed class EveryRouteAsEverybody(EveryRouteAsEverybody.PatientBank bank) : IClassFixture<EveryRouteAsEverybody.PatientBank>
{
    // Files that never change, and the circuit's own endpoints, which are sign-in only.
    private static readonly string[] NotPages = ["_framework", "_blazor", "_content", "{**path:file}"]; // the last is the files' own fallback, which nobody may call

    /// <summary>Asks so often that the limit on guessing would answer instead of the page.</summary>
    public sealed class PatientBank(TestCluster cluster) : Bank(cluster)
    {
        protected override void Configure(IWebHostBuilder builder)
        {
            base.Configure(builder);
            builder.UseSetting("SignIn:TriesPerFiveMinutes", "1000000");
        }
    }

    [Fact]
    public void Every_route_decided_who_may_see_it()
    {
        var undecided = Routes()
            .Where(r => r.Metadata.GetMetadata<IAuthorizeData>() is null && r.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(r => r.RoutePattern.RawText);
        Routes().Count.ShouldBeGreaterThan(20);
        undecided.ShouldBeEmpty();
    }

    [Fact]
    public void No_page_of_an_organisation_is_let_in_by_signing_in_alone()
    {
        var loose = Routes()
            .Where(r => r.RoutePattern.GetParameter("organisation") is not null)
            .Where(r => r.Metadata.GetMetadata<AllowRolesAttribute>() is null && r.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Where(r => r.Metadata.GetMetadata<Web.Features.Kiosk.AllowKioskAttribute>() is null) // a scheme of its own
            .Select(r => r.RoutePattern.RawText);
        loose.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_answers_are_the_ones_written_down()
    {
        var people = await PeopleAsync();
        var lines = new List<string> { Row("address", people.Select(p => p.Name)) };
        foreach (var (address, method) in await AddressesAsync())
        {
            var answers = new List<string>();
            foreach (var (_, browser) in people)
                answers.Add(await AnswerAsync(browser, address.Concrete, method));
            lines.Add(Row($"{method} {address.Template}", answers));
        }
        var written = await File.ReadAllLinesAsync(PathOf("access.txt"), TestContext.Current.CancellationToken);
        var found = string.Join('\n', lines);
        await File.WriteAllTextAsync(
            Path.Combine(Path.GetTempPath(), "access.found.txt"),
            found + "\n",
            TestContext.Current.CancellationToken
        );
        found.ShouldBe(string.Join('\n', written.Where(l => l.Length > 0 && l[0] != '#')));
    }

    private static string Row(string first, IEnumerable<string> rest) =>
        ((first + " ").PadRight(52) + string.Concat(rest.Select(r => r.PadRight(13)))).TrimEnd();

    private static async Task<string> AnswerAsync(Browser browser, string address, string method)
    {
        var answer = await browser.AskAsync(
            new(new(method), address) { Content = method == "POST" ? new FormUrlEncodedContent([]) : null }
        );
        return answer.Status switch
        {
            HttpStatusCode.OK => "yes",
            HttpStatusCode.Forbidden => "no",
            HttpStatusCode.NotFound => "none",
            HttpStatusCode.BadRequest => "form", // let in, and refused for want of an antiforgery token
            HttpStatusCode.MethodNotAllowed => "-",
            HttpStatusCode.Redirect when answer.Location.Contains("sign-in", StringComparison.Ordinal) => "sign-in",
            HttpStatusCode.Redirect or HttpStatusCode.SeeOther => "on",
            var other => ((int)other).ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
    }

    private async Task<IReadOnlyList<(string Name, Browser Browser)>> PeopleAsync()
    {
        var (here, there) = (bank.Riverside, bank.Hillside);
        var suspended = await here.MemberAsync("Sid");
        await here.WriteAsync(db =>
            db.Members.Where(m => m.Id == suspended.Member).ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MemberStatus.Suspended))
        );
        return
        [
            ("stranger", bank.Stranger()),
            ("member", await (await Ann()).BrowserAsync()),
            ("other member", await (await here.MemberAsync("Olu")).BrowserAsync()),
            ("suspended", await suspended.BrowserAsync()),
            ("peer broker", await (await here.StaffAsync("Pia", Role.PeerBroker)).BrowserAsync()),
            ("coordinator", await (await here.CoordinatorAsync()).BrowserAsync()),
            ("trustee", await (await here.StaffAsync("Tom", Role.Trustee)).BrowserAsync()),
            ("manager", await (await here.StaffAsync("Mia", Role.Manager)).BrowserAsync()),
            ("operator", await (await OperatorAsync()).BrowserAsync()),
            ("member there", await (await there.MemberAsync("Eve")).BrowserAsync()),
            ("coord. there", await (await there.CoordinatorAsync("Eva")).BrowserAsync()),
            ("trustee there", await (await there.StaffAsync("Ted", Role.Trustee)).BrowserAsync()),
        ];
    }

    private async Task<Actor> OperatorAsync()
    {
        var opal = await bank.CreateAsync("elsewhere", "Elsewhere");
        var operates = await opal.StaffAsync("Opal");
        operates.SignIn.IsOperator = true;
        return operates;
    }

    private Actor? ann;

    private async Task<Actor> Ann() => ann ??= await bank.Riverside.MemberAsync("Ann");

    /// <summary>Addresses with real ids in them: Ann's exchange, Ann, Ann's offer, so that "none" means hidden and not absent.</summary>
    private async Task<IReadOnlyList<((string Template, string Concrete) Address, string Method)>> AddressesAsync()
    {
        var member = await Ann();
        var (_, exchange) = await member.GaveAsync(60, to: await bank.Riverside.AddMemberAsync("Bob"));
        var offer = await bank.Riverside.WriteAsync(db =>
            Task.FromResult(
                db.Offers.Add(
                    new()
                    {
                        Id = new(Guid.CreateVersion7()),
                        Kind = Web.Features.Offers.OfferKind.Offer,
                        MemberId = member.Member,
                        Title = "Lifts",
                        MadeAt = bank.Clock.GetUtcNow(),
                    }
                ).Entity
            )
        );
        var (picture, answer) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var (asks, seen) = ((await bank.Riverside.AddMemberAsync("Asks")), bank.Clock.GetUtcNow());
        await bank.Riverside.WriteAsync(db =>
        {
            db.OfferPictures.Add(
                new()
                {
                    Id = picture,
                    OfferId = offer.Id,
                    MemberId = member.Member,
                    Position = 1,
                    Description = "A car",
                    Content = [1],
                }
            );
            db.OfferAnswers.Add(
                new()
                {
                    Id = new(answer),
                    OfferId = offer.Id,
                    OwnerId = member.Member,
                    MemberId = asks,
                    MadeAt = seen,
                }
            );
            return Task.FromResult(true);
        });
        var affiliation = await bank.Riverside.AffiliateAsync(bank.Hillside);
        var register = await RegisterAsync();
        var series = await SeriesAsync(member);
        var import = await ImportAsync();
        var kind = await bank.Riverside.ReadAsync(db => db.Categories.Select(c => c.Id).FirstAsync());
        var pot = await bank.Riverside.ReadAsync(db => db.Accounts.Where(a => a.Kind == AccountKind.Pot).Select(a => a.Id).FirstAsync());
        var rule = new Web.Features.Organisations.ContributionRuleForm
        {
            One = "bag",
            Several = "bags",
            Minutes = "5",
            IsOffered = true,
        };
        var manager = await bank.Riverside.StaffAsync("Max", Role.Manager);
        await manager.DoAsync((Web.Features.Organisations.SaveContributionRule save) => save.HandleAsync(rule));
        var team = await (await bank.Riverside.CoordinatorAsync("Cate")).OpensAsync(AccountKind.Team, "Walkers");
        var gone = await bank.Riverside.AddMemberAsync("Gone");
        await bank.Riverside.WriteAsync(db =>
            db.Members.Where(m => m.Id == gone).ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MemberStatus.Left))
        );
        var hold = Guid.CreateVersion7();
        var now = bank.Clock.GetUtcNow();
        await bank.Riverside.WriteAsync(db => db.PlaceHoldAsync(new(hold), member.Member.Account, new(60), "The trip", now, null, null));
        var (group, skill) = await bank.Riverside.ReadAsync(async db =>
            (await db.SkillGroups.Select(g => g.Id).FirstAsync(), await db.Skills.Select(s => s.Id).FirstAsync())
        );
        var (check, owner) = (
            await bank.Riverside.ReadAsync(db => db.CheckKinds.Select(k => k.Id).FirstAsync()),
            await bank.Riverside.GuardianAsync("Ona")
        );
        var concern = await owner.WorriesAsync(member.Member, owner);
        var (joiner, reference) = await JoinerAsync();
        var eve = await bank.Hillside.AddMemberAsync("Evan");
        var (_, move) = await (await bank.Hillside.CoordinatorAsync("Eli")).ProposesAsync(eve, bank.Riverside);
        var visit = Diary.Arranging.Visit(bank.Riverside, member.Member, await bank.Riverside.AddMemberAsync("Vera"));
        await Diary.Arranging.ArrangesAsync(await bank.Riverside.CoordinatorAsync("Cyd"), visit);
        var entry = await bank.Riverside.ReadAsync(db => db.Entries.Select(e => e.Id).FirstAsync());
        var circle = await CircleAsync(member);
        var proposal = await bank.Riverside.WriteAsync(db =>
        {
            var asked = new Web.Features.Offers.Proposal
            {
                Id = new(Guid.CreateVersion7()),
                OfferId = offer.Id,
                OwnerId = offer.MemberId,
                MemberId = member.Member,
                MadeAt = now,
                Way = Web.Features.Offers.ProposalWay.Screen,
            };
            db.Proposals.Add(asked);
            return Task.FromResult(asked.Id.Value);
        });
        var rows = await RowsOfRoutes.MakeAsync(bank.Riverside, member);
        var number = await bank.Riverside.ReadAsync(db =>
            db.Members.Where(m => db.MemberMerges.Any(x => x.GoneId == m.Id)).Select(m => m.Number).SingleAsync()
        );
        string Concrete(string template) =>
            System.Text.RegularExpressions.Regex.Replace(
                template.Replace("{organisation}", "riverside", StringComparison.Ordinal),
                @"\{(\*{0,2}\w+)(:\w+)?\??\}",
                match =>
                    template.Contains("/joining/{id", StringComparison.Ordinal)
                        ? match.Groups[1].Value switch
                        {
                            "kind" => "induction",
                            "reference" => reference.Value.ToString(),
                            _ => joiner.Value.ToString(),
                        }
                    : rows.FirstOrDefault(r => template.Contains(r.Key, StringComparison.Ordinal)) is { Key: not null } row
                        ? row.Value.ToString()
                    : match.Groups[1].Value == "number" ? $"{number}"
                    : match.Groups[1].Value == "with" ? rows[RowsOfRoutes.Dot].ToString()
                    : match.Groups[1].Value == "gone" ? gone.Value.ToString()
                    : match.Groups[1].Value == "topic" ? "skills"
                    : template.Contains("skills/groups/", StringComparison.Ordinal) ? group.Value.ToString()
                    : template.Contains("settings/skills/", StringComparison.Ordinal) ? skill.Value.ToString()
                    : template.Contains("circles/{id", StringComparison.Ordinal) ? circle.ToString()
                    : template.Contains("exchanges/", StringComparison.Ordinal) ? exchange.Value.ToString()
                    : template.Contains("/series/{id", StringComparison.Ordinal) ? series.ToString()
                    : template.Contains("/moves/{id", StringComparison.Ordinal) ? move.ToString()
                    : template.Contains("register/", StringComparison.Ordinal) ? register.ToString()
                    : template.Contains("holds/", StringComparison.Ordinal) ? hold.ToString()
                    : template.Contains("contributions/", StringComparison.Ordinal) ? rule.RequestKey.ToString()
                    : template.Contains("diary/visits/", StringComparison.Ordinal)
                    || template.Contains("diary/mine/", StringComparison.Ordinal)
                        ? visit.RequestKey.ToString()
                    : template.Contains("concerns/{id", StringComparison.Ordinal) ? concern.Value.ToString()
                    : template.Contains("settings/checks/", StringComparison.Ordinal) ? check.Value.ToString()
                    : template.EndsWith("/return", StringComparison.Ordinal) || template.EndsWith("/erase", StringComparison.Ordinal)
                        ? gone.Value.ToString()
                    : template.Contains("imports/", StringComparison.Ordinal) ? import.ToString()
                    : template.Contains("proposals/{id", StringComparison.Ordinal) ? proposal.ToString()
                    : template.Contains("board/answers/", StringComparison.Ordinal) ? answer.ToString()
                    : template.Contains("board/{id", StringComparison.Ordinal) ? offer.Id.Value.ToString()
                    : match.Groups[1].Value == "part" ? "when"
                    : match.Groups[1].Value == "picture" ? picture.ToString()
                    : template.Contains("members/", StringComparison.Ordinal) || template.Contains("desk/{id", StringComparison.Ordinal)
                        ? member.Member.Value.ToString()
                    : template.EndsWith("/spend", StringComparison.Ordinal) ? team.Value.ToString()
                    : template.Contains("accounts/entry/", StringComparison.Ordinal) ? entry.Value.ToString()
                    : template.Contains("accounts/", StringComparison.Ordinal) ? pot.Value.ToString()
                    : template.Contains("offers/", StringComparison.Ordinal) ? offer.Id.Value.ToString()
                    : template.Contains("hubs/", StringComparison.Ordinal) ? bank.Riverside.Hub.Value.ToString()
                    : template.Contains("between/", StringComparison.Ordinal)
                    || template.Contains("affiliations/", StringComparison.Ordinal)
                        ? affiliation.ToString()
                    : template.Contains("categories/", StringComparison.Ordinal) ? kind.Value.ToString()
                    : template.Contains("consents/", StringComparison.Ordinal) ? "news"
                    : template.Contains("/today/{list}", StringComparison.Ordinal) && match.Groups[1].Value == "list" ? "new"
                    : template.Contains("/today/{list}", StringComparison.Ordinal) ? member.Member.Value.ToString()
                    : template.Contains("caseloads/", StringComparison.Ordinal) ? owner.Id.Value.ToString()
                    : template.Contains("retention/", StringComparison.Ordinal) ? "looks"
                    : template.Contains("/ask/{what}", StringComparison.Ordinal) ? "leave"
                    : template.Contains("status/", StringComparison.Ordinal) ? "404"
                    : "unknown"
            );
        return
        [
            .. from route in Routes()
            let template = "/" + route.RoutePattern.RawText!.TrimStart('/')
            where !template.Contains("{**", StringComparison.Ordinal) && !template.Contains("{*path", StringComparison.Ordinal)
            from method in route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods
                ? methods
                : ["GET", "POST"]
            where method is "GET" or "POST"
            orderby template, method
            select ((template, Concrete(template)), method),
        ];
    }

    // A network that Ann leads.
    private async Task<Guid> CircleAsync(Actor ann)
    {
        var form = new Web.Features.Circles.CircleForm
        {
            Kind = Web.Features.Circles.CircleKind.Network,
            Name = "Mill Lane",
            Hub = bank.Riverside.Hub.Value,
        };
        var cora = await bank.Riverside.CoordinatorAsync("Clo");
        await cora.DoAsync((Web.Features.Circles.SaveCircle save) => save.HandleAsync(form));
        var join = new Web.Features.Circles.JoinCircleForm { Circle = form.RequestKey, Member = ann.Member.Value };
        await cora.DoAsync((Web.Features.Circles.JoinCircle use) => use.HandleAsync(join));
        var lead = new Web.Features.Circles.CircleForm
        {
            Circle = form.RequestKey,
            Name = "Mill Lane",
            WhoChosen = ann.Member.Value.ToString(),
        };
        (await cora.DoAsync((Web.Features.Circles.SaveCircle save) => save.HandleAsync(lead))).ShouldBe(
            Web.Features.Circles.SaveCircle.Outcome.Saved
        );
        return form.RequestKey;
    }

    private async Task<(JoinerId Joiner, ReferenceId Reference)> JoinerAsync()
    {
        var cora = await bank.Riverside.CoordinatorAsync("Cass");
        var joiner = await cora.WritesDownAsync("Jo");
        await bank.Riverside.WriteAsync(db =>
            db.Joiners.Where(j => j.Id == joiner).ExecuteUpdateAsync(j => j.SetProperty(x => x.IsUnder18, true)) // who has a guardian to be asked
        );
        return (joiner, await cora.AsksAsync(joiner, "jo@referee.example"));
    }

    private async Task<Guid> ImportAsync()
    {
        using var content = new MemoryStream("Name\nAnn\n"u8.ToArray());
        var form = new StartImportForm
        {
            File = new FormFile(content, 0, content.Length, "File", "people.csv"),
            Hub = bank.Riverside.Hub.Value,
        };
        var manager = await bank.Riverside.StaffAsync("Max", Role.Manager);
        (await manager.DoAsync((StartImport start) => start.HandleAsync(form))).ShouldBe(StartImport.Outcome.Started);
        return (await bank.Riverside.ReadAsync(db => db.Imports.Select(i => i.Id).FirstAsync())).Value;
    }

    private async Task<Guid> SeriesAsync(Actor giver)
    {
        var form = new LogSeriesForm
        {
            One = new()
            {
                IGave = true,
                Other = (await bank.Riverside.AddMemberAsync("Sam")).Value,
                HowLong = Web.Ui.DurationChoice.From(60),
                Description = "Reading",
            },
            Series = new() { Days = ["2026-11-10", "2026-11-17"] },
        };
        (await giver.DoAsync((LogSeries log) => log.HandleAsync(form))).Outcome.ShouldBe(SeriesOutcome.Logged);
        return form.One.RequestKey;
    }

    private async Task<Guid> RegisterAsync()
    {
        await bank.Riverside.AddMemberAsync("Una", "Gardener");
        await bank.Riverside.AddMemberAsync("Vic", "Gardener");
        var form = new RegisterForm
        {
            Gave = "una gardener\nvic gardener",
            HowLong = new() { Typed = "1" },
            Description = "The garden",
        };
        var answer = await (await bank.Riverside.CoordinatorAsync("Cara")).DoAsync((LogRegister log) => log.HandleAsync(form));
        answer.Outcome.ShouldBe(RegisterOutcome.Logged);
        return form.RequestKey;
    }

    private IReadOnlyList<RouteEndpoint> Routes() =>
        [
            .. bank
                .Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(e => !NotPages.Any(n => e.RoutePattern.RawText!.TrimStart('/').StartsWith(n, StringComparison.Ordinal)))
                .Where(e => e.Metadata.All(m => m.GetType().Name is not "StaticAssetDescriptor")),
        ];

    private static string PathOf(string file, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, file);
}
