using System.Buffers.Binary;

namespace CoProduce.Web.Features.Photos;

/// <summary>
/// Writes a picture anew with only the parts that show it: no place, time or camera, no thumbnail, nothing behind the end. Which way up a camera was held is
/// kept. What a browser or a file's name says of the kind is not believed.
/// </summary>
public static class PhotoFile
{
    /// <summary>The picture without anything else; null when it is no PNG, JPEG or WebP, is broken, moves, or has more pixels than <see cref="MemberPhoto.MaximumSide"/> along a side.</summary>
    public static (PhotoKind Kind, byte[] Content)? Clean(byte[] file)
    {
        var source = file.AsSpan();
        var written = new MemoryStream(file.Length);
        try
        {
            return source.StartsWith(Png) ? Kept(PhotoKind.Png, CleanPng(source, written), written)
                : source.StartsWith(Jpeg) ? Kept(PhotoKind.Jpeg, CleanJpeg(source, written), written)
                : source.StartsWith("RIFF"u8) && source[8..].StartsWith("WEBP"u8)
                    ? Kept(PhotoKind.WebP, CleanWebP(source, written), written)
                : null;
        }
        catch (Exception e) when (BreaksOff(e))
        {
            return null;
        }
    }

    // It says that it is longer than it is.
    private static bool BreaksOff(Exception e) => e is ArgumentOutOfRangeException or IndexOutOfRangeException or OverflowException;

    /// <summary>What it is served as.</summary>
    public static string ContentType(PhotoKind kind) =>
        kind switch
        {
            PhotoKind.Jpeg => "image/jpeg",
            PhotoKind.Png => "image/png",
            PhotoKind.WebP => "image/webp",
        };

    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    private static (PhotoKind, byte[])? Kept(PhotoKind kind, bool isWhole, MemoryStream written) =>
        isWhole ? (kind, written.ToArray()) : null;

    private static bool Fits(int width, int height) =>
        width is > 0 and <= MemberPhoto.MaximumSide && height is > 0 and <= MemberPhoto.MaximumSide;

