using System.Text;
using Aovpn.Codecs;
using Aovpn.Codecs.Eap;
using Aovpn.Codecs.Radius;
using Aovpn.Diagnosis.Evidence.Transcripts;
using Aovpn.Lab.Radius;
using Aovpn.Probes;
using Aovpn.Probes.Radius;
using Aovpn.Probes.Sessions.Eap;
using Aovpn.Probes.Sessions.Radius;

namespace Aovpn.Fuzz.Peers;

/// <summary>
/// The RADIUS client and the user behind it against the lab's NPS: EAP-MSCHAPv2, a stranger, another secret. Attributes are changed before the answer is
/// signed, the datagram behind it.
/// </summary>
internal sealed class RadiusPeerTarget() : PeerTarget(rsa: false)
{
    private const int MostRounds = 250;
    private const string Session = "radius 1", Endpoint = "203.0.113.20:1812";

    private static readonly byte[] Secret = Encoding.UTF8.GetBytes(SharedSecret);

    public override string Name => "peer-radius";

    protected override int Variants => 3;

    protected override void Run(int variant, MessageEdits edits, Transcript transcript, PeerClock clock)
    {
        transcript.Add(new TranscriptEntry.Began(transcript.Now, TranscriptJson.Format, "aovpn", "nps.example.com", "ms-chap-v2", [], [], User));
        transcript.Add(new TranscriptEntry.Session(transcript.Now, Session, "radius", "nps.example.com", Endpoint));
        using var server = new RadiusServer(new(variant == 2 ? "another" : SharedSecret, Server with { Methods = [EapType.MsChapV2] }) { IsForgeable = variant == 1 });
        using var client = new RadiusClient(new(new(SharedSecret)), variant == 1 ? EapPeerSettings.Stranger(User) : Peer with { Methods = [EapMethod.MsChapV2] });
        List<RadiusEvent> events = [];
        var rounds = 0;
        for (byte[]? request = client.Start(); request is not null && client.Outcome is RadiusOutcome.Running;)
        {
            if (++rounds > MostRounds)
                throw new WrongAnswerException($"the authentication goes on after {MostRounds} rounds");
            clock.GoTo(clock.Elapsed + TimeSpan.FromMilliseconds(10));
            transcript.Add(new TranscriptEntry.Radius(transcript.Now, Session, "sent", "authentication", Endpoint, request.Length, request[0]));
            if (server.Answer(request) is not { } answer)
                break;

            edits.Next();
            byte[]? next = null;
            foreach (var datagram in edits.OnTheWay(Inside(answer, request, edits)))
                next = client.Receive(datagram, events) ?? next;
            RadiusEntries.Add(transcript, Session, Endpoint, "authentication", events);
            events.Clear();
            request = next;
        }

        transcript.Add(new TranscriptEntry.Ended(transcript.Now, Session, client.Outcome is RadiusOutcome.Accepted ? "done" : "eap-failed", Detail: client.EapOutcome.Reason is { } reason ? EapSteps.Word(reason) : null));
    }

    /// <summary>The answer with other attributes, signed with the secret; as it was where they are none.</summary>
    private static byte[] Inside(byte[] answer, byte[] request, MessageEdits edits)
    {
        var changed = edits.Inside(answer);
        if (ReferenceEquals(changed, answer))
            return answer;
        if (changed.Length is < RadiusPacket.HeaderLength or > RadiusPacket.Largest)
            return changed;

        (changed[2], changed[3]) = ((byte)(changed.Length >> 8), (byte)changed.Length);
        try
        {
            var packet = RadiusPacket.Decode(changed);
            return RadiusSigning.EncodeResponse(
                packet.Code, packet.Identifier, request.AsSpan(4, RadiusPacket.AuthenticatorLength), packet.Attributes.Where(attribute => attribute.Type != RadiusAttributeType.MessageAuthenticator), Secret);
        }
        catch (MalformedException)
        {
            return changed;
        }
    }
}
