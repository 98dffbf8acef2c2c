using System.Collections.Immutable;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Model;
using Aovpn.Intake;

namespace Aovpn.Tests.Intake;

/// <summary>What intake hands to the readers, without reading it: names, texts, sentences.</summary>
internal sealed record Taken(string Name, string? Text, ImmutableArray<string> Remarks, HostRole Host, string? Sha256)
{
    public static ImmutableArray<Taken> From(params IReadOnlyList<string> paths) => From(IntakeLimits.Default, [], paths);

    public static ImmutableArray<Taken> From(IntakeLimits limits, IEnumerable<NamedHost> hosts, params IReadOnlyList<string> paths)
    {
        using var intake = new EvidenceIntake(limits, hosts);
        return [.. intake.Deliver(paths, () => Stream.Null).Select(Of)];
    }

    public static Taken Of(Delivery delivery)
    {
        var text = delivery.Content is { Encoding: not null } content ? Read(content) : null;
        var (sha256, _, remarks) = delivery.Finish();
        return new(delivery.Artifact.Name, text, [.. remarks.Select(remark => remark.ToString())], delivery.Artifact.Host.Role, sha256);
    }

    private static string Read(ArtifactContent content)
    {
        using var text = content.OpenText();
        return text.ReadToEnd();
    }
}
