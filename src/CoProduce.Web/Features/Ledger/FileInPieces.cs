namespace CoProduce.Web.Features.Ledger;

/// <summary>Takes what a writer of files writes at once and sends it on when asked, so that no thread waits for a slow reader and no file is in memory as a whole.</summary>
internal sealed class FileInPieces(Stream target) : Stream
{
    private const int Piece = 16 * 1024;
    private readonly MemoryStream kept = new();

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Sends what was written when it has become a piece of some size.</summary>
    public Task SendWhenLargeAsync(CancellationToken ct) => kept.Length < Piece ? Task.CompletedTask : SendAsync(ct);

    /// <summary>Sends what was written.</summary>
    public async Task SendAsync(CancellationToken ct)
    {
        await target.WriteAsync(kept.GetBuffer().AsMemory(0, (int)kept.Length), ct);
        kept.SetLength(0);
    }

    public override void Write(byte[] buffer, int offset, int count) => kept.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => kept.Write(buffer);

    public override void Flush() { } // what is kept is sent when asked

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
