using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Certificates;

/// <summary>
/// The lines below the hash that tell of the private key: the container with its provider, and the outcome of the test that
/// certutil makes with the key.
/// </summary>
internal static class CertutilKeyLines
{
    /// <returns>Whether the line is one of them.</returns>
    public static bool Take(CertutilEntry entry, CertutilLine line)
    {
        var there = CertutilSentences.SaysKeyIsThere(line) ?? (IsContainer(entry, line) ? true : null);
        if (there is null)
            return line.Field is CertutilField.ContainerName or CertutilField.Provider;

        // What the test says counts for more than that a container is named.
        entry.HasPrivateKey = entry.HasPrivateKey is not false && there.Value;
        entry.At(nameof(Certificate.HasPrivateKey), line.Number);
        return true;
    }

    private static bool IsContainer(CertutilEntry entry, CertutilLine line) =>
        line.Field is CertutilField.KeyContainer or CertutilField.ContainerName or CertutilField.Provider
        || (entry.Thumbprint is not null && line is { Separator: '=', Field: CertutilField.Unknown, Indent: > 0, Value.Length: > 0 });
}