    // Chunks: length, name, content, checksum.
    private static bool CleanPng(ReadOnlySpan<byte> source, MemoryStream written)
    {
        written.Write(Png);
        for (var at = Png.Length; ; )
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(source[at..]);
            var chunk = source.Slice(at, checked(length + 12));
            var name = chunk.Slice(4, 4);
            if (
                name.SequenceEqual("IHDR"u8)
                && !Fits(BinaryPrimitives.ReadInt32BigEndian(chunk[8..]), BinaryPrimitives.ReadInt32BigEndian(chunk[12..]))
            )
                return false;
            if (at == Png.Length && !name.SequenceEqual("IHDR"u8))
                return false;
            if (
                name.SequenceEqual("IHDR"u8)
                || name.SequenceEqual("PLTE"u8)
                || name.SequenceEqual("tRNS"u8)
                || name.SequenceEqual("IDAT"u8)
            )
                written.Write(chunk);
            if (name.SequenceEqual("IEND"u8))
            {
                written.Write(chunk);
                return true;
            }
            at += chunk.Length;
        }
    }

    // Chunks: name, length, content, filled up to an even length.
    private static bool CleanWebP(ReadOnlySpan<byte> source, MemoryStream written)
    {
        written.Write(source[..12]);
        var hasPicture = false;
        for (var at = 12; at + 8 <= source.Length; )
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(source[(at + 4)..]);
            var chunk = source.Slice(at, 8 + length + (length & 1)).ToArray();
            var name = chunk.AsSpan(0, 4);
            var content = chunk.AsSpan(8);
            if (name.SequenceEqual("VP8X"u8))
            {
                content[0] &= 0x10; // only whether it is seen through: no profile, place or movement follows
                if (!Fits(1 + (content[4] | content[5] << 8 | content[6] << 16), 1 + (content[7] | content[8] << 8 | content[9] << 16)))
                    return false;
            }
            var isPicture = name.SequenceEqual("VP8 "u8) || name.SequenceEqual("VP8L"u8);
            if (isPicture && !Fits(content, isLossless: name[3] == 'L'))
                return false;
            if (isPicture || name.SequenceEqual("VP8X"u8) || name.SequenceEqual("ALPH"u8))
                written.Write(chunk);
            hasPicture |= isPicture;
            at += chunk.Length;
        }
        BinaryPrimitives.WriteInt32LittleEndian(written.GetBuffer().AsSpan(4), (int)written.Length - 8);
        return hasPicture;
    }

    private static bool Fits(ReadOnlySpan<byte> content, bool isLossless)
    {
        if (!isLossless)
            return Fits(
                BinaryPrimitives.ReadUInt16LittleEndian(content[6..]) & 0x3FFF,
                BinaryPrimitives.ReadUInt16LittleEndian(content[8..]) & 0x3FFF
            );
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(content[1..]);
        return Fits((int)(bits & 0x3FFF) + 1, (int)(bits >> 14 & 0x3FFF) + 1);
    }

    // Segments: FF, name, length with itself, content; after "start of scan" the picture runs on until the next name.
    private static bool CleanJpeg(ReadOnlySpan<byte> source, MemoryStream written)
    {
        written.Write(source[..2]);
        var (turned, hasFrame) = (Orientation(source), false);
        if (turned is > 1 and <= 8)
            written.Write(OnlyTurned(turned));
        for (var at = 2; ; )
        {
            if (source[at] != 0xFF)
                return false;
            var marker = source[at + 1];
            if (marker == 0xFF) // filling
            {
                at++;
                continue;
            }
            if (marker == 0xD9)
            {
                written.Write(source.Slice(at, 2));
                return hasFrame;
            }
            var segment = source.Slice(at, 2 + BinaryPrimitives.ReadUInt16BigEndian(source[(at + 2)..]));
            if (marker is >= 0xC0 and <= 0xC2)
            {
                hasFrame = Fits(BinaryPrimitives.ReadUInt16BigEndian(segment[7..]), BinaryPrimitives.ReadUInt16BigEndian(segment[5..]));
                if (!hasFrame)
                    return false;
            }
            if (marker is (>= 0xC0 and <= 0xC2) or 0xC4 or 0xDA or 0xDB or 0xDD || (marker == 0xEE && segment.Length == 16))
                written.Write(segment); // the last one, of fourteen bytes, says how the colours are kept
            at += segment.Length;
            if (marker != 0xDA)
                continue;
            var end = at;
            while (source[end] != 0xFF || source[end + 1] is 0x00 or (>= 0xD0 and <= 0xD7))
                end++;
            written.Write(source[at..end]);
            at = end;
        }
    }

    // 1 to 8; 0 when the camera did not say. Looked for in the first entries that it wrote, and nowhere else.
    private static int Orientation(ReadOnlySpan<byte> source)
    {
        for (var at = 2; at + 4 <= source.Length && source[at] == 0xFF && source[at + 1] is not (0xDA or 0xD9); )
        {
            var segment = source.Slice(at, 2 + BinaryPrimitives.ReadUInt16BigEndian(source[(at + 2)..]));
            if (source[at + 1] == 0xE1 && segment[4..].StartsWith("Exif\0\0"u8))
                return OrientationIn(segment[10..]);
            at += segment.Length;
        }
        return 0;
    }

    private static int OrientationIn(ReadOnlySpan<byte> tiff)
    {
        try
        {
            var isLittle = tiff[0] == 'I';
            var first = checked(
                (int)(isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]))
            );
            for (var (i, count) = (0, Short(tiff[first..], isLittle)); i < count; i++)
            {
                var entry = tiff.Slice(first + 2 + 12 * i, 12);
                if (Short(entry, isLittle) == 0x0112)
                    return Short(entry[8..], isLittle);
            }
            return 0;
        }
        catch (Exception e) when (BreaksOff(e)) // what a camera wrote badly is no reason to refuse the picture
        {
            return 0;
        }
    }

    private static int Short(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    // A segment as cameras write it, with that one entry and no other.
    private static byte[] OnlyTurned(int turned) =>
        [
            .. (ReadOnlySpan<byte>)[0xFF, 0xE1, 0, 34],
            .. "Exif\0\0MM\0*\0\0\0\b"u8,
            .. (ReadOnlySpan<byte>)[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)turned, 0, 0, 0, 0, 0, 0],
        ];
}
