using System.Buffers.Binary;
using System.IO.Compression;

namespace CoProduce.Web.Data.Demo;

/// <summary>A picture for the demo, drawn here, so that nobody's photograph is needed.</summary>
internal static class DemoPicture
{
    private const int Width = 240;
    private const int Height = 160;

    /// <summary>A red wheelbarrow on grass under a pale sky, as PNG.</summary>
    public static byte[] Wheelbarrow()
    {
        using var pixels = new MemoryStream();
        using (var packed = new ZLibStream(pixels, CompressionLevel.Optimal, leaveOpen: true))
            for (var y = 0; y < Height; y++)
            {
                packed.WriteByte(0); // this row is not filtered
                for (var x = 0; x < Width; x++)
                    packed.Write(Colour(x, y));
            }
        using var file = new MemoryStream();
        file.Write([0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n']);
        byte[] header = [0, 0, 0, Width, 0, 0, 0, Height, 8, 2, 0, 0, 0];
        Chunk(file, "IHDR"u8, header);
        Chunk(file, "IDAT"u8, pixels.ToArray());
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Colour(int x, int y)
    {
        var fromWheel = Math.Sqrt((x - 60) * (x - 60) + (y - 118) * (y - 118));
        return fromWheel < 8 ? [200, 200, 200]
            : fromWheel < 22 ? [40, 40, 44]
            : y is > 60 and < 100 && x > 50 + (y - 60) / 2 && x < 180 - (y - 60) / 2 ? [178, 34, 34]
            : Math.Abs(y - 84 + (x - 150) / 6) < 4 && x is > 150 and < 225 ? [110, 74, 40]
            : x is > 146 and < 154 && y is >= 100 and < 136 ? [70, 70, 74]
            : y > 120 ? [88, 142, 70]
            : [222, 234, 240];
    }

    private static void Chunk(Stream file, ReadOnlySpan<byte> name, byte[] content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        byte[] named = [.. name, .. content];
        file.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(named));
        file.Write(number);
    }

    private static uint Checksum(byte[] content)
    {
        var sum = uint.MaxValue;
        foreach (var one in content)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) == 0 ? sum >> 1 : sum >> 1 ^ 0xEDB88320;
        }
        return ~sum;
    }
}
