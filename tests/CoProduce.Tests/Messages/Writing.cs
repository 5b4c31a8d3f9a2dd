using System.Collections.Concurrent;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Circles;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoProduce.Tests.Messages;

/// <summary>A bank with a mail server, a text gateway and a log of the test's own.</summary>
public class WritingBank(TestCluster cluster) : Bank(cluster)
{
    public MailCatcher Post { get; } = new();

    public TextCatcher Phones { get; } = new();

    /// <summary>Every line that the program logged.</summary>
    public ConcurrentQueue<string> Log { get; } = [];

    /// <summary>Does all that is due.</summary>
    public Task<int> DeliverAsync() => Services.GetRequiredService<OutboxRound>().RunAsync();

    /// <summary>Moves the clock to that time of the day after today.</summary>
    public void Tomorrow(int hour)
    {
        var now = Clock.GetUtcNow();
        Clock.Advance(now.Date.AddDays(1).AddHours(hour) - now.UtcDateTime);
    }

    /// <summary>The mails to that address.</summary>
    public IReadOnlyList<string> MailTo(string address) =>
        [.. Post.Read().Where(m => m.Contains($"To: {address}", StringComparison.Ordinal))];

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Post.Dispose();
        await Phones.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override void Configure(IWebHostBuilder builder)
    {
        base.Configure(builder);
        builder.UseSetting("Mail:Host", "127.0.0.1");
        builder.UseSetting("Mail:Port", $"{Post.Port}");
        builder.UseSetting("Mail:Tls", "false");
        builder.UseSetting("Mail:From", "post@coproduce.example");
        builder.UseSetting("Site:Address", "https://time.example");
        builder.UseSetting("Text:Url", Phones.Url);
        builder.UseSetting("Text:Secret", "a-secret-of-the-gateway");
        builder.ConfigureLogging(logging => logging.AddProvider(new Kept(Log)));
    }

    private sealed class Kept(ConcurrentQueue<string> log) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => log.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}

/// <summary>What tests say of members and of what goes out to them.</summary>
internal static class Writing
{
    /// <summary>A member without a sign-in who is reached in that way.</summary>
    public static async Task<MemberId> ReachedAsync(this Place place, string firstName, ContactWay way, Action<MemberContact>? more = null)
    {
        var member = await place.AddMemberAsync(firstName);
        await place.ContactAsync(
            member,
            c =>
            {
                c.Prefers = way;
                more?.Invoke(c);
            }
        );
        return member;
    }

    public static Task<bool> ContactAsync(this Place place, MemberId member, Action<MemberContact> change) =>
        place.WriteAsync(async db =>
        {
            change(await db.MemberContacts.SingleAsync(c => c.MemberId == member));
            return true;
        });

    /// <summary>What went out to that member, in the order in which it was written.</summary>
    public static Task<List<Sending>> SentToAsync(this Place place, MemberId member) =>
        place.ReadAsync(db => db.Sendings.Where(s => s.MemberId == member).OrderBy(s => s.MadeAt).ToListAsync());

    /// <summary>Prints all that waits; the batch.</summary>
    public static async Task<Guid> PrintsAsync(this Actor actor)
    {
        var form = new LettersForm();
        await actor.DoAsync((PrintLetters print) => print.PrintAsync(form));
        return form.RequestKey;
    }

    public static Task<IReadOnlyList<LetterSheet>?> SheetsAsync(this Actor actor, Guid batch) =>
        actor.DoAsync((LetterSheets sheets) => sheets.ReadAsync(batch));

    /// <summary>Puts both into one household that gets one letter at the first one's address.</summary>
    public static Task<bool> HouseholdAsync(this Place place, MemberId first, MemberId second) =>
        place.WriteAsync(db =>
        {
            var circle = new Circle
            {
                Id = CircleId.New(),
                Kind = CircleKind.Household,
                Name = "The Examples",
                HubId = place.Hub,
                ContactId = first,
                OneLetter = true,
            };
            db.Circles.Add(circle);
            foreach (var member in new[] { first, second })
                db.CircleMembers.Add(
                    new()
                    {
                        Id = Guid.CreateVersion7(),
                        CircleId = circle.Id,
                        Kind = CircleKind.Household,
                        MemberId = member,
                        Since = new(2026, 1, 1),
                    }
                );
            return Task.FromResult(true);
        });

    public static string Address() => $"{Guid.NewGuid():N}@post.example";
}
