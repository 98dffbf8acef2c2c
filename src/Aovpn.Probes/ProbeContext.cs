using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Aovpn.Probes.Channels;
using Aovpn.Probes.Sessions.Ike;
using Aovpn.Probes.Steps;

namespace Aovpn.Probes;

/// <summary>What the steps of one run share.</summary>
/// <param name="open">Null for UDP.</param>
public sealed class ProbeContext(ProbeSettings settings, Transcript transcript, TimeProvider clock, ChannelOpener? open = null)
{
    public ProbeSettings Settings => settings;

    public Transcript Transcript => transcript;

    public TimeProvider Clock => clock;

    /// <summary>All that the gateway's name leads to; empty until it is looked up.</summary>
    public ImmutableArray<IPAddress> Addresses { get; set; } = [];

    /// <summary>Where the gateway is, one of <see cref="Addresses"/>; null until its name is looked up.</summary>
    public GatewayAddress? Gateway { get; set; }

    /// <summary>UDP 500 answered; null where it was not asked.</summary>
    public bool? IkeAnswers { get; set; }

    /// <summary>UDP 4500 answered; null where it was not asked.</summary>
    public bool? NatTraversalAnswers { get; set; }

    /// <summary>The gateway at one of its addresses.</summary>
    public GatewayAddress At(IPAddress address) => new(settings.Host, address, settings.IkePort, settings.NatTraversalPort);

    /// <summary>One IKE session, written down; null where the system has no route to the gateway.</summary>
    /// <param name="configure">What differs from the settings that all sessions share.</param>
    /// <param name="at">Null for <see cref="Gateway"/>.</param>
    public IkeRun? Open(string session, string purpose, bool startsOnNatTraversal, Func<IkeInitiatorSettings, IkeInitiatorSettings> configure, GatewayAddress? at = null)
    {
        var gateway = at ?? Gateway!;
        try
        {
            return new(
                session, purpose, gateway,
                (local, remote) => configure(new(local, remote, settings.Suites) { EspSuites = settings.EspSuites, Retransmission = settings.Asking, TimeLimit = settings.StepLimit }),
                transcript, clock, open ?? ((remote, arrivals) => new UdpChannel(remote, arrivals)), startsOnNatTraversal);
        }
        catch (SocketException error)
        {
            var port = startsOnNatTraversal ? IkePort.NatTraversal : IkePort.Ike;
            transcript.Unreachable(session, port, gateway.Endpoint(port).ToString(), error.SocketErrorCode is SocketError.NetworkUnreachable or SocketError.NetworkDown ? "network-unreachable" : error.SocketErrorCode.ToString());
            transcript.Add(new Diagnosis.Evidence.Transcripts.TranscriptEntry.Ended(transcript.Now, session, "unreachable"));
            return null;
        }
    }
}
