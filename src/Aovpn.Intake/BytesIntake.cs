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
        var (kept, head) = Load(context.Limits, bytes);
        if (head.Length == 0)
            return [Delivery.Refused(place.Artifact(context), bytes.Trouble ?? Refusal.Empty)];

        if (Magic.IsZip(head.Span))
            return ZipIntake.Take(context, place, Seekable(context, bytes, kept), reopen, bytes.Trouble, budget, depth + 1);
        if (Magic.IsGzip(head.Span))
            return GzipIntake.Take(context, place, kept is null ? bytes.Open : () => new MemoryStream(kept, writable: false), reopen, kept?.Length ?? Math.Max(bytes.Length, 1), budget, depth + 1);
        if (Magic.IsTar(head.Span))
            return TarIntake.Take(context, place, Seekable(context, bytes, kept), reopen, budget, depth + 1);
        if (Path.GetFileName(place.Path).Equals(Manifest.FileName, StringComparison.OrdinalIgnoreCase) && kept is not null)
            return [OfManifest(context, place, bytes, kept)];

        return [Artifact(context, place, bytes, kept, head, reopen)];
    }

    private static Delivery Artifact(IntakeContext context, Place place, GuardedBytes bytes, byte[]? kept, ReadOnlyMemory<byte> head, Func<Stream> reopen)
    {
        var artifact = place.Artifact(context);
        var content = kept is not null ? ArtifactContent.Of(artifact, kept) : new ArtifactContent(artifact, head, bytes.Length, bytes.Open);
        return new(artifact, content, reopen, () => Finish(bytes, head, kept is not null || bytes.Length >= 0 ? null : "streamed"))
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

    /// <returns>All bytes where they are few, else null; and the first of them.</returns>
    private static (byte[]? Kept, ReadOnlyMemory<byte> Head) Load(IntakeLimits limits, GuardedBytes bytes)
    {
        using var stream = bytes.Open();
        var enough = bytes.Length > limits.KeptInMemory ? ArtifactContent.HeadLength : limits.KeptInMemory + 1;
        var kept = new MemoryStream(bytes.Length is > 0 and var known && known <= limits.KeptInMemory ? (int)known : 0);
        var buffer = new byte[ArtifactContent.HeadLength];
        while (kept.Length < enough)
        {
            var read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, enough - kept.Length));
            if (read == 0)
                return (kept.ToArray(), kept.GetBuffer().AsMemory(0, (int)Math.Min(kept.Length, ArtifactContent.HeadLength)));
            kept.Write(buffer, 0, read);
        }

        return (null, kept.GetBuffer().AsSpan(0, (int)Math.Min(kept.Length, ArtifactContent.HeadLength)).ToArray());
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
