using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Tests.Support;

/// <summary>Reads evidence as the product does: kind recognised from content, every reader in its turn.</summary>
public static class Read
{
    public static Reading Text(string text, HostRole host = HostRole.Unknown, string name = "evidence") =>
        EvidenceReading.Default.Read(ArtifactContent.Of(new(name, new(host)), text));

    public static Reading Bytes(byte[] bytes, HostRole host = HostRole.Unknown, string name = "evidence") =>
        EvidenceReading.Default.Read(ArtifactContent.Of(new(name, new(host)), bytes));

    /// <summary>The one observation of a kind in a text.</summary>
    public static T One<T>(string text, HostRole host = HostRole.Unknown)
        where T : Observation => Assert.Single(Text(text, host).Observations.OfType<T>());
}
