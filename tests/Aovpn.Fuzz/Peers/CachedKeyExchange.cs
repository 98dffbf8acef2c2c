using System.Collections.Immutable;
using Aovpn.Codecs.Ike;

namespace Aovpn.Fuzz.Peers;

/// <summary>One pair of values for all runs, which remembers the shared secret with the values that it meets in each.</summary>
internal sealed class CachedKeyExchange(KeyExchangeMethod method) : KeyExchange(method)
{
    private readonly Lazy<KeyExchange> _pair = new(() => Create(method));
    private byte[] _peer = [];
    private byte[] _secret = [];

    public override ImmutableArray<byte> PublicValue => _pair.Value.PublicValue;

    public override byte[] Agree(ReadOnlySpan<byte> peer)
    {
        if (_secret.Length > 0 && peer.SequenceEqual(_peer))
            return _secret;

        var secret = _pair.Value.Agree(peer);
        if (_secret.Length == 0)
            (_peer, _secret) = (peer.ToArray(), secret);
        return secret;
    }
}
