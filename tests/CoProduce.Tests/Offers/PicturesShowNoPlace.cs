using System.Net;
using System.Text;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Offers;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Offers;

/// <summary>Pictures: what they are is looked at, where they were taken is not kept, and only who may see the notice sees them.</summary>
public sealed class PicturesShowNoPlace(Bank bank) : IClassFixture<Bank>
{
    private const string Secret = "N 51 52 03";

    [Fact]
    public async Task Three_of_one_for_those_who_may_see_it()
    {
        var (here, elsewhere) = (bank.Riverside, bank.Hillside);
        var (ann, bob, eve) = (await here.MemberAsync("Ann"), await here.MemberAsync("Bob"), await elsewhere.MemberAsync("Eve"));
        var id = await ann.PutsUpAsync(OfferKind.Offer, "A barrow");
        (await bob.DoAsync((KeepPicture k) => k.AddAsync(id, Form(Png())))).ShouldBe(KeepPicture.Outcome.NotFound);
        for (var i = 0; i < OfferPicture.Most; i++)
            (await ann.DoAsync((KeepPicture k) => k.AddAsync(id, Form(Png())))).ShouldBe(KeepPicture.Outcome.Added);
        (await ann.DoAsync((KeepPicture k) => k.AddAsync(id, Form(Png())))).ShouldBe(KeepPicture.Outcome.TooMany);
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
                (Png()[..20], KeepPicture.Outcome.NoPicture),
                ([], KeepPicture.Outcome.NoFile),
                (new byte[OfferPicture.MaximumBytes + 1], KeepPicture.Outcome.TooLarge),
            }
        )
            (await ann.DoAsync((KeepPicture k) => k.AddAsync(id, Form(file)))).ShouldBe(outcome);
        var browser = await ann.BrowserAsync();
        var page = await browser.SendAsync(await browser.OpenAsync($"offers/{id.Value}/pictures"), new() { ["Form.Description"] = " " });
        page.QuerySelector("#f-Description-error").ShouldNotBeNull();
    }

    [Fact]
    public void Where_it_was_taken_goes_and_which_way_up_it_is_stays()
    {
        byte[] exif =
        [
            .. "Exif\0\0MM\0*"u8,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            6,
            0,
            0,
            0,
            0,
            0,
            0,
            .. Encoding.ASCII.GetBytes(Secret),
        ];
        byte[] jpeg =
        [
            0xFF,
            0xD8,
            0xFF,
            0xE0,
            0,
            4,
            1,
            2,
            0xFF,
            0xE1,
            0,
            (byte)(exif.Length + 2),
            .. exif,
            0xFF,
            0xFE,
            0,
            12,
            .. Encoding.ASCII.GetBytes(Secret),
            0xFF,
            0xDA,
            0,
            2,
            7,
            7,
            7,
            0xFF,
            0xD9,
        ];
        var (clean, type) = PictureFile.Clean(jpeg)!.Value;
        type.ShouldBe("image/jpeg");
        Encoding.Latin1.GetString(clean).ShouldNotContain(Secret);
        clean.AsSpan(8, 4).ToArray().ShouldBe([0xFF, 0xE1, 0, 34]); // the way up, in the smallest block
        clean[12 + 25].ShouldBe((byte)6);
        clean.AsSpan()[^5..].ToArray().ShouldBe([7, 7, 7, 0xFF, 0xD9]);
        Encoding.Latin1.GetString(PictureFile.Clean(Png(Secret))!.Value.Content).ShouldNotContain(Secret);
    }

    /// <summary>A picture to send.</summary>
    public static PictureForm Form(byte[] content, string description = "A red barrow") =>
        new() { File = new FormFile(new MemoryStream(content), 0, content.Length, "File", "barrow.png"), Description = description };

    /// <summary>The smallest file that looks like a PNG, with a note in it.</summary>
    public static byte[] Png(string note = "") =>
        [
            0x89,
            .. "PNG\r\n"u8,
            0x1A,
            (byte)'\n',
            .. Chunk("IHDR", new byte[13]),
            .. Chunk("tEXt", Encoding.ASCII.GetBytes(note)),
            .. Chunk("IEND", []),
        ];

    private static byte[] Chunk(string name, byte[] content) =>
        [0, 0, 0, (byte)content.Length, .. Encoding.ASCII.GetBytes(name), .. content, 0, 0, 0, 0];
}
