using NetVips;

namespace CoProduce.Web.Ui;

/// <summary>
/// A picture that somebody sends, drawn anew: upright, no larger than it is shown, and without what a camera or a program wrote beside it. A telephone writes where
/// it was taken, which is often somebody's home. What a browser or a file's name says of the kind is not believed.
/// </summary>
public static class PictureFile
{
    /// <summary>The largest file that is taken, in bytes: what a telephone sends, and some more.</summary>
    public const int MaximumBytes = 15 * 1024 * 1024;

    /// <summary>The same in whole megabytes.</summary>
    public const int MaximumMegabytes = MaximumBytes / 1024 / 1024;

    /// <summary>The kinds that are taken, as a file field asks for them.</summary>
    public const string Accept = "image/jpeg,image/png,image/webp";

    /// <summary>As what <see cref="AsJpeg"/> is served.</summary>
    public const string Jpeg = "image/jpeg";

    /// <summary>As what <see cref="AsPng"/> is served.</summary>
    public const string Png = "image/png";

    // A small file may say that it is a large picture, and drawing it takes four bytes for each of these.
    private const long MaximumPixels = 50_000_000;
    private const int Quality = 85;

    static PictureFile()
    {
        NetVips.NetVips.BlockUntrusted = true;
        NetVips.NetVips.Concurrency = 1;
        Cache.Max = 0; // no two pictures are the same
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, (_, _, _) => { }); // a broken file is the sender's news and not the log's
    }

    /// <summary>A photograph, what is seen through being white; null when it is no JPEG, PNG or WebP, is broken, or has too many pixels.</summary>
    /// <param name="side">The most pixels along a side.</param>
    public static byte[]? AsJpeg(byte[] file, int side) =>
        Drawn(file, side, picture => picture.JpegsaveBuffer(q: Quality, keep: Enums.ForeignKeep.None, background: [255.0]));

    /// <summary>A drawing that may be seen through in places; null as for <see cref="AsJpeg"/>.</summary>
    /// <param name="side">The most pixels along a side.</param>
    public static byte[]? AsPng(byte[] file, int side) => Drawn(file, side, picture => picture.PngsaveBuffer(keep: Enums.ForeignKeep.None));

    private static byte[]? Drawn(byte[] file, int side, Func<Image, byte[]> save)
    {
        if (
            Image.FindLoadBuffer(file) is not { } loader
            || !(
                loader.Contains("Jpeg", StringComparison.Ordinal)
                || loader.Contains("Png", StringComparison.Ordinal)
                || loader.Contains("Webp", StringComparison.Ordinal)
            )
        )
            return null;
        try
        {
            using (var header = Image.NewFromBuffer(file))
            {
                if ((long)header.Width * header.Height > MaximumPixels)
                    return null;
            }
            using var picture = Image.ThumbnailBuffer(
                file,
                side,
                height: side,
                size: Enums.Size.Down,
                outputProfile: "srgb",
                failOn: Enums.FailOn.Truncated
            );
            return save(picture);
        }
        catch (VipsException)
        {
            return null;
        }
    }
}
