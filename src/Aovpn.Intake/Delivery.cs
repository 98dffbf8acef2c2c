using System.Collections.Immutable;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Intake;

/// <summary>One artifact as intake hands it to the readers, or the sentence that says why it cannot.</summary>
public sealed class Delivery
{
    private readonly Func<(string? Sha256, long Length, ImmutableArray<Message> Remarks)> _finish;

    internal Delivery(
        Artifact artifact, ArtifactContent? content, Func<Stream>? reopen, Func<(string? Sha256, long Length, ImmutableArray<Message> Remarks)> finish)
    {
        Artifact = artifact;
        Content = content;
        Reopen = reopen;
        _finish = finish;
    }

    public Artifact Artifact { get; }

    /// <summary>Null when it cannot be read, or is an archive of which something has to be said.</summary>
    public ArtifactContent? Content { get; }

    public Provenance Provenance { get; internal init; }

    /// <summary>A kind that intake itself knows: <c>zip</c>, <c>aovpn-manifest</c>; else null.</summary>
    public string? Kind { get; internal init; }

    /// <summary>Opens the bytes anew when all reading is over, for excerpts; holds none of them. Null when there are none.</summary>
    internal Func<Stream>? Reopen { get; }

    /// <summary>To be called once, after reading: the hash (lower-case hexadecimal), the length, and what has to be said.</summary>
    public (string? Sha256, long Length, ImmutableArray<Message> Remarks) Finish() => _finish();

    internal static Delivery Refused(Artifact artifact, Message why) => new(artifact, null, null, () => (null, 0, [why]));
}
