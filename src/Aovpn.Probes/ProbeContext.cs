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

    /// <summary>Where the gateway is; null until its name is looked up.</summary>
    public GatewayAddress? Gateway { get; set; }

    /// <summary>UDP 500 answered; null where it was not asked.</summary>
    public bool? IkeAnswers { get; set; }

    /// <summary>UDP 4500 answered; null where it was not asked.</summary>
    public bool? NatTraversalAnswers { get; set; }

    /// <summary>One IKE session, written down; null where the system has no route to the gateway.</summary>
    /// <param name="configure">What differs from the settings that all sessions share.</param>
    public IkeRun? Open(string session, string purpose, bool startsOnNatTraversal, Func<IkeInitiatorSettings, IkeInitiatorSettings> configure)
    {
        try
        {
            return new(
                session, purpose, Gateway!,
                (local, remote) => configure(new(local, remote, settings.Suites) { EspSuites = settings.EspSuites, Retransmission = settings.Asking, TimeLimit = settings.StepLimit }),
                transcript, clock, open ?? ((remote, arrivals) => new UdpChannel(remote, arrivals)), startsOnNatTraversal);
        }
        catch (SocketException error)
        {
            var port = startsOnNatTraversal ? IkePort.NatTraversal : IkePort.Ike;
            transcript.Unreachable(session, port, Gateway!.Endpoint(port).ToString(), error.SocketErrorCode is SocketError.NetworkUnreachable or SocketError.NetworkDown ? "network-unreachable" : error.SocketErrorCode.ToString());
            transcript.Add(new Diagnosis.Evidence.Transcripts.TranscriptEntry.Ended(transcript.Now, session, "unreachable"));
            return null;
        }
    }
}
