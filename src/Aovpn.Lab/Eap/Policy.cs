using System.Collections.Immutable;
using Aovpn.Diagnosis.Evidence.Certificates;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Lab.Eap;

/// <summary>What the network policy asks of a user whose certificate TLS has found good.</summary>
internal static class Policy
{
    private static readonly Citation Nowhere = new(new Artifact("lab"), Locator.All);

    /// <returns>Null when nothing speaks against the user.</returns>
    public static string? Refuses(EapServerSettings settings, ImmutableArray<byte>? certificate)
    {
        if (certificate is not { } encoded)
            return "no certificate";
        if (settings.Account is LabAccount.LockedOut)
            return "the account is locked out";
        if (settings.RequiredPurpose is { } required && EncodedCertificate.Read(Nowhere, encoded.AsSpan())?.Purposes?.Contains(required) is not true)
            return $"the certificate lacks {required}";
        return null;
    }
}
