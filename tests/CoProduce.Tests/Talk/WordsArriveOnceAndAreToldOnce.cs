using CoProduce.Tests.Messages;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Talk;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using static CoProduce.Web.Features.Talk.WriteMessage.Outcome;

namespace CoProduce.Tests.Talk;

public sealed class WordsArriveOnceAndAreToldOnce(WritingBank bank) : IClassFixture<WritingBank>
{
    [Fact]
    public async Task Once_however_often_the_form_is_sent()
    {
        var (here, ann, bob) = await bank.TwoWhoMetAsync();
        var key = Guid.CreateVersion7();
        (await ann.WritesAsync(bob.Member, "Friday?", key: key)).ShouldBe(Sent);
        (await ann.WritesAsync(bob.Member, "Friday?", key: key)).ShouldBe(Sent);
        await Should.ThrowAsync<AlreadySentException>(() => ann.WritesAsync(bob.Member, "Saturday?", key: key));
        (await here.TalkAsync()).ShouldHaveSingleItem().Words.ShouldBe("Friday?");
        (await ann.WritesAsync(bob.Member, "  \n ")).ShouldBe(Unsuitable);
        (await ann.WritesAsync(bob.Member, new string('x', TalkMessage.WordsLength + 1))).ShouldBe(Unsuitable);
    }

    [Fact]
    public async Task Two_first_messages_at_once_are_one_conversation_and_are_told_once()
    {
        var (here, ann, bob) = await bank.TwoWhoMetAsync();
        var sent = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => i % 2 == 0 ? ann.WritesAsync(bob.Member, $"{i}") : bob.WritesAsync(ann.Member, $"{i}"))
        );
        sent.ShouldAllBe(s => s == Sent);
        (await here.TalkAsync()).Select(m => m.Number).ShouldBe(Enumerable.Range(1, 8));
        (await here.ReadAsync(db => db.Outbox.CountAsync(o => o.Kind == OutboxKind.TellOfTalk))).ShouldBe(2); // one for each of them
        await bank.DeliverAsync();
        (await here.ToldAsync(ann.Member)).ShouldHaveSingleItem();
        (await ann.DoAsync((TalksQuery query) => query.MineAsync())).Lines.ShouldHaveSingleItem().Unread.ShouldBe(4);
    }

    [Fact]
    public async Task Told_once_in_a_quiet_period_without_a_word_of_it_and_not_of_what_was_read()
    {
        ByDay();
        var (here, ann, bob) = await bank.TwoWhoMetAsync();
        var mail = await here.ReadAsync(db => db.MemberContacts.Where(c => c.MemberId == bob.Member).Select(c => c.Email).SingleAsync());
        await ann.WritesAsync(bob.Member, "The spare key is under the pot");
        await bank.DeliverAsync();
        await ann.WritesAsync(bob.Member, "And feed the cat");
        await bank.DeliverAsync();
        var letter = bank.MailTo(mail).Where(m => m.Contains("written to you", StringComparison.Ordinal)).ShouldHaveSingleItem();
        letter.ShouldContain("Ann has written to you");
        letter.ShouldContain("/me/messages");
        foreach (var secret in new[] { "spare key", "Ash", "feed the cat" })
            letter.ShouldNotContain(secret);
        bank.Clock.Advance(TellOfTalk.OncePer);
        await bank.DeliverAsync();
        (await here.ToldAsync(bob.Member)).Count.ShouldBe(2); // the second, which he has not read
        await bob.OpensAsync(ann.Member);
        bank.Clock.Advance(TellOfTalk.OncePer);
        await ann.WritesAsync(bob.Member, "Thank you");
        await bob.OpensAsync(ann.Member);
        await bank.DeliverAsync();
        (await here.ToldAsync(bob.Member)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task By_text_where_that_was_chosen_and_nothing_is_promised_for_those_whom_neither_reaches()
    {
        ByDay();
        var (here, ann, bob) = await bank.TwoWhoMetAsync();
        await here.ContactAsync(bob.Member, c => (c.Prefers, c.Phone) = (ContactWay.Text, "07700 900321"));
        await ann.WritesAsync(bob.Member);
        await bank.DeliverAsync();
        bank.Phones.Texts.Values.ShouldContain(t => t.Contains("07700900321") && t.Contains("Ann has written to you"));
        (await ann.ReadsAsync($"me/messages/{bob.Member.Value}")).ShouldContain("Bob is told that you wrote");
        bank.Clock.Advance(TimeSpan.FromHours(5));
        foreach (var way in new[] { ContactWay.Post, ContactWay.Phone, ContactWay.Nothing })
        {
            await here.ContactAsync(bob.Member, c => (c.Prefers, c.Address, c.Email) = (way, "1 High Street", ""));
            await ann.WritesAsync(bob.Member);
            await bank.DeliverAsync();
            (await ann.ReadsAsync($"me/messages/{bob.Member.Value}")).ShouldContain("Bob gets no mail or text about it");
        }
        (await here.ToldAsync(bob.Member)).ShouldHaveSingleItem().Way.ShouldBe(SendingWay.Text);
    }

    [Fact]
    public async Task What_was_typed_stays_with_a_sentence_that_says_what_to_do()
    {
        var (here, ann, bob) = await bank.TwoWhoMetAsync();
        var browser = await ann.BrowserAsync();
        var page = await browser.OpenAsync($"me/messages/{bob.Member.Value}");
        var sent = await browser.SendAsync(page, Words("A line\nand one more"), Form);
        sent.QuerySelector("main")!.TextContent.ShouldContain("and one more");
        (await here.TalkAsync()).ShouldHaveSingleItem();
        var empty = await browser.SendAsync(page, Words(""), Form);
        empty.QuerySelector("main")!.TextContent.ShouldContain("Please write something first.");
        page = await browser.OpenAsync($"me/messages/{bob.Member.Value}");
        await bob.BlocksAsync(ann.Member);
        var refused = await browser.SendAsync(page, Words("Long and dear to me"), Form);
        refused.QuerySelector("main")!.TextContent.ShouldContain("It was not sent: you cannot write to this member here now.");
        refused.QuerySelector("main textarea")!.TextContent.ShouldContain("Long and dear to me");
        (await here.TalkAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Read_by_opening_and_counted_on_the_home_page_until_then()
    {
        var (_, ann, bob) = await bank.TwoWhoMetAsync();
        await ann.WritesAsync(bob.Member, "First");
        await ann.WritesAsync(bob.Member, "Second");
        (await bob.ReadsAsync("")).ShouldContain("Ann A. has written to you");
        (await bob.ReadsAsync("me/messages")).ShouldContain("2 new");
        var thread = await bob.ReadsAsync($"me/messages/{ann.Member.Value}");
        thread.IndexOf("First", StringComparison.Ordinal).ShouldBeLessThan(thread.IndexOf("Second", StringComparison.Ordinal));
        (await bob.ReadsAsync("")).ShouldNotContain("Ann A. has written to you");
        (await bob.ReadsAsync("me/messages")).ShouldNotContain("new");
    }

    private const string Form = "main form:has(textarea)";

    private static Dictionary<string, string?> Words(string words) => new() { ["Form.Words"] = words };

    // Nothing goes out at night.
    private void ByDay() => bank.Tomorrow(10);
}
