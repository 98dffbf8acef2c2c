using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Aovpn.Lab.Certificates;

/// <summary>A certificate of the lab with its key, which lives as long as the process.</summary>
/// <param name="Chain">DER, the leaf first, without the root.</param>
/// <param name="Key">ECDSA P-256, or RSA.</param>
public sealed record LabCertificate(ImmutableArray<ImmutableArray<byte>> Chain, AsymmetricAlgorithm Key)
{
    public override string ToString() => "(lab certificate)";
}
