using System.Collections.Immutable;
using Aovpn.Codecs.Ike;

namespace Aovpn.Probes.Sessions.Ike;

/// <summary>The one request that waits for its answer: IKE's window is 1 (RFC 7296 §2.3).</summary>
internal sealed class OutstandingRequest(IkeHeader header, ImmutableArray<IkeDatagram> datagrams, Retransmission retransmission)
{
    private int _transmissions;

    public IkeHeader Header => header;

    public IkePort Port => datagrams[0].Port;

    public int LargestDatagram => datagrams.Max(datagram => datagram.Bytes.Length);

    /// <summary>When it is sent again, or given up.</summary>
    public TimeSpan Deadline { get; private set; }

    /// <returns>False once it has been sent as often as it may.</returns>
    public bool TrySend(TimeSpan now, List<IkeEvent> events)
    {
        if (_transmissions == retransmission.Waits.Length)
            return false;

        Deadline = now + retransmission.Waits[_transmissions++];
        foreach (var datagram in datagrams)
            events.Add(new IkeEvent.Send(datagram, _transmissions));

        return true;
    }
}
