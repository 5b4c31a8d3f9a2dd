using CoProduce.Tests.Messages;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Offers;

/// <summary>What people do on the noticeboard, through the program's own use cases.</summary>
public static class OnTheBoard
{
    /// <summary>Puts one up.</summary>
    public static async Task<OfferId> PutsUpAsync(this Actor who, OfferKind kind, string title, params string[] kinds)
    {
        var ids = await who.Place.ReadAsync(db => db.Categories.Where(c => kinds.Contains(c.Name)).Select(c => c.Id).ToListAsync());
        var form = new OfferForm { Title = title, Kinds = [.. ids.Select(k => k.Value.ToString())] };
        (await who.DoAsync((PutInOffer put) => put.HandleAsync(kind, form))).ShouldBe(PutInOffer.Outcome.PutIn);
        return new(form.RequestKey);
    }

    /// <summary>Says "I can help" or "I'd like that".</summary>
    public static async Task<(AnswerOffer.Outcome Outcome, OfferAnswerId Id)> AnswersAsync(this Actor who, OfferId id, string words = "")
    {
        var form = new OfferAnswerForm { Words = words };
        return (await who.DoAsync((AnswerOffer answer) => answer.HandleAsync(id, form)), new(form.RequestKey));
    }

    /// <summary>Answers go to the people themselves from now on.</summary>
    public static Task LetsPeopleAnswerAsync(this Place here) =>
        here.WriteAsync(db => Task.FromResult(db.BoardSettings.Add(new() { AnswersGoTo = AnswersGoTo.People })));

    /// <summary>How it stands.</summary>
    public static Task<Offer> OfferAsync(this Place here, OfferId id) =>
        here.ReadAsync(db => db.Offers.AsNoTracking().SingleAsync(o => o.Id == id));

    /// <summary>The letters to that person, the oldest first.</summary>
    public static List<string> MailsTo(this PostalBank bank, string email) =>
        [.. bank.Post.Read().Where(m => m.Contains($"To: {email}", StringComparison.Ordinal))];

    /// <summary>The path of the link in a letter, without the organisation.</summary>
    public static string LinkIn(string mail, string page) =>
        System.Text.RegularExpressions.Regex.Match(mail.Replace("=\r\n", "", StringComparison.Ordinal), $"{page}/[A-Za-z0-9_-]+").Value;
}
