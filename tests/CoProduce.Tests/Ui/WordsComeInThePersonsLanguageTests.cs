using CoProduce.Web.Ui;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace CoProduce.Tests.Ui;

public sealed class WordsComeInThePersonsLanguageTests
{
    private readonly Texts texts = new();

    [Fact]
    public void A_translated_sentence_is_said_in_Welsh()
    {
        using var _ = new Speaking("cy");
        texts["Sign out"].Value.ShouldBe("Allgofnodi");
    }

    [Fact]
    public void A_sentence_without_translation_is_said_in_English_and_known_as_missing()
    {
        using var _ = new Speaking("cy");
        var text = texts["No such sentence {0}", 7];
        text.Value.ShouldBe("No such sentence 7");
        text.ResourceNotFound.ShouldBeTrue();
    }

    [Fact]
    public void Pseudo_leaves_the_places_for_values_alone()
    {
        using var _ = new Speaking(Languages.PseudoCode);
        texts["Hello {0}, you", "Ann"].Value.ShouldBe("⟦Hélló Ann, ýóú⟧");
    }

    [Theory]
    [InlineData(0, "zero")]
    [InlineData(1, "one")]
    [InlineData(2, "two")]
    [InlineData(3, "few")]
    [InlineData(6, "many")]
    [InlineData(12, "other")]
    public void Welsh_has_six_plural_forms(long count, string category) => Plurals.Category("cy", count).ShouldBe(category);

    [Theory]
    [InlineData(null, null, null, "en-GB")]
    [InlineData("cy", "en-GB", null, "cy-GB")]
    [InlineData(null, "cy-GB,en;q=0.5", null, "cy-GB")]
    [InlineData(null, "fr,cy;q=0.8,en;q=0.5", null, "cy-GB")]
    [InlineData(null, "en-GB", "cy", "cy-GB")]
    [InlineData("en", "cy", "cy", "en-GB")]
    [InlineData("ar", null, null, "en-GB")]
    [InlineData("nonsense", null, null, "en-GB")]
    public async Task The_choice_then_a_wish_of_the_browser_then_the_organisation(
        string? cookie,
        string? browser,
        string? organisation,
        string wording
    )
    {
        var http = new DefaultHttpContext();
        if (cookie is not null)
            http.Request.Headers.Cookie = $"language={cookie}";
        if (browser is not null)
            http.Request.Headers.AcceptLanguage = browser;
        if (organisation is not null)
            http.Features.Set(new OrganisationLanguage(organisation));

        var chosen = await new LanguageChoice(withTests: false).DetermineProviderCultureResult(http);

        chosen.ShouldNotBeNull().UICultures.Single().Value.ShouldBe(wording);
    }

    [Theory]
    [InlineData("/fair-shares/me?tab=1", "/fair-shares/me?tab=1")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("fair-shares", "/")]
    [InlineData("/a\r\nSet-Cookie: x", "/")]
    [InlineData(null, "/")]
    public void We_return_only_to_our_own_pages(string? asked, string led) => LocalAddress.OrHome(asked).ShouldBe(led);

    [Theory]
    [InlineData("dark.large", "dark", true)]
    [InlineData("contrast.usual", "contrast", false)]
    [InlineData("pink\"><script>", null, false)]
    [InlineData(null, null, false)]
    public void The_look_is_read_from_its_cookie(string? cookie, string? theme, bool large) =>
        Look.Parse(cookie).ShouldBe(new Look(theme, large));
}
