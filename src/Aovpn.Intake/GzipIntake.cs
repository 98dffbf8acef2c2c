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
        var bytes = new GuardedBytes(() => new GZipStream(open(), CompressionMode.Decompress), -1, budget, compressed) { Progress = context.Progress };
        return BytesIntake.Take(context, inside, bytes, () => new GZipStream(reopen(), CompressionMode.Decompress), budget, depth);
    }
}
