using System.Text;
using CoProduce.Tests.Photos;
using CoProduce.Web.Ui;
using NetVips;
using Shouldly;

namespace CoProduce.Tests.Ui;

public sealed class PicturesAreDrawnAnewTests
{
    private const int Side = 800;

    public static TheoryData<byte[]> Sent => [Pictures.FromACamera(turned: 6), Pictures.WithAText(), Pictures.WebP];

    [Theory]
    [MemberData(nameof(Sent))]
    public void Without_place_words_profile_and_what_hangs_on_behind(byte[] sent)
    {
        foreach (var drawn in new[] { PictureFile.AsJpeg(sent, Side)!, PictureFile.AsPng(sent, Side)! })
        {
            var words = Encoding.Latin1.GetString(drawn);
            foreach (var left in new[] { Pictures.Secret, "Exif", "ICC_PROFILE", "iCCP", "tEXt", "script" })
                words.ShouldNotContain(left);
        }
        PictureFile.AsJpeg(sent, Side)![..2].ShouldBe([0xFF, 0xD8]);
        PictureFile.AsPng(sent, Side)![1..4].ShouldBe("PNG"u8.ToArray());
    }

    [Theory]
    [InlineData(1, 8, 6)]
    [InlineData(3, 8, 6)]
    [InlineData(6, 6, 8)]
    [InlineData(8, 6, 8)]
    public void The_way_up_in_which_the_camera_was_held(byte turned, int width, int height) =>
        SizeOf(PictureFile.AsJpeg(Pictures.FromACamera(turned), Side)!).ShouldBe((width, height));

    [Fact]
    public void No_larger_than_it_is_shown()
    {
        SizeOf(PictureFile.AsJpeg(Plain(3000, 1500), Side)!).ShouldBe((800, 400));
        SizeOf(PictureFile.AsJpeg(Plain(1000, 4000), Side)!).ShouldBe((200, 800));
        SizeOf(PictureFile.AsPng(Plain(300, 150), Side)!).ShouldBe((300, 150));
    }

    [Fact]
    public void What_is_seen_through_stays_so_in_a_drawing_and_is_white_in_a_photograph()
    {
        using var glass = Image.Black(10, 10, bands: 4).Copy(interpretation: Enums.Interpretation.Srgb);
        var sent = glass.PngsaveBuffer();
        using (var drawing = Image.NewFromBuffer(PictureFile.AsPng(sent, Side)!))
            drawing.Getpoint(5, 5).ShouldBe([0.0, 0, 0, 0]);
        using (var photograph = Image.NewFromBuffer(PictureFile.AsJpeg(sent, Side)!))
            photograph.Getpoint(5, 5).ShouldBe([255.0, 255, 255]);
    }

    [Fact]
    public void And_no_other_file_is_taken_nor_one_that_breaks_off_or_is_too_large_to_draw()
    {
        foreach (
            var other in new[]
            {
                Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><script>1</script></svg>"),
                "GIF89a, and so on and on"u8.ToArray(),
                "<html><script>x()</script></html>"u8.ToArray(),
                [],
                Plain(10_000, 5_001),
            }
        )
            PictureFile.AsJpeg(other, Side).ShouldBeNull();
        const int PngHeader = 33; // what is missing of a PNG further on is left empty
        foreach (var (picture, end) in new[] { (Pictures.Png, PngHeader), (Pictures.Jpeg, 300), (Pictures.WebP, 300) })
        {
            for (var length = 1; length < end; length += 7)
                PictureFile.AsJpeg(picture[..length], Side).ShouldBeNull();
        }
    }

    [Fact]
    public void And_no_bytes_whatever_make_it_stumble()
    {
        var dice = new Random(7);
        foreach (var picture in new[] { Pictures.Png, Pictures.FromACamera(6), Pictures.WebP })
        {
            for (var i = 0; i < 1000; i++)
            {
                byte[] broken = [.. picture];
                for (var n = dice.Next(1, 6); n > 0; n--)
                    broken[dice.Next(broken.Length)] = (byte)dice.Next(256);
                Should.NotThrow(() => PictureFile.AsJpeg(broken, Side));
            }
        }
    }

    private static byte[] Plain(int width, int height)
    {
        using var plain = Image.Black(width, height, bands: 3).Copy(interpretation: Enums.Interpretation.Srgb);
        return plain.PngsaveBuffer();
    }

    private static (int, int) SizeOf(byte[] picture)
    {
        using var read = Image.NewFromBuffer(picture);
        return (read.Width, read.Height);
    }
}
