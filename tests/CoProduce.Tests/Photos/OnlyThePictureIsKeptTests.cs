using System.Buffers.Binary;
using System.Text;
using CoProduce.Web.Features.Photos;
using Shouldly;

namespace CoProduce.Tests.Photos;

public sealed class OnlyThePictureIsKeptTests
{
    [Fact]
    public void Of_a_JPEG_without_place_comment_profile_and_what_hangs_on_behind_but_the_right_way_up()
    {
        var (kind, clean) = PhotoFile.Clean(Pictures.FromACamera(turned: 6))!.Value;
        kind.ShouldBe(PhotoKind.Jpeg);
        Words(clean).ShouldNotContain(Pictures.Secret);
        Words(clean).ShouldNotContain("ICC_PROFILE");
        Words(clean).ShouldNotContain("script");
        clean[^2..].ShouldBe([0xFF, 0xD9]);
        PhotoFile.Clean(clean)!.Value.Content.ShouldBe(clean); // and which way up is read again
        var plain = PhotoFile.Clean(Pictures.FromACamera(turned: 1))!.Value.Content;
        (clean.Length - plain.Length).ShouldBe(36);
        Words(plain).ShouldNotContain("Exif");
    }

    [Fact]
    public void Of_a_PNG_without_its_texts()
    {
        var (kind, clean) = PhotoFile.Clean(Pictures.WithAText())!.Value;
        kind.ShouldBe(PhotoKind.Png);
        clean.ShouldBe(Pictures.Png);
    }

    [Fact]
    public void Of_a_WebP_without_its_profile()
    {
        var (kind, clean) = PhotoFile.Clean(Pictures.WebP)!.Value;
        kind.ShouldBe(PhotoKind.WebP);
        Words(clean).ShouldNotContain("ICCP");
        Words(clean).ShouldContain("VP8 ");
        BinaryPrimitives.ReadInt32LittleEndian(clean.AsSpan(4)).ShouldBe(clean.Length - 8);
        PhotoFile.Clean(clean)!.Value.Content.ShouldBe(clean);
    }

    [Fact]
    public void And_no_other_file_is_taken_nor_one_that_breaks_off_or_is_too_large_to_draw()
    {
        PhotoFile.Clean(Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>")).ShouldBeNull();
        PhotoFile.Clean("GIF89a, and so on and on"u8.ToArray()).ShouldBeNull();
        PhotoFile.Clean([]).ShouldBeNull();
        foreach (var picture in new[] { Pictures.Png, Pictures.Jpeg, Pictures.WebP })
        {
            for (var length = 1; length < picture.Length - 12; length += 7)
                PhotoFile.Clean(picture[..length]).ShouldBeNull();
        }
        byte[] wide = [.. Pictures.Png];
        BinaryPrimitives.WriteInt32BigEndian(wide.AsSpan(16), MemberPhoto.MaximumSide + 1);
        PhotoFile.Clean(wide).ShouldBeNull();
    }

    [Fact]
    public void And_no_bytes_whatever_make_it_stumble()
    {
        var dice = new Random(7);
        foreach (var picture in new[] { Pictures.Png, Pictures.FromACamera(6), Pictures.WebP })
        {
            for (var i = 0; i < 3000; i++)
            {
                byte[] broken = [.. picture];
                for (var n = dice.Next(1, 6); n > 0; n--)
                    broken[dice.Next(broken.Length)] = (byte)dice.Next(256);
                Should.NotThrow(() => PhotoFile.Clean(broken));
            }
        }
    }

    private static string Words(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
