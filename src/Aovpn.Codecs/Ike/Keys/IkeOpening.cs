namespace Aovpn.Codecs.Ike.Keys;

/// <summary>Opens what both sides of one IKE SA sent, as somebody who listens and has the keys; fragments are put together.</summary>
/// <param name="keys">Fit the suite.</param>
public sealed class IkeOpening(IkeSaKeys keys, IkeSuite suite)
{
    private readonly IkeCipher _fromInitiator = new(suite, keys.SkEi, keys.SkAi);
    private readonly IkeCipher _fromResponder = new(suite, keys.SkEr, keys.SkAr);

    /// <summary>Each side numbers its requests by itself, and answers under the other's numbers.</summary>
    private readonly Dictionary<(bool FromInitiator, bool IsResponse), FragmentAssembly> _assemblies = [];

    /// <param name="bytes">The whole message, without the marker of port 4500.</param>
    /// <param name="message">The same, read.</param>
    /// <returns>What is inside; null for a message that is not encrypted, and while fragments are missing.</returns>
    /// <exception cref="MalformedException">The keys do not fit the message, or what is inside does not read to its end.</exception>
    public PayloadChain? Open(ReadOnlySpan<byte> bytes, IkeMessage message)
    {
        var header = message.Header;
        switch (message.Payloads is [.., var last] ? last : null)
        {
            case EncryptedPayload encrypted:
                return Inside(encrypted.FirstInside, Plain(header, bytes, encrypted.Body));

            case EncryptedFragmentPayload fragment:
                var key = (header.FromInitiator, header.IsResponse);
                if (!_assemblies.TryGetValue(key, out var assembly))
                    _assemblies[key] = assembly = new();
                return assembly.Add(header.MessageId, fragment, Plain(header, bytes, fragment.Body)) is var (first, content) ? Inside(first, content) : null;

            default:
                return null;
        }
    }

    private byte[] Plain(IkeHeader header, ReadOnlySpan<byte> bytes, System.Collections.Immutable.ImmutableArray<byte> body) =>
        (header.FromInitiator ? _fromInitiator : _fromResponder).Open(bytes, body) ?? throw new MalformedException("SK.IntegrityChecksumData", bytes.Length, "does not fit the message and the keys given");

    private static PayloadChain Inside(PayloadType first, byte[] content)
    {
        var reader = new WireReader(content);
        return PayloadChain.Decode(first, ref reader);
    }
}
