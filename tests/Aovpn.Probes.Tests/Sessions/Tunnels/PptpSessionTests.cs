using Aovpn.Codecs.Pptp;
using Aovpn.Probes.Sessions.Pptp;

namespace Aovpn.Probes.Tests.Sessions.Tunnels;

public sealed class PptpSessionTests
{
    private static byte[] StartReply(byte result) =>
        new PptpMessage(PptpMessageType.StartControlConnectionReply, [1, 0, result, 0, 0, 0, 0, 3, 0, 0, 0, 3, 0, 0, 0, 1, .. new byte[128]]).Encode();

    [Fact]
    public void A_call_is_asked_for_answered_and_cleared()
    {
        var session = new PptpSession(7);

        var call = PptpMessage.Decode(session.Take(StartReply(1)));
        session.Take(new PptpMessage(PptpMessageType.OutgoingCallReply, [0x12, 0x34, 0, 7, 1, 0, .. new byte[14]]).Encode());

        Assert.Equal((PptpMessageType.OutgoingCallRequest, (ushort)7), (call.Type, call.CallId!.Value));
        Assert.Equal((PptpStage.CallAnswered, (ushort)0x1234), (session.Stage, session.PeerCallId!.Value));
        Assert.Equal(PptpMessageType.CallClearRequest, PptpMessage.Decode(session.End()).Type);
    }

    [Fact]
    public void A_refusal_names_its_result()
    {
        var session = new PptpSession(7);
        session.Take(StartReply(4));

        Assert.Equal(PptpStage.Refused, session.Stage);
        Assert.Contains("result 4", session.Problem, StringComparison.Ordinal);
        Assert.Empty(session.End());
    }

    [Fact]
    public void What_is_not_pptp_is_said()
    {
        var session = new PptpSession(7);
        session.Take("220 mail.example.com ESMTP\r\n"u8);

        Assert.Equal(PptpStage.Refused, session.Stage);
        Assert.Contains("PPTP.Length", session.Problem, StringComparison.Ordinal);
    }
}
