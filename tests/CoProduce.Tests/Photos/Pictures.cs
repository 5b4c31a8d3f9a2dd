using System.Buffers.Binary;
using Microsoft.AspNetCore.Http;

namespace CoProduce.Tests.Photos;

/// <summary>Pictures of eight by six pixels as a browser saves them, and what cameras and others add.</summary>
internal static class Pictures
{
    /// <summary>Words that must not be kept.</summary>
    public const string Secret = "51.8642 N 2.2382 W, at home";

    public static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGCAYAAAD+Bd/7AAAAIUlEQVR4AczKMQ0AAAwCwQZLuK5JcAArn/x2eFJpXGkBGAAA//8FtzTDAAAABklEQVQDAK/tEIXVQEQwAA"
            + "AAAElFTkSuQmCC"
    );

    /// <summary>With a colour profile, as browsers write it.</summary>
    public static readonly byte[] Jpeg = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAA"
            + "AAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRn"
            + "WFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAA"
            + "AMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAA"
            + "AADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgAD"
            + "IAMAAxADb/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/2wBDASstLTw1PHZBQXb4pYyl+Pj4"
            + "+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj/wAARCAAGAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAUEAEAAA"
            + "AAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAAAwT/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCcAat//9k="
    );

    /// <summary>With a colour profile, as browsers write it.</summary>
    public static readonly byte[] WebP = Convert.FromBase64String(
        "UklGRhICAABXRUJQVlA4WAoAAAAgAAAABwAABQAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAA"
            + "AAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRn"
            + "WFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAA"
            + "AMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAA"
            + "AADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgAD"
            + "IAMAAxADZWUDggJAAAAHABAJ0BKggABgAFQHwloAJ0AUAAAP7lCukOFkH7U+wj1JPwAA=="
    );

    /// <summary>A JPEG that says where it was taken and that the camera was held upright, with words behind the end.</summary>
    public static byte[] FromACamera(byte turned)
    {
        byte[] entries =
        [
            .. "Exif\0\0II*\0"u8,
            .. (ReadOnlySpan<byte>)[8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, turned, 0, 0, 0, 0, 0, 0, 0],
            .. System.Text.Encoding.ASCII.GetBytes(Secret),
        ];
        return
        [
            .. Jpeg[..2],
            .. Segment(0xE1, entries),
            .. Segment(0xFE, System.Text.Encoding.ASCII.GetBytes(Secret)),
            .. Jpeg[2..],
            .. "<script>"u8,
        ];
    }

    /// <summary>A PNG with a text beside the picture and words behind the end.</summary>
    public static byte[] WithAText()
    {
        var text = System.Text.Encoding.ASCII.GetBytes($"Comment\0{Secret}");
        var head = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(head, text.Length);
        "tEXt"u8.CopyTo(head.AsSpan(4));
        const int AfterHeader = 8 + 25;
        return [.. Png[..AfterHeader], .. head, .. text, .. new byte[4], .. Png[AfterHeader..], .. "<script>"u8];
    }

    /// <summary>A file as a form brings it, under a type and a name that are not believed.</summary>
    public static IFormFile File(byte[] content) =>
        new FormFile(new MemoryStream(content), 0, content.Length, "File", "page.html")
        {
            Headers = new HeaderDictionary(),
            ContentType = "text/html",
        };

    private static byte[] Segment(byte marker, byte[] content)
    {
        byte[] all = [0xFF, marker, 0, 0, .. content];
        BinaryPrimitives.WriteUInt16BigEndian(all.AsSpan(2), (ushort)(content.Length + 2));
        return all;
    }
}
