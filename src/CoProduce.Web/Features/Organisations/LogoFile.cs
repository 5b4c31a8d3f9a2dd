namespace CoProduce.Web.Features.Organisations;

/// <summary>Tells by its first bytes what kind of picture a file is; what a browser or a file's name says of it is not believed.</summary>
public static class LogoFile
{
    /// <summary>How many bytes at the start tell the kind.</summary>
    private const int SignatureLength = 12;

    /// <summary>image/png, image/jpeg or image/webp; null for anything else, such as SVG, which may carry script.</summary>
    public static string? ContentTypeOf(ReadOnlySpan<byte> content) =>
        content.Length < SignatureLength ? null
        : content.StartsWith(Png) ? "image/png"
        : content.StartsWith(Jpeg) ? "image/jpeg"
        : content.StartsWith("RIFF"u8) && content[8..].StartsWith("WEBP"u8) ? "image/webp"
        : null;

    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];
}
