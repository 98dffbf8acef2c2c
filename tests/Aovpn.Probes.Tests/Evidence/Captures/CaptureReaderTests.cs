using System.Collections.Immutable;
using Aovpn.Codecs.Eap;
using Aovpn.Codecs.Ike;
using Aovpn.Codecs.Radius;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Evidence.Captures;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Probes.Tests.Support;

namespace Aovpn.Probes.Tests.Evidence.Captures;

public sealed class CaptureReaderTests
{
    private const string Client = "198.51.100.10", Gateway = "203.0.113.10", Nps = "10.10.0.20", Inside = "10.10.0.10";

    private static byte[] Ike(ExchangeType exchange, uint id, bool fromInitiator, bool isResponse, params ImmutableArray<IkePayload> payloads) =>
        new IkeMessage(IkeHeader.Of(0x1122334455667788, isResponse || id > 0 ? 0x99u : 0u, exchange, id, fromInitiator, isResponse), payloads).Encode();

    private static readonly byte[] Init = Ike(ExchangeType.IkeSaInit, 0, true, false, new NoncePayload([.. new byte[32]]));
    private static readonly byte[] InitAnswer = Ike(ExchangeType.IkeSaInit, 0, false, true, new NoncePayload([.. new byte[32]]));

    private static byte[] Marked(byte[] message) => [0, 0, 0, 0, .. message];

    private static byte[] Auth(ushort piece, ushort total) => Marked(Ike(ExchangeType.IkeAuth, 1, true, false, new EncryptedFragmentPayload(PayloadType.None, piece, total, [.. new byte[200]])));

    private static ImmutableArray<Observation> Read(CaptureWriter capture, out long frames)
    {
        var tally = new RecordTally();
        ImmutableArray<Observation> seen = [.. new CaptureReader().Read(ArtifactContent.Of(new Artifact("attempt.pcap"), capture.Pcap()), tally)];
        frames = tally.Records;
        return seen;
    }

    [Fact]
    public void Silence_on_500_is_told_with_how_often_it_was_asked()
    {
        var capture = new CaptureWriter();
        foreach (var second in (double[])[0, 1, 3, 7])
            capture.Udp(Client, 500, Gateway, 500, Init, second);

        var seen = Read(capture, out var frames);

        Assert.Equal(4, frames);
        var silence = Assert.Single(seen.OfType<ExchangeUnanswered>());
        Assert.Equal((34, 500, 4, HostRole.VpnServer, "attempt.pcap, frame 4"), (silence.Exchange, silence.Port, silence.Transmissions!.Value, silence.About.Role, silence.Source.ToString()));
        var port = Assert.Single(seen.OfType<Reached>());
        Assert.Equal((Gateway, "udp", 500, false), (port.Target, port.Protocol, port.Port!.Value, port.Answered!.Value));
    }

    [Fact]
    public void A_request_at_the_very_end_may_be_answered_later()
    {
        var seen = Read(new CaptureWriter().Udp(Client, 500, Gateway, 500, Init), out _);

        Assert.Empty(seen);
    }

    [Fact]
    public void A_refusal_of_all_proposals_is_the_gateways()
    {
        var refusal = Ike(ExchangeType.IkeSaInit, 0, false, true, new NotifyPayload(IkeProtocol.None, NotifyMessageType.NoProposalChosen, [], []));
        var seen = Read(new CaptureWriter().Udp(Client, 500, Gateway, 500, Init).Udp(Gateway, 500, Client, 500, refusal, 0.1), out _);

        var notified = Assert.Single(seen.OfType<IkeErrorNotified>());
        Assert.Equal((14, HostRole.VpnServer, "attempt.pcap, frame 2"), ((int)notified.Notify.Value, notified.About.Role, notified.Source.ToString()));
        Assert.True(Assert.Single(seen.OfType<Reached>()).Answered);
    }

    [Fact]
    public void Fragments_that_never_come_are_counted()
    {
        var capture = new CaptureWriter().Udp(Client, 500, Gateway, 500, Init).Udp(Gateway, 500, Client, 500, InitAnswer, 0.1);
        foreach (var second in (double[])[0.2, 1.2, 3.2])
            capture.Udp(Client, 4500, Gateway, 4500, Auth(1, 3), second).Udp(Client, 4500, Gateway, 4500, Auth(3, 3), second);

        var seen = Read(capture, out _);

        var lost = Assert.Single(seen.OfType<FragmentsLost>());
        Assert.Equal((FragmentedBy.Ike, 2, 3, HostRole.Client), (lost.By, lost.Seen!.Value, lost.Total!.Value, lost.About.Role));
        Assert.Equal([(500, true), (4500, false)], seen.OfType<Reached>().Select(port => (port.Port!.Value, port.Answered!.Value)).Order());
    }

