using CoProduce.Tests.Support;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace CoProduce.Tests.Messages;

public sealed class LettersAreSentOnceTests(PostalBank bank) : IClassFixture<PostalBank>
{
    [Fact]
    public async Task Each_with_the_organisations_name_a_link_that_works_and_nothing_kept_of_what_it_said()
    {
        var (ann, bob) = (await bank.Riverside.MemberAsync("Ann"), await bank.Riverside.MemberAsync("Bob", email: Address()));
        await ann.GaveAsync(90, to: bob.Member, what: "Mending a bicycle");
        await bank.DeliverAsync();
        var mail = bank.Post.Read().Where(m => m.Contains($"To: {bob.SignIn.Email}", StringComparison.Ordinal)).ShouldHaveSingleItem();
        mail.ShouldMatch("From: \"?Riverside Time Bank\"? <post@coproduce.example>");
        mail.ShouldContain("Dear Bob,");
        mail.ShouldContain("https://time.example/riverside/answer/");
        mail.ShouldContain("<!DOCTYPE html>");
        await bank.DeliverAsync();
        bank.Post.Read().Count(m => m.Contains($"To: {bob.SignIn.Email}", StringComparison.Ordinal)).ShouldBe(1);
        (await bank.Riverside.ReadAsync(db => db.Outbox.AnyAsync(o => o.Kind == OutboxKind.Mail && o.Letter != ""))).ShouldBeFalse();
    }

    [Fact]
    public async Task Also_when_several_nodes_work_at_once()
    {
        const string mark = "Weeding by many hands";
        var ann = await bank.Riverside.MemberAsync("Ann");
        for (var i = 0; i < 20; i++)
            await ann.GaveAsync(15, to: await bank.Riverside.AddMemberAsync($"Bob{i}", email: Address()), what: mark);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(bank.DeliverAsync)));
        var mails = bank.Post.Read().Where(m => m.Contains(mark, StringComparison.Ordinal)).ToList();
        mails.Count.ShouldBe(20);
        mails.Select(m => m.Split("To: ")[1].Split("\r\n")[0]).Distinct().Count().ShouldBe(20);
    }

    [Fact]
    public async Task A_letter_that_the_server_refuses_is_tried_again_later_and_given_up_in_the_end()
    {
        var (ann, bob) = (await bank.Hillside.MemberAsync("Ann"), await bank.Hillside.AddMemberAsync("Bob", email: Address()));
        bank.Post.IsRefusing = true;
        await ann.GaveAsync(90, to: bob);
        try
        {
            await bank.DeliverAsync();
            var item = await ItemAsync();
            (item.Tries, item.DoneAt).ShouldBe((1, null));
            item.Failure.ShouldContain("not now");
            await bank.DeliverAsync();
            (await ItemAsync()).Tries.ShouldBe(1); // not before its time
            for (var i = 0; i < 12; i++)
            {
                bank.Clock.Advance(TimeSpan.FromHours(24));
                await bank.DeliverAsync();
            }
            item = await ItemAsync();
            item.Tries.ShouldBe(8);
            item.DoneAt.ShouldNotBeNull();
        }
        finally
        {
            bank.Post.IsRefusing = false;
        }

        Task<OutboxItem> ItemAsync() =>
            bank.Hillside.ReadAsync(db => db.Outbox.SingleAsync(o => o.Kind == OutboxKind.Mail && o.Letter != ""));
    }

    [Fact]
    public async Task Something_that_nobody_thought_of_stops_nothing_else()
    {
        var before = bank.Clock.GetUtcNow();
        var broken = new OutboxItem[]
        {
            new()
            {
                Kind = OutboxKind.Mail,
                DueAt = before.AddDays(-1),
                Letter = "no letter",
            },
            new() { Kind = OutboxKind.ConfirmBySilence, DueAt = before.AddDays(-1) },
        };
        await bank.Riverside.WriteAsync(db =>
        {
            db.Outbox.AddRange(broken);
            return Task.FromResult(true);
        });
        var (ann, bob) = (await bank.Riverside.MemberAsync("Ann"), Address());
        await ann.GaveAsync(90, to: await bank.Riverside.AddMemberAsync("Bob", email: bob));
        await bank.DeliverAsync();
        bank.Post.Read().Count(m => m.Contains($"To: {bob}", StringComparison.Ordinal)).ShouldBe(1);
        foreach (var item in broken)
            (await bank.Riverside.ReadAsync(db => db.Outbox.SingleAsync(o => o.Id == item.Id))).Tries.ShouldBe(1);
        await bank.Riverside.WriteAsync(db => db.Outbox.Where(o => o.Letter == "no letter").ExecuteDeleteAsync());
    }

    [Fact]
    public async Task Nothing_is_sent_for_a_form_that_was_refused()
    {
        var ann = await bank.Riverside.MemberAsync("Ann", email: Address());
        var (outcome, _) = await ann.GaveAsync(90, to: ann.Member);
        outcome.ShouldBe(LogOutcome.SamePerson);
        await bank.DeliverAsync();
        bank.Post.Read().ShouldAllBe(m => !m.Contains(ann.SignIn.Email!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_subject_cannot_smuggle_in_a_header()
    {
        var (ann, bob) = (await bank.Riverside.MemberAsync("Ann"), await bank.Riverside.AddMemberAsync("Bob", email: Address()));
        await ann.GaveAsync(90, to: bob, what: "A lift\r\nBcc: everybody@elsewhere.example");
        await bank.DeliverAsync();
        bank.Post.Mails.ShouldAllBe(m => !m.Split("\r\n\r\n", 2)[0].Contains("\nBcc:", StringComparison.OrdinalIgnoreCase));
        bank.Services.GetRequiredService<SiteAddress>().Of("/a").AbsoluteUri.ShouldBe("https://time.example/a");
    }

    private static string Address() => $"{Guid.NewGuid():N}@post.example";
}
