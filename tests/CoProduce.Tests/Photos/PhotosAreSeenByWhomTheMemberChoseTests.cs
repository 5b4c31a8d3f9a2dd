using System.Net;
using CoProduce.Ledger;
using CoProduce.Tests.Circles;
using CoProduce.Tests.Support;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Circles;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Photos;
using CoProduce.Web.Features.Privacy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Photos;

public sealed class PhotosAreSeenByWhomTheMemberChoseTests(Bank bank) : IClassFixture<Bank>
{
    private Place Here => bank.Riverside;

    [Fact]
    public async Task By_staff_alone_until_the_member_says_that_members_may()
    {
        var (ann, bob) = (await Here.MemberAsync("Ann"), await Here.MemberAsync("Bob"));
        (await PutsInAsync(ann, forMembers: false)).ShouldBe(ChangePhoto.Outcome.Changed);
        await SaysAsync(ann, ConsentPurpose.Directory, true);
        var (cora, pia, tom) = (
            await Here.CoordinatorAsync(),
            await Here.StaffAsync("Pia", Role.PeerBroker),
            await Here.StaffAsync("Tom", Role.Trustee)
        );
        (await SeesAsync(ann, ann), await SeesAsync(cora, ann), await SeesAsync(bob, ann)).ShouldBe((true, true, false));
        (await SeesAsync(pia, ann), await SeesAsync(tom, ann), await SeesAsync(await bank.Hillside.CoordinatorAsync(), ann)).ShouldBe(
            (false, false, false)
        );
        bank.Clock.Advance(TimeSpan.FromMinutes(1)); // of two answers at one moment the no counts
        await SaysAsync(ann, ConsentPurpose.PhotoForMembers, true);
        (await SeesAsync(bob, ann)).ShouldBeTrue();
        var page = await (await bob.BrowserAsync()).OpenAsync("directory");
        page.QuerySelector("img.photo")!.GetAttribute("alt").ShouldBe("Ann Example");
        await SaysAsync(ann, ConsentPurpose.Directory, false); // out of the directory she is seen by her circles alone
        (await SeesAsync(bob, ann)).ShouldBeFalse();
        var circle = await cora.BeginsAsync(CircleKind.Network, "Mill Lane", ann.Member, bob.Member);
        (await SeesAsync(bob, ann)).ShouldBeTrue();
        await cora.TakesOutAsync(circle, bob.Member);
        (await SeesAsync(bob, ann)).ShouldBeFalse();
    }

    [Fact]
    public async Task It_is_kept_with_a_yes_only_and_goes_at_once_with_a_no()
    {
        var ann = await Here.MemberAsync("Ann");
        (await PutsInAsync(ann, agreed: false)).ShouldBe(ChangePhoto.Outcome.NotAgreed);
        (await PutsInAsync(ann, version: 2)).ShouldBe(ChangePhoto.Outcome.WordsChanged);
        (await PutsInAsync(ann)).ShouldBe(ChangePhoto.Outcome.Changed);
        var said = await Here.ReadAsync(db => db.Consents.Where(c => c.MemberId == ann.Member).OrderBy(c => c.Purpose).ToListAsync());
        said.Select(c => (c.Purpose, c.IsGiven, c.Door))
            .ShouldBe([(ConsentPurpose.Photo, true, Door.Screen), (ConsentPurpose.PhotoForMembers, true, Door.Screen)]);
        await SaysAsync(ann, ConsentPurpose.PhotoForMembers, false); // that others see it is another question
        (await Here.ReadAsync(db => db.MemberPhotos.AnyAsync(p => p.MemberId == ann.Member))).ShouldBeTrue();
        await SaysAsync(ann, ConsentPurpose.Photo, false);
        (await Here.ReadAsync(db => db.MemberPhotos.AnyAsync(p => p.MemberId == ann.Member))).ShouldBeFalse();
    }

