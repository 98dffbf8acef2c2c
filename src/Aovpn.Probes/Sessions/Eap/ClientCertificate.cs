using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Aovpn.Probes.Sessions.Eap;

/// <summary>A certificate to authenticate with. The key only signs; it may live in a TPM, on a card, or be marked not exportable.</summary>
/// <param name="Chain">DER, the leaf first.</param>
/// <param name="Key">An <see cref="RSA"/> or <see cref="ECDsa"/>; only its SignHash is called. The caller disposes of it.</param>
public sealed record ClientCertificate(ImmutableArray<ImmutableArray<byte>> Chain, AsymmetricAlgorithm Key)
{
    /// <summary>Says nothing of the key.</summary>
    public override string ToString() => "(client certificate)";
}
