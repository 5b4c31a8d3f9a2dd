using CoProduce.Tests.Support;
using CoProduce.Web.Features.Calls;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Messages;

public sealed class EachInTheirWayTests(WritingBank bank) : IClassFixture<WritingBank>
{
    private const string Number = "07700 900982";

    [Fact]
    public async Task By_mail_text_letter_telephone_or_not_at_all()
    {
        var here = await bank.CreateAsync($"ways-{Guid.NewGuid():N}"[..20], "Ways");
        var ann = await here.MemberAsync("Ann");
        var mail = Writing.Address();
        var byMail = await here.ReachedAsync("Bea", ContactWay.Email, c => c.Email = mail);
        var byText = await here.ReachedAsync("Cal", ContactWay.Text, c => (c.Phone, c.Email) = (Number, Writing.Address()));
        var byPost = await here.ReachedAsync("Dot", ContactWay.Post, c => (c.Address, c.Email) = ("1 High Street", Writing.Address()));
        var byPhone = await here.ReachedAsync("Eve", ContactWay.Phone, c => c.Phone = Number);
        var not = await here.ReachedAsync("Flo", ContactWay.Nothing, c => (c.Phone, c.Email) = (Number, Writing.Address()));
        foreach (var to in new[] { byMail, byText, byPost, byPhone, not })
            await ann.GaveAsync(60, to, "Mending a gate");
        await bank.DeliverAsync();
        bank.MailTo(mail).ShouldHaveSingleItem();
        var text = bank.Phones.Texts.Values.Where(t => t.Contains("07700900982", StringComparison.Ordinal)).ShouldHaveSingleItem();
        text.ShouldStartWith("Bearer a-secret-of-the-gateway ");
        text.ShouldContain("Ways: ");
        text.ShouldContain($"https://time.example/{here.Slug}/answer/");
        text.ShouldNotContain("Dear");
        (await ThatAsync(byMail)).ShouldBe((SendingWay.Mail, SendingState.Gone, ""));
        (await ThatAsync(byText)).ShouldBe((SendingWay.Text, SendingState.Gone, ""));
        var (way, state, letter) = await ThatAsync(byPost);
        (way, state).ShouldBe((SendingWay.Letter, SendingState.Waiting));
        letter.ShouldContain("Mending a gate");
        letter.ShouldNotContain("/answer/"); // a link that answers for somebody is not printed
        (await ThatAsync(byPhone)).Way.ShouldBe(SendingWay.Call);
        (await here.SentToAsync(not)).ShouldBeEmpty();
        bank.Post.Mails.Count.ShouldBeGreaterThan(0);

        async Task<(SendingWay Way, SendingState State, string Letter)> ThatAsync(MemberId member)
        {
            var one = (await here.SentToAsync(member)).ShouldHaveSingleItem();
            return (one.Way, one.State, one.Letter);
        }
    }

    [Fact]
    public async Task In_their_own_language()
    {
        var (ann, mail) = (await bank.Riverside.MemberAsync("Ann"), Writing.Address());
        await ann.GaveAsync(60, await bank.Riverside.ReachedAsync("Siân", ContactWay.Email, c => (c.Email, c.WritesIn) = (mail, "cy")));
        await bank.DeliverAsync();
        bank.MailTo(mail).ShouldHaveSingleItem().ShouldContain("Annwyl");
    }

    [Fact]
    public async Task One_call_tells_all_that_stood_on_the_list_and_no_more()
    {
        var here = await bank.CreateAsync($"calls-{Guid.NewGuid():N}"[..20], "Calls");
        var (cora, ann) = (await here.CoordinatorAsync(), await here.MemberAsync("Ann"));
        var eve = await here.ReachedAsync("Eve", ContactWay.Phone, c => c.Phone = Number);
        await ann.GaveAsync(60, eve, "Weeding");
        await ann.GaveAsync(30, eve, "Digging");
        var line = (await cora.DoAsync((LettersQuery query) => query.CallsAsync())).ShouldHaveSingleItem();
        line.Notices.Count.ShouldBe(2);
        var form = new TellByPhoneForm
        {
            Member = eve.Value,
            Matter = CallMatter.Letters,
            UpTo = line.Person.UpTo.UtcTicks,
        };
        bank.Clock.Advance(TimeSpan.FromMinutes(1));
        await ann.GaveAsync(30, eve, "Raking");
        (await cora.DoAsync((TellByPhone told) => told.ToldAsync(form))).ShouldBe(TellByPhone.Outcome.Done);
        (await cora.DoAsync((LettersQuery query) => query.CallsAsync())).ShouldHaveSingleItem().Notices.Count.ShouldBe(1);
        (await here.SentToAsync(eve)).Count(s => s.State == SendingState.Gone && s.DoneBy == cora.Id).ShouldBe(2);
    }

    [Fact]
    public async Task A_promise_that_was_sent_before_a_crash_is_the_same_text_when_it_is_sent_again()
    {
        var here = await bank.CreateAsync($"crash-{Guid.NewGuid():N}"[..20], "Crash");
        var ann = await here.MemberAsync("Ann");
        await ann.GaveAsync(60, await here.ReachedAsync("Cal", ContactWay.Text, c => c.Phone = "07700 900111"));
        var item = await here.ReadAsync(db => db.Outbox.SingleAsync(o => o.Kind == OutboxKind.Text));
        await bank.DeliverAsync();
        // The gateway took it, and the program died before it noted that.
        await here.WriteAsync(async db =>
        {
            await db
                .Outbox.Where(o => o.Id == item.Id)
                .ExecuteUpdateAsync(o => o.SetProperty(x => x.DoneAt, (DateTimeOffset?)null).SetProperty(x => x.Letter, item.Letter));
            return true;
        });
        var asked = bank.Phones.Asked;
        await bank.DeliverAsync();
        bank.Phones.Asked.ShouldBe(asked + 1);
        bank.Phones.Texts.Values.Count(t => t.Contains("07700900111", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Neither_number_nor_address_nor_link_is_in_the_log()
    {
        const string secret = "07700900777";
        var (ann, mail) = (await bank.Riverside.MemberAsync("Ann"), Writing.Address());
        await ann.GaveAsync(60, await bank.Riverside.ReachedAsync("Cal", ContactWay.Text, c => c.Phone = secret));
        await ann.GaveAsync(60, await bank.Riverside.ReachedAsync("Bea", ContactWay.Email, c => c.Email = mail));
        (bank.Phones.IsRefusing, bank.Post.IsRefusing) = (true, true);
        await bank.DeliverAsync();
        (bank.Phones.IsRefusing, bank.Post.IsRefusing) = (false, false);
        bank.Log.ShouldContain(l => l.Contains("could not be sent", StringComparison.Ordinal));
        bank.Log.ShouldAllBe(l => !l.Contains(secret, StringComparison.Ordinal) && !l.Contains(mail, StringComparison.Ordinal));
        bank.Log.ShouldAllBe(l => !l.Contains("/answer/", StringComparison.Ordinal));
        bank.Clock.Advance(TimeSpan.FromMinutes(5));
        await bank.DeliverAsync();
        bank.Phones.Texts.Values.Count(t => t.Contains(secret, StringComparison.Ordinal)).ShouldBe(1);
    }
}
