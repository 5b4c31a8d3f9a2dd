using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Messages;

/// <summary>Whose hours were moved by somebody else gets a letter, from their own organisation and in its language, also when they crossed.</summary>
public sealed class MovedHoursAreTold(PostalBank bank) : IClassFixture<PostalBank>
{
    [Fact]
    public async Task What_crosses_is_told_by_each_organisation_in_its_own_words_and_nothing_but_the_name_goes_with_it()
    {
        var (here, there, _) = await bank.TwoAffiliatedAsync();
        await there.WriteAsync(async db =>
        {
            (await db.Settings.SingleAsync()).Languages = ["cy", "en"];
            return true;
        });
        bank.Forget(there);
        var (annsMail, sonsMail) = (Address(), Address());
        var ann = await here.MemberAsync("Ann", email: annsMail);
        var son = await there.MemberAsync("Tomos", "Llwyd", sonsMail);
        await ann.GivesAcrossAsync(there, son.Member, "Tomos Llwyd", 60, "For the bus");
        await bank.DeliverAsync();
        await bank.DeliverAsync();

        LettersTo(annsMail).ShouldBeEmpty(); // she did it herself
        var letter = LettersTo(sonsMail).ShouldHaveSingleItem();
        letter.ShouldMatch("From: \"?There Time Bank\"?");
        letter.ShouldContain("Annwyl Tomos");
        letter.ShouldContain("Ann Example, Here Time Bank");
        letter.ShouldContain("For the bus");
        letter.ShouldMatch("credyd(au)? amser");
        letter.ShouldNotContain(annsMail);
        (await here.ReadAsync(db => db.Outbox.AnyAsync(o => o.Letter.Contains(sonsMail)))).ShouldBeFalse();
        (await there.ReadAsync(db => db.Outbox.AnyAsync(o => o.Letter.Contains(annsMail)))).ShouldBeFalse();

        var cora = await here.CoordinatorAsync();
        var entry = await here.ReadAsync(db => db.Entries.Where(e => e.Kind == EntryKind.Between).Select(e => e.Id).SingleAsync());
        await cora.DoAsync((UndoCrossing undo) => undo.HandleAsync(new() { Entry = entry.Value, Reason = "The wrong son" }));
        await bank.DeliverAsync();
        await bank.DeliverAsync();
        LettersTo(annsMail).ShouldHaveSingleItem().ShouldContain("The wrong son");
        LettersTo(sonsMail).Count.ShouldBe(2);
        LettersTo(sonsMail).ShouldAllBe(l => !l.Contains(cora.SignIn.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Help_that_a_coordinator_logged_across_is_told_to_both()
    {
        var (here, there, _) = await bank.TwoAffiliatedAsync();
        var (annsMail, sonsMail) = (Address(), Address());
        var ann = await here.AddMemberAsync("Ann", email: annsMail);
        var son = await there.AddMemberAsync("Tomos", "Llwyd", sonsMail);

        (await (await here.CoordinatorAsync()).SendsForAsync(ann, there, son, "Tomos Llwyd", 60, words: "A lift")).ShouldBe(
            SendAcross.Outcome.Sent
        );
        await bank.DeliverAsync();
        await bank.DeliverAsync();

        LettersTo(annsMail).ShouldHaveSingleItem().ShouldContain("an hour to Tomos Llwyd, There Time Bank: A lift");
        LettersTo(sonsMail).ShouldHaveSingleItem().ShouldContain("an hour from Ann Example, Here Time Bank: A lift");
    }

    [Fact]
    public async Task What_was_refused_tells_nobody()
    {
        var (here, there, _) = await bank.TwoAffiliatedAsync(hours: 1);
        var mail = Address();
        var (ann, son) = (await here.MemberAsync("Ann"), await there.AddMemberAsync("Tomos", "Llwyd", mail));
        (await ann.GivesAcrossAsync(there, son, "Tomos Llwyd", 90)).ShouldBe(SendAcross.Outcome.LimitReached);
        (await ann.GivesAcrossAsync(there, son, "Tomos Llwyd", 180)).ShouldBe(SendAcross.Outcome.MoreThanYouHave);
        await bank.DeliverAsync();
        LettersTo(mail).ShouldBeEmpty();
        (await there.ReadAsync(db => db.Outbox.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task What_a_coordinator_moves_by_hand_and_undoes_is_told_to_everybody_whose_hours_they_are()
    {
        var place = bank.Riverside;
        var (annsMail, bobsMail) = (Address(), Address());
        var (ann, bob) = (await place.AddMemberAsync("Ann", email: annsMail), await place.AddMemberAsync("Bob", email: bobsMail));
        var cora = await place.CoordinatorAsync();
        var form = new MoveForm
        {
            Kind = MoveKind.Gift,
            Member = ann.Value,
            Account = MoveForm.AMember,
            Other = bob.Value,
            HowMuch = DurationChoice.From(60),
            Words = "For the bus",
            Door = Door.Phone,
        };
        (await cora.DoAsync((MoveHours move) => move.HandleAsync(form))).ShouldBe(MoveHours.Outcome.Moved);
        await bank.DeliverAsync();
        LettersTo(annsMail).ShouldHaveSingleItem().ShouldContain("Your gift of an hour to Bob Example");
        LettersTo(bobsMail).ShouldHaveSingleItem().ShouldContain("A gift of an hour from Ann Example");

        var entry = await place.ReadAsync(db => db.Entries.Where(e => e.RequestKey == form.RequestKey).Select(e => e.Id).SingleAsync());
        await cora.DoAsync((UndoMove undo) => undo.HandleAsync(new() { Entry = entry.Value, Reason = "It was for Bill" }));
        await bank.DeliverAsync();
        foreach (var mail in new[] { annsMail, bobsMail })
            LettersTo(mail).Count(l => l.Contains("It was for Bill", StringComparison.Ordinal)).ShouldBe(1);
    }

    private static string Address() => $"{Guid.NewGuid():N}@post.example";

    private List<string> LettersTo(string mail) => [.. bank.Post.Read().Where(m => m.Contains($"To: {mail}", StringComparison.Ordinal))];
}
