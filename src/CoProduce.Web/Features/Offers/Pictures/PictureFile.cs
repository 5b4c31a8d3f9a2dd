using System.Buffers.Binary;
using CoProduce.Web.Features.Organisations;

namespace CoProduce.Web.Features.Offers;

/// <summary>
/// A picture as it is kept: without what a camera or a program writes beside it. A telephone writes where it was taken, which is often somebody's home.
/// </summary>
public static class PictureFile
{
    private const byte Marker = 0xFF;
    private const byte StartOfScan = 0xDA;
    private const byte FirstApplication = 0xE1;
    private const byte LastApplication = 0xEF;
    private const byte Comment = 0xFE;
    private const int PngSignature = 8;
    private const int RiffHeader = 12;
    private const byte ExifAndXmp = 0x08 | 0x04;

    // The smallest EXIF block: which way up the picture is, and nothing else.
    private static readonly byte[] upright =
    [
        .. "Exif\0\0MM\0*"u8,
        .. new byte[] { 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0 },
    ];

    // Where in it the way up stands.
    private const int OrientationAt = 25;

    /// <summary>The picture without the rest, and its type; null when it is none that every browser shows, or is broken.</summary>
    public static (byte[] Content, string ContentType)? Clean(byte[] content)
    {
        var type = LogoFile.ContentTypeOf(content);
        try
        {
            var clean = type switch
            {
                "image/png" => Png(content),
                "image/jpeg" => Jpeg(content),
                "image/webp" => Webp(content),
                _ => null,
            };
            return clean is null ? null : (clean, type!);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null; // a length in it leads past its end
        }
    }

    // Only the chunks without which nobody sees the picture, and those for its colours.
    private static byte[] Png(byte[] content)
    {
        using var clean = new MemoryStream(content.Length);
        clean.Write(content.AsSpan(0, PngSignature));
        for (var at = PngSignature; at < content.Length; )
        {
            var chunk = content.AsSpan(
                at,
                checked(12 + (int)Math.Min(int.MaxValue - 12, BinaryPrimitives.ReadUInt32BigEndian(content.AsSpan(at, 4))))
            );
            var name = chunk.Slice(4, 4);
            if (
                char.IsAsciiLetterUpper((char)name[0])
                || name.SequenceEqual("tRNS"u8)
                || name.SequenceEqual("gAMA"u8)
                || name.SequenceEqual("sRGB"u8)
            )
                clean.Write(chunk);
            at += chunk.Length;
            if (name.SequenceEqual("IEND"u8))
                break;
        }
        return clean.ToArray();
    }

    private static byte[] Jpeg(byte[] content)
    {
        using var clean = new MemoryStream(content.Length);
        clean.Write(content.AsSpan(0, 2));
        var at = 2;
        while (content.AsSpan(at, 2) is [Marker, var kind] && kind != StartOfScan)
        {
            var segment = content.AsSpan(at, 2 + BinaryPrimitives.ReadUInt16BigEndian(content.AsSpan(at + 2, 2)));
            if (kind == FirstApplication && Orientation(segment[4..]) is var way and > 1 and <= 8)
            {
                clean.Write([Marker, FirstApplication, 0, (byte)(upright.Length + 2)]);
                clean.Write(upright.AsSpan(0, OrientationAt));
                clean.WriteByte((byte)way);
                clean.Write(upright.AsSpan(OrientationAt + 1));
            }
            else if (kind is not (>= FirstApplication and <= LastApplication) and not Comment)
                clean.Write(segment);
            at += segment.Length;
        }
        clean.Write(content.AsSpan(at));
        return clean.ToArray();
    }

    private static byte[] Webp(byte[] content)
    {
        using var clean = new MemoryStream(content.Length);
        clean.Write(content.AsSpan(0, RiffHeader));
        for (var at = RiffHeader; at + 8 <= content.Length; )
        {
            var length = (int)Math.Min(int.MaxValue - 10, BinaryPrimitives.ReadUInt32LittleEndian(content.AsSpan(at + 4, 4)));
            var chunk = content.AsSpan(at, 8 + length + (length & 1)).ToArray();
            var name = chunk.AsSpan(0, 4);
            if (name.SequenceEqual("VP8X"u8))
                chunk[8] &= unchecked((byte)~ExifAndXmp);
            if (!name.SequenceEqual("EXIF"u8) && !name.SequenceEqual("XMP "u8))
                clean.Write(chunk);
            at += chunk.Length;
        }
        var all = clean.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(all.AsSpan(4, 4), (uint)all.Length - 8);
        return all;
    }

    // The value of the tag 0x0112 in the first directory; zero when there is none.
    private static int Orientation(ReadOnlySpan<byte> exif)
    {
        if (!exif.StartsWith("Exif\0\0"u8))
            return 0;
        var tiff = exif[6..];
        var isLittle = tiff[0] == (byte)'I';
        var directory = (int)Math.Min(int.MaxValue / 2, Read32(tiff[4..], isLittle));
        var entries = Read16(tiff[directory..], isLittle);
        for (var i = 0; i < entries; i++)
        {
            var entry = tiff.Slice(directory + 2 + 12 * i, 12);
            if (Read16(entry, isLittle) == 0x0112)
                return Read16(entry[8..], isLittle);
        }
        return 0;
    }

    private static ushort Read16(ReadOnlySpan<byte> at, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private static uint Read32(ReadOnlySpan<byte> at, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
