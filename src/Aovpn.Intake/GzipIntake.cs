using System.Buffers.Binary;
using System.IO.Compression;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Intake;

/// <summary>Takes in a file compressed with gzip, under its name without <c>.gz</c>.</summary>
internal static class GzipIntake
{
    public static IEnumerable<Delivery> Take(
        IntakeContext context, Place place, Func<Stream> open, Func<Stream> reopen, long compressed, ArchiveBudget? outer, int depth)
    {
        if (depth > context.Limits.Depth)
            return [Delivery.Refused(place.Artifact(context), Message.Of($"lies {depth - 1} archives deep and was not opened: unpack the outer ones and name the folder"))];

        var budget = outer ?? new ArchiveBudget(context.Limits);
        var name = Path.GetFileName(place.Name);
        var inside = place.Below(name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : "content");
        var bytes = new GuardedBytes(() => new GZipStream(open(), CompressionMode.Decompress), -1, budget, compressed)
        {
            Progress = context.Progress,
            Completeness = reached => Completeness(open, reached),
        };
        return BytesIntake.Take(context, inside, bytes, () => new GZipStream(reopen(), CompressionMode.Decompress), budget, depth);
    }

    /// <summary>RFC 1952 section 2.3.1: the last four bytes are the length modulo 2^32. The platform takes a file cut short for a whole one.</summary>
    private static Message? Completeness(Func<Stream> open, long reached)
    {
        using var compressed = open();
        if (!compressed.CanSeek || compressed.Length < sizeof(uint))
            return null;
        Span<byte> end = stackalloc byte[sizeof(uint)];
        compressed.Position = compressed.Length - sizeof(uint);
        if (compressed.ReadAtLeast(end, end.Length, throwOnEndOfStream: false) < end.Length || BinaryPrimitives.ReadUInt32LittleEndian(end) == (uint)reached)
            return null;
        return Message.Of($"was unpacked to {reached} bytes, and its end names another length: it was cut short, or joined from several files; fetch it again if lines are missing");
    }
}
