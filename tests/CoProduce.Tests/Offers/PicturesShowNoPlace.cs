using System.Net;
using CoProduce.Tests.Photos;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Offers;

/// <summary>Pictures: they are drawn anew, and only who may see the notice sees them.</summary>
public sealed class PicturesShowNoPlace(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task Three_of_one_for_those_who_may_see_it()
    {
        var (here, elsewhere) = (bank.Riverside, bank.Hillside);
        var (ann, bob, eve) = (await here.MemberAsync("Ann"), await here.MemberAsync("Bob"), await elsewhere.MemberAsync("Eve"));
        var id = await ann.PutsUpAsync(OfferKind.Offer, "A barrow");
        (await bob.DoAsync((KeepPicture k) => k.AddAsync(id, Form(Pictures.Png)))).ShouldBe(KeepPicture.Outcome.NotFound);
        for (var i = 0; i < OfferPicture.Most; i++)
            (await ann.DoAsync((KeepPicture k) => k.AddAsync(id, Form(Pictures.Png)))).ShouldBe(KeepPicture.Outcome.Added);
        (await ann.DoAsync((KeepPicture k) => k.AddAsync(id, Form(Pictures.Png)))).ShouldBe(KeepPicture.Outcome.TooMany);
        var picture = await here.ReadAsync(db => db.OfferPictures.Where(p => p.OfferId == id).Select(p => p.Id).FirstAsync());
        var path = $"offers/{id.Value}/pictures/{picture}";
        foreach (var (who, status) in new[] { (ann, HttpStatusCode.OK), (bob, HttpStatusCode.OK), (eve, HttpStatusCode.NotFound) })
        {
            var browser = await who.BrowserAsync();
            await browser.OpenAsync(path);
            browser.Status.ShouldBe(status);
        }
        await ann.DoAsync((CloseOffer close) => close.HandleAsync(id, OfferStatus.Withdrawn));
        var other = await bob.BrowserAsync();
        await other.OpenAsync(path);
        other.Status.ShouldBe(HttpStatusCode.NotFound);
        (await ann.DoAsync((KeepPicture k) => k.RemoveAsync(id, picture))).ShouldBe(KeepPicture.Outcome.NotFound);
    }

    [Fact]
    public async Task What_is_no_picture_or_too_large_is_refused()
    {
        var ann = await bank.Riverside.MemberAsync("Ann");
        var id = await ann.PutsUpAsync(OfferKind.Offer, "A barrow");
        foreach (
            var (file, outcome) in new[]
            {
                ("<svg onload='alert(1)'/>"u8.ToArray(), KeepPicture.Outcome.NoPicture),
                (Pictures.Png[..20], KeepPicture.Outcome.NoPicture),
                ([], KeepPicture.Outcome.NoFile),
                (new byte[PictureFile.MaximumBytes + 1], KeepPicture.Outcome.TooLarge),
            }
        )
            (await ann.DoAsync((KeepPicture k) => k.AddAsync(id, Form(file)))).ShouldBe(outcome);
        var browser = await ann.BrowserAsync();
        var page = await browser.SendAsync(await browser.OpenAsync($"offers/{id.Value}/pictures"), new() { ["Form.Description"] = " " });
        page.QuerySelector("#f-Description-error").ShouldNotBeNull();
    }

    /// <summary>A picture to send.</summary>
    public static PictureForm Form(byte[] content, string description = "A red barrow") =>
        new() { File = new FormFile(new MemoryStream(content), 0, content.Length, "File", "barrow.png"), Description = description };
}
