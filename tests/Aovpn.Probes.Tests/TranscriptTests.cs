using Aovpn.Codecs.Ike;
using Aovpn.Diagnosis.Evidence.Transcripts;
using Aovpn.Probes.Sessions.Ike;

namespace Aovpn.Probes.Tests;

public sealed class TranscriptTests
{
    private static readonly KeyMaterial Keys = KeyMaterial.Derive(
        new(EncryptionAlgorithm.AesGcm16, 256, IntegrityAlgorithm.None, PseudorandomFunction.HmacSha256, KeyExchangeMethod.Ecp256), new byte[32], new byte[16], new byte[16], 1, 2);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Session_keys_are_written_only_if_asked_for(bool withKeys)
    {
        var transcript = new Transcript(TimeProvider.System, withKeys: withKeys);
        transcript.Add("connect", new IkeEvent.Keyed(1, 2, Keys));

        var secret = Convert.ToHexStringLower(Keys.SkD.AsSpan());
        Assert.Equal(withKeys, transcript.Lines.Any(line => line.Contains(secret, StringComparison.Ordinal)));
    }

    [Fact]
    public void An_answer_to_MS_CHAPv2_outside_of_a_tunnel_is_left_out()
    {
        byte[] response = [2, 7, 0, 14, 26, 2, 7, 0, 9, 0xDE, 0xAD, 0xBE, 0xEF, 0x99];
        var transcript = new Transcript(TimeProvider.System);
        transcript.Add("connect", new IkeEvent.Opened(IkeHeader.Of(1, 2, ExchangeType.IkeAuth, 3, true, false), IsSent: true, [new EapPayload([.. response])]));

        Assert.DoesNotContain("deadbeef", Assert.Single(transcript.Lines), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("020700", Assert.Single(transcript.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_line_reads_back_as_what_was_written()
    {
        var writer = new StringWriter { NewLine = "\n" };
        var transcript = new Transcript(TimeProvider.System, writer);
        transcript.Add(new TranscriptEntry.Began(transcript.Now, TranscriptJson.Format, "aovpn", "vpn.example.com", "stranger", [], []));
        transcript.Sent("connect", IkeDatagram.Of(IkePort.NatTraversal, [1, 2, 3]), "203.0.113.10:4500", 2);
        transcript.Unreachable("connect", IkePort.Ike, "203.0.113.10:500", "port-unreachable");
        foreach (var ending in new IkeEnding[]
        {
            new IkeEnding.Done(), new IkeEnding.NoAnswer(ExchangeType.IkeAuth, 1, IkePort.NatTraversal, 540), new IkeEnding.Refused(ExchangeType.IkeSaInit, 0, NotifyMessageType.NoProposalChosen),
            new IkeEnding.NoChild(NotifyMessageType.TsUnacceptable), new IkeEnding.Redirected("gw2.example.com"), new IkeEnding.Misbehaved("no"), new IkeEnding.DeletedByPeer(), new IkeEnding.TimeOut(),
        })
        {
            transcript.Add("connect", new IkeEvent.Ended(ending));
        }

        Assert.StartsWith(TranscriptJson.Beginning, transcript.Lines[0], StringComparison.Ordinal);
        Assert.Equal(transcript.Lines, writer.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.All(transcript.Lines, line => Assert.Equal(line, TranscriptJson.Write(TranscriptJson.Read(line)!)));
        Assert.Equal("00000000010203", Assert.IsType<TranscriptEntry.Datagram>(TranscriptJson.Read(transcript.Lines[1])).Bytes);
    }
}
