using Aovpn.Codecs.Eap;
using Aovpn.Diagnosis.Evidence.Transcripts;
using Aovpn.Lab.Eap;
using Aovpn.Probes;
using Aovpn.Probes.Sessions.Eap;

namespace Aovpn.Fuzz.Peers;

/// <summary>One EAP authentication, packet by packet.</summary>
internal static class EapPeerRun
{
    private const int MostRounds = 250;
    private const string Session = "connect";

    public static void Run(EapServerSettings nps, EapPeerSettings settings, MessageEdits edits, Transcript transcript, PeerClock clock)
    {
        transcript.Add(new TranscriptEntry.Began(transcript.Now, TranscriptJson.Format, "aovpn", "vpn.example.com", "peap-tls", [], [], settings.Identity));
        transcript.Add(new TranscriptEntry.Session(transcript.Now, Session, "connect", "vpn.example.com", "203.0.113.10"));
        using var server = new EapServer(nps with { Inside = edits.Inside });
        using var peer = new EapPeer(settings);
        Queue<byte[]> arriving = [];
        Send(server.Begin().Encode());
        for (var round = 0; arriving.TryDequeue(out var request) && peer.Outcome.Progress is EapProgress.Running; round++)
        {
            if (round > MostRounds)
                throw new WrongAnswerException($"the authentication goes on after {MostRounds} rounds");
            clock.GoTo(clock.Elapsed + TimeSpan.FromMilliseconds(10));
            var answer = peer.Answer(request);
            foreach (var happened in answer.Events)
                transcript.Add(new TranscriptEntry.Eap(transcript.Now, Session, EapSteps.Of(happened)));
            if (answer.Response is { } response)
                Answered(response);
        }

        if (peer.Outcome is { Progress: EapProgress.Failure, Reason: { } reason })
            transcript.Add(new TranscriptEntry.Ended(transcript.Now, Session, "eap-failed", Detail: EapSteps.Word(reason)));
        if (peer.MasterSessionKey is { } key && server.Key is { } other && server.Accepted is true && !key.AsSpan().SequenceEqual(other))
            throw new WrongAnswerException("both sides succeed with different keys");

        void Answered(ReadOnlyMemory<byte> response)
        {
            edits.Next();
            if (server.Answer(EapPacket.Decode(response.Span)) is { } next)
                Send(next.Encode());
        }

        void Send(byte[] packet)
        {
            foreach (var one in edits.OnTheWay(packet))
                arriving.Enqueue(one);
        }
    }
}
