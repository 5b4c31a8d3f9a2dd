using System.Net;
using System.Net.Http.Json;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace CoProduce.Tests.Messages;

/// <summary>How texts are brought, by a gateway or in a folder, and how they are read.</summary>
public sealed class TextsAreBroughtTests(TextingBank bank) : IClassFixture<TextingBank>
{
    [Fact]
    public async Task Only_with_the_secret_in_shape_and_not_too_long()
    {
        var here = await HereAsync();
        var number = bank.NewNumber();
        await here.TextedAsync("Bob", number);
        (await bank.ComesAsync(number, "hello", secret: null)).ShouldBe(HttpStatusCode.Unauthorized);
        (await bank.ComesAsync(number, "hello", secret: TextingBank.Secret + "x")).ShouldBe(HttpStatusCode.Unauthorized);
        (await bank.ComesAsync(number, new string('x', TextInbox.Most))).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await bank.BringAsync(JsonContent.Create(new { from = number, text = "no id" }))).ShouldBe(HttpStatusCode.BadRequest);
        (await bank.BringAsync(new StringContent("{", null, "application/json"))).ShouldBe(HttpStatusCode.BadRequest);
        (await bank.BringAsync(new StringContent("hello"))).ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await here.CameAsync()).ShouldBeEmpty();
        var json = new
        {
            id = 17,
            from = number,
            text = "hello",
        };
        (await bank.BringAsync(JsonContent.Create(json))).ShouldBe(HttpStatusCode.OK);
        (await here.CameAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_file_in_the_folder_is_a_text_that_came_in()
    {
        var here = await HereAsync();
        var number = bank.NewNumber();
        await here.TextedAsync("Bob", number);
        var folder = bank.Services.GetRequiredService<TextFolder>();
        Directory.CreateDirectory(folder.Folder);
        folder.Folder.ShouldStartWith(bank.Data);
        await File.WriteAllTextAsync(Path.Combine(folder.Folder, "1.json"), $$"""{"From": "{{number}}", "Words": "Hello there"}""");
        await File.WriteAllTextAsync(Path.Combine(folder.Folder, "2.json"), "no text");
        (await folder.TakeAsync()).ShouldBe(1);
        (await here.CameAsync()).ShouldHaveSingleItem().Words.ShouldBe("Hello there");
        Directory.GetFiles(folder.Folder).Select(Path.GetFileName).ShouldBe(["2.json.refused"]);
        Directory.Delete(bank.Data, recursive: true);
    }

    [Theory]
    [InlineData("+44 7700 900123", "07700900123")]
    [InlineData("0044 (0)7700 900123", "07700900123")]
    [InlineData("447700900123", "07700900123")]
    [InlineData("07700-900 123", "07700900123")]
    [InlineData("+353 87 123 4567", "353871234567")]
    [InlineData("00353871234567", "353871234567")]
    [InlineData("01632 960 123", "01632960123")]
    [InlineData("123", "")]
    public async Task Numbers_are_the_same_however_they_are_written(string written, string dialled)
    {
        DialledNumber.Of(written).ShouldBe(dialled);
        var stored = await bank.Riverside.ReadAsync(db =>
            db.Database.SqlQuery<string>($"""select dialled({written}) "Value" """).SingleAsync()
        );
        stored.ShouldBe(dialled);
    }

    [Theory]
    [InlineData("YES!", TextSays.Yes)]
    [InlineData("Oes", TextSays.Yes)]
    [InlineData(" do, diolch ", TextSays.Yes)]
    [InlineData("na", TextSays.No)]
    [InlineData("NAC YDW.", TextSays.No)]
    [InlineData("Dw i adref", TextSays.Home)]
    [InlineData("1.5", TextSays.HowLong)]
    [InlineData("45 min x", TextSays.HowLong)]
    [InlineData("2 awr", TextSays.HowLong)]
    [InlineData("yes but not Friday", null)]
    [InlineData("no worries", null)]
    [InlineData("25:00", null)]
    [InlineData("", null)]
    public void Nobody_guesses(string words, TextSays? says) => (TextReading.Read(words)?.Says).ShouldBe(says);

    private Task<Place> HereAsync() => bank.CreateAsync($"brought-{Guid.NewGuid():N}"[..20], "Brought");
}
