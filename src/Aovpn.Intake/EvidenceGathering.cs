using System.Collections.Immutable;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Intake;

/// <summary>Has every delivered artifact read, and keeps the list of what became of each.</summary>
public sealed class EvidenceGathering(EvidenceReading reading)
{
    /// <summary>Sentences kept for one artifact's row; the rest is counted.</summary>
    private const int RemarksKept = 5;

    public GatheredEvidence Gather(IEnumerable<Delivery> deliveries, CancellationToken cancel = default)
    {
        var observations = ImmutableArray.CreateBuilder<Observation>();
        var artifacts = ImmutableArray.CreateBuilder<ArtifactSummary>();
        var reopen = ImmutableDictionary.CreateBuilder<string, Func<Stream>>(StringComparer.Ordinal);
        foreach (var delivery in deliveries)
        {
            cancel.ThrowIfCancellationRequested();
            var read = Read(delivery);
            var (sha256, length, said) = delivery.Finish();
            var remarks = said.Select(what => new Unreadable(new(delivery.Artifact, Locator.All), what)).ToArray();
            observations.AddRange(read.Observations);
            observations.AddRange(remarks);

            var unread = read.Observations.OfType<Unreadable>().ToArray();
            var whole = delivery is { Content: null, Kind: null } ? 1 : 0;
            artifacts.Add(new(delivery.Artifact, HostOf(delivery.Artifact, read.Observations), read.Kinds, sha256, length, read.Records, whole + unread.Sum(one => one.Count))
            {
                Remarks = [.. remarks.Concat(unread).Take(RemarksKept)],
            });
            if (delivery.Reopen is { } open)
                reopen[delivery.Artifact.Name] = open;
        }

        return new(observations.ToImmutable(), artifacts.ToImmutable()) { Reopen = reopen.ToImmutable() };
    }

    private Reading Read(Delivery delivery)
    {
        if (delivery.Content is not { } content)
            return new([], delivery.Kind is { } kind ? [kind] : [], 0);
        try
        {
            return reading.Read(content, delivery.Provenance);
        }
#pragma warning disable CA1031 // A reader must not throw; where one does, the other artifacts are still diagnosed and the report says so.
        catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
        {
            var what = Message.Of($"could not be read through a fault of aovpn ({Hole.Plain(error.GetType().Name)}): the rest was read; please report it with this file");
            return new([new Unreadable(new(delivery.Artifact, Locator.All), what)], [], 0);
        }
    }

    /// <summary>What the content says of its machine, else what its place suggests.</summary>
    private static Host HostOf(Artifact artifact, ImmutableArray<Observation> observations)
    {
        var written = observations.Select(seen => seen.At?.Clock).FirstOrDefault(clock => clock is { Role: not HostRole.Unknown });
        return written?.Or(artifact.Host) ?? artifact.Host;
    }
}