    [Fact]
    public async Task By_a_coordinator_for_who_brings_one_with_how_they_said_so()
    {
        var (cora, phyl) = (await Here.CoordinatorAsync(), await Here.AddMemberAsync("Phyl"));
        var form = Form(Pictures.Jpeg);
        form.Door = Door.Paper;
        (await cora.DoAsync((ChangePhoto change) => change.ForAsync(form, phyl))).ShouldBe(ChangePhoto.Outcome.Changed);
        (await Here.ReadAsync(db => db.Consents.Where(c => c.MemberId == phyl).Select(c => c.Door).Distinct().SingleAsync())).ShouldBe(
            Door.Paper
        );
        var away = new PhotoForm { Remove = true };
        (await cora.DoAsync((ChangePhoto change) => change.ForAsync(away, phyl))).ShouldBe(ChangePhoto.Outcome.Changed);
        (await Here.ReadAsync(db => db.MemberPhotos.AnyAsync(p => p.MemberId == phyl))).ShouldBeFalse();
    }

    [Fact]
    public async Task It_is_served_as_what_it_is_and_kept_by_no_cache()
    {
        var ann = await Here.MemberAsync("Ann");
        await PutsInAsync(ann, content: Pictures.WithAText());
        using var http = new HttpRequestMessage(HttpMethod.Get, $"/riverside/members/{ann.Member.Value}/photo");
        var answer = await (await ann.BrowserAsync()).AnswerAsync(http);
        answer.Headers.CacheControl!.ToString().ShouldBe("no-store, private");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(
            PictureFile.AsJpeg(Pictures.Png, MemberPhoto.Side)
        );
    }

    [Fact]
    public async Task Through_the_page_a_file_that_is_none_is_refused_beside_the_field()
    {
        var browser = await (await Here.MemberAsync("Ann")).BrowserAsync();
        var page = await browser.SendAsync(
            await browser.OpenAsync("me/photo"),
            new() { ["Form.Agreed"] = "true" },
            "form:has([name='Form.Agreed'])"
        );
        page.QuerySelector(".error")!.TextContent.ShouldContain("Choose a file first.");
        page.QuerySelector("[name='Form.Agreed']")!.HasAttribute("checked").ShouldBeTrue();
    }

    [Fact]
    public async Task Erased_with_the_person_and_in_the_copy_of_their_data()
    {
        var (cora, ann) = (await Here.CoordinatorAsync(), await Here.MemberAsync("Ann"));
        await PutsInAsync(ann);
        (await ann.DoAsync((MyDataQuery query) => query.MineAsync()))!.Parts.Select(p => p.Table).ShouldContain("member_photos");
        await Here.WriteAsync(db =>
            db.Members.Where(m => m.Id == ann.Member).ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MemberStatus.Left))
        );
        await Here.WriteAsync(async db =>
        {
            await MemberRows.EraseAsync(db, ann.Member, default);
            return 0;
        });
        (await SeesAsync(cora, ann)).ShouldBeFalse();
    }

    private static PhotoForm Form(byte[] content, bool agreed = true, bool forMembers = true, int version = 1) =>
        new()
        {
            File = Pictures.File(content),
            Agreed = agreed,
            ForMembers = forMembers,
            Version = version,
            MembersVersion = 1,
        };

    private static Task<ChangePhoto.Outcome> PutsInAsync(
        Actor member,
        bool agreed = true,
        bool forMembers = true,
        int version = 1,
        byte[]? content = null
    )
    {
        var form = Form(content ?? Pictures.Jpeg, agreed, forMembers, version);
        return member.DoAsync((ChangePhoto change) => change.HandleAsync(form));
    }

    private static Task<GiveConsent.Outcome> SaysAsync(Actor member, ConsentPurpose purpose, bool yes) =>
        member.DoAsync(
            (GiveConsent give) =>
                give.HandleAsync(
                    new()
                    {
                        Purpose = purpose,
                        Give = yes,
                        Version = 1,
                    }
                )
        );

    private static async Task<bool> SeesAsync(Actor who, Actor whose)
    {
        var browser = (await who.BrowserAsync()).At("riverside");
        await browser.OpenAsync($"members/{whose.Member.Value}/photo");
        return browser.Status == HttpStatusCode.OK;
    }
}