    [Fact]
    public void An_ip_fragment_without_the_others_is_told()
    {
        var datagram = CaptureWriter.UdpPayload(4500, 4500, new byte[2000]);
        var seen = Read(new CaptureWriter().Udp(Client, 500, Gateway, 500, Init).Udp(Gateway, 500, Client, 500, InitAnswer, 0.1).Frame(CaptureWriter.Ipv4(Gateway, Client, 17, datagram[..1400], 9, 0, more: true)), out _);

        var lost = Assert.Single(seen.OfType<FragmentsLost>());
        Assert.Equal((FragmentedBy.Ip, 4500, HostRole.VpnServer), (lost.By, lost.Port, lost.About.Role));
    }

    [Fact]
    public void Nobody_listening_is_told_apart_from_silence()
    {
        byte[] unreachable = [3, 3, 0, 0, 0, 0, 0, 0, .. CaptureWriter.Ipv4(Client, Gateway, 17, CaptureWriter.UdpPayload(500, 500, Init))];
        var seen = Read(new CaptureWriter().Udp(Client, 500, Gateway, 500, Init).Frame(CaptureWriter.Ipv4(Gateway, Client, 1, unreachable), 0.1), out _);

        Assert.True(Assert.Single(seen.OfType<Reached>()) is { Answered: false, Refused: true, Port: 500 });
    }

    [Fact]
    public void A_radius_refusal_is_joined_with_its_request()
    {
        var request = new RadiusPacket(RadiusCode.AccessRequest, 7, [.. new byte[16]],
            [RadiusAttribute.OfText(RadiusAttributeType.UserName, "ann@example.com"), RadiusAttribute.OfInteger(RadiusAttributeType.NasPortType, 5), RadiusAttribute.OfText(RadiusAttributeType.CallingStationId, Client)]);
        var reject = new RadiusPacket(RadiusCode.AccessReject, 7, [.. new byte[16]],
            [new RadiusVendorAttribute(RadiusVendorAttribute.Microsoft, RadiusVendorAttribute.MsChapError, [.. "\0E=648 R=0 V=3"u8]).ToAttribute(), .. RadiusPacket.SplitEap(EapPacket.Failure(3).Encode())]);
        var seen = Read(new CaptureWriter().Udp(Inside, 50000, Nps, 1812, request.Encode()).Udp(Nps, 1812, Inside, 50000, reject.Encode(), 0.05), out _);

        var decision = Assert.Single(seen.OfType<RadiusDecision>());
        Assert.Equal((RadiusOutcome.Rejected, "ann@example.com", 648, true), (decision.Outcome, decision.User, (int)decision.MsChapError!.Value.Value, decision.IsVpn));
        Assert.True(Assert.Single(seen.OfType<Reached>()) is { Inside: true, Answered: true, Port: 1812 });
    }

    [Fact]
    public void Requests_that_nps_never_answers_are_told()
    {
        var request = new RadiusPacket(RadiusCode.AccessRequest, 7, [.. new byte[16]], []).Encode();
        var capture = new CaptureWriter();
        foreach (var second in (double[])[0, 5, 10])
            capture.Udp(Inside, 50000, Nps, 1812, request, second);

        Assert.True(Assert.Single(Read(capture, out _).OfType<Reached>()) is { Inside: true, Answered: false, Target: Nps });
    }

    [Fact]
    public void A_malformed_frame_is_cited_and_the_others_are_read()
    {
        var seen = Read(new CaptureWriter().Udp(Client, 500, Gateway, 500, Init[..20]).Udp(Client, 500, Gateway, 500, Init, 1).Udp(Gateway, 500, Client, 500, InitAnswer, 1.1), out var frames);

        Assert.Equal(3, frames);
        Assert.Equal("attempt.pcap, frame 1", Assert.Single(seen.OfType<Unreadable>()).Source.ToString());
        Assert.True(Assert.Single(seen.OfType<Reached>()).Answered);
    }

    [Fact]
    public void A_cut_capture_gives_what_is_before_the_cut()
    {
        var whole = new CaptureWriter().Udp(Client, 500, Gateway, 500, Init).Udp(Gateway, 500, Client, 500, InitAnswer, 0.1).Pcap();
        var content = ArtifactContent.Of(new Artifact("cut.pcap"), whole[..^5]);

        var seen = new CaptureReader().Read(content, new RecordTally()).ToArray();

        Assert.Single(seen.OfType<Unreadable>());
    }
}
