using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike.Keys;

/// <summary>What opens the messages of one IKE SA. Secret: never printed.</summary>
/// <param name="SkEi">Encryption, from the initiator; with the salt at the end for GCM (RFC 5282 §7.1).</param>
/// <param name="SkAi">Integrity, from the initiator; empty for a combined cipher.</param>
/// <param name="Suite">Cipher and integrity algorithm; null where the file does not name them: the IKE_SA_INIT response does.</param>
public sealed record IkeSaKeys(
    ulong InitiatorSpi, ulong ResponderSpi, ImmutableArray<byte> SkEi, ImmutableArray<byte> SkEr, ImmutableArray<byte> SkAi, ImmutableArray<byte> SkAr, IkeSuite? Suite)
{
    /// <summary>Whether this program has the suite, and the keys are as long as it wants them.</summary>
    public bool Fits(IkeSuite suite) =>
        suite.IsSupported && SkEi.Length == suite.EncryptionKeySize && SkEr.Length == suite.EncryptionKeySize
        && (suite.Encryption.IsCombined || (SkAi.Length == suite.IntegrityKeySize && SkAr.Length == suite.IntegrityKeySize));

    /// <summary>Names alone: keys are not printed.</summary>
    public override string ToString() => $"keys of an IKE SA for {Suite?.ToString() ?? "the suite that it chose"}";
}
