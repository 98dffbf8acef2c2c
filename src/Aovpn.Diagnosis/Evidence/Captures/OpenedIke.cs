using System.Collections.Immutable;
using Aovpn.Codecs;
using Aovpn.Codecs.Ike;
using Aovpn.Codecs.Ike.Keys;
using Aovpn.Codecs.Pcap.Dissection;

namespace Aovpn.Diagnosis.Evidence.Captures;

/// <summary>What is inside the encrypted messages of one IKE SA, where the user has its keys.</summary>
internal sealed class OpenedIke(ImmutableArray<IkeSaKeys> keys)
{
    private readonly HashSet<(bool FromInitiator, bool IsResponse, uint MessageId)> _seen = [];
    private IkeSuite? _chosen;
    private IkeOpening? _opening;
    private bool _isGivenUp;

    /// <summary>The first message that the keys do not open; null while they open all.</summary>
    public string? Problem { get; private set; }

    /// <returns>Null where nothing was opened: not encrypted, no keys, fragments still missing, or opened before.</returns>
    public ImmutableArray<IkePayload>? Take(CapturedMessage.OfIke captured)
    {
        var message = captured.Message;
        if (message.Header.Exchange == ExchangeType.IkeSaInit && message.Header.IsResponse && message.First<SecurityAssociationPayload>()?.Proposals is [var proposal])
            _chosen = IkeSuite.Of(proposal);
        if (_isGivenUp || Opening(message.Header) is not { } opening)
            return null;

        try
        {
            return opening.Open(captured.Bytes.Span, message) is { } inside && _seen.Add((message.Header.FromInitiator, message.Header.IsResponse, message.Header.MessageId)) ? inside.Payloads : null;
        }
        catch (MalformedException problem)
        {
            Problem ??= problem.Message;
            return null;
        }
    }

    private IkeOpening? Opening(IkeHeader header)
    {
        if (_opening is not null || header.ResponderSpi == 0 || keys.LastOrDefault(one => one.InitiatorSpi == header.InitiatorSpi && one.ResponderSpi == header.ResponderSpi) is not { } found
            || (found.Suite ?? _chosen) is not { } suite)
        {
            return _opening;
        }

        _isGivenUp = !found.Fits(suite);
        Problem = _isGivenUp ? $"the keys given for this IKE SA are not those of {suite}" : null;
        return _isGivenUp ? null : _opening = new(found, suite);
    }
}
