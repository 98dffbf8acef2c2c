using System.Collections.Immutable;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Intake;

/// <summary>Bytes from anywhere become artifacts: one as it is, many from an archive. Content decides, never the name.</summary>
internal static class BytesIntake
{
    /// <param name="bytes">Belongs to the delivery from here on.</param>
    /// <param name="reopen">Opens the raw bytes anew after all reading; must not hold them in memory unless they came from nowhere else.</param>
    /// <param name="budget">Null outside of archives.</param>
    /// <param name="depth">Archives around these bytes.</param>
    public static IEnumerable<Delivery> Take(IntakeContext context, Place place, GuardedBytes bytes, Func<Stream> reopen, ArchiveBudget? budget, int depth)
    {
        context.Progress?.Begin(place.Name);
        var head = Head(bytes);
        if (head.Length == 0)
            return [Delivery.Refused(place.Artifact(context), bytes.Trouble ?? Refusal.Empty)];

        if (Magic.IsZip(head))
            return ZipIntake.Take(context, place, Seekable(context, bytes, Load(context.Limits, bytes)), reopen, bytes.Trouble, budget, depth + 1);
        if (Magic.IsGzip(head))
        {
            var packed = Load(context.Limits, bytes);
            return GzipIntake.Take(context, place, packed is null ? bytes.Open : () => new MemoryStream(packed, writable: false), reopen, packed?.Length ?? Math.Max(bytes.Length, 1), budget, depth + 1);
        }

        if (Magic.IsTar(head))
            return TarIntake.Take(context, place, Seekable(context, bytes, Load(context.Limits, bytes)), reopen, budget, depth + 1);
        if (Path.GetFileName(place.Path).Equals(Manifest.FileName, StringComparison.OrdinalIgnoreCase) && Load(context.Limits, bytes) is { } manifest)
            return [OfManifest(context, place, bytes, manifest)];

        return [Artifact(context, place, bytes, head, reopen)];
    }

    private static Delivery Artifact(IntakeContext context, Place place, GuardedBytes bytes, byte[] head, Func<Stream> reopen)
    {
        var artifact = place.Artifact(context);
        var kept = bytes.Length > 0 && bytes.Length <= context.Limits.KeptInMemory ? Fill(context.Rent((int)bytes.Length), bytes)
            : bytes.Length < 0 && Load(context.Limits, bytes) is { } loaded ? loaded
            : (ArraySegment<byte>?)null;
        var content = kept is { } whole ? ArtifactContent.Of(artifact, whole) : new ArtifactContent(artifact, head, bytes.Length, bytes.Open);
        return new(artifact, content, reopen, () =>
        {
            var finished = Finish(bytes, head, kept is not null || bytes.Length >= 0 ? null : "streamed");
            if (kept is { Array: { } room })
                context.Return(room);
            return finished;
        })
        {
            Provenance = Provenance.Recorded,
        };
    }

    private static Delivery OfManifest(IntakeContext context, Place place, GuardedBytes bytes, byte[] kept)
    {
        var folder = place.Path.Contains('/', StringComparison.Ordinal) ? place.Path[..place.Path.LastIndexOf('/')] : "";
        var (hosts, trouble) = Manifest.Read(folder, kept);
        context.Add(hosts);
        return new(place.Artifact(context), null, null, () => (bytes.Sha256(), bytes.Reached, trouble is null ? [] : [trouble])) { Kind = Manifest.Kind };
    }

    private static (string? Sha256, long Length, ImmutableArray<Message> Remarks) Finish(GuardedBytes bytes, ReadOnlyMemory<byte> head, string? unknownLength)
    {
        var sha256 = bytes.Sha256();
        var remarks = ImmutableArray.CreateBuilder<Message>();
        if (bytes.Trouble is { } trouble)
            remarks.Add(trouble);
        else if (unknownLength is null && bytes.Length > bytes.Reached)
            remarks.Add(Message.Of($"shrank from {bytes.Length} to {bytes.Reached} bytes while it was read: it is still being written; export or copy it, and name the copy"));
        else if (bytes.Completeness?.Invoke(bytes.Reached) is { } incomplete)
            remarks.Add(incomplete);
        if (Magic.Advice(head.Span) is { } advice)
            remarks.Add(advice);
        bytes.Dispose();
        return (sha256, bytes.Reached, remarks.ToImmutable());
    }

    private static byte[] Head(GuardedBytes bytes)
    {
        using var stream = bytes.Open();
        var head = new byte[ArtifactContent.HeadLength];
        return head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
    }

    /// <summary>Reads all bytes in pieces that are hashed while the processor still has them.</summary>
    private static ArraySegment<byte> Fill(byte[] room, GuardedBytes bytes)
    {
        const int Piece = 256 * 1024;
        using var stream = bytes.Open();
        var (filled, length) = (0, (int)bytes.Length);
        while (filled < length && stream.Read(room.AsSpan(filled, Math.Min(Piece, length - filled))) is > 0 and var read)
            filled += read;

        // What comes last is told at the end: the checksum of an archive's entry.
        _ = stream.Read(new byte[1]);
        return new(room, 0, filled);
    }

    /// <returns>All bytes where they are few, else null.</returns>
    private static byte[]? Load(IntakeLimits limits, GuardedBytes bytes)
    {
        if (bytes.Length > limits.KeptInMemory)
            return null;
        using var stream = bytes.Open();
        var kept = new MemoryStream();
        var buffer = new byte[ArtifactContent.HeadLength];
        while (kept.Length <= limits.KeptInMemory)
        {
            var read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, limits.KeptInMemory + 1 - kept.Length));
            if (read == 0)
                return kept.ToArray();
            kept.Write(buffer, 0, read);
        }

        return null;
    }

    /// <summary>An archive's table of contents is at its end: bytes that come only in order are kept in a file meanwhile.</summary>
    private static Func<Stream> Seekable(IntakeContext context, GuardedBytes bytes, byte[]? kept)
    {
        if (kept is not null)
            return () => new MemoryStream(kept, writable: false);
        using (var probe = bytes.Open())
        {
            if (probe.CanSeek)
                return bytes.Open;
        }

        var spooled = new SpooledBytes();
        context.Kept.Add(spooled);
        using var stream = bytes.Open();
        var buffer = new byte[1 << 20];
        for (int read; (read = stream.Read(buffer)) > 0;)
            spooled.Append(buffer.AsSpan(0, read));
        return spooled.Open;
    }
}
