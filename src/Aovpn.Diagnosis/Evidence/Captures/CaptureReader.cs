using Aovpn.Codecs.Ike.Keys;
using Aovpn.Codecs.Pcap;
using Aovpn.Codecs.Pcap.Dissection;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Captures;

/// <summary>
/// Captures of packets, pcap and pcapng (pktmon's .etl after <c>pktmon etl2pcap</c>): which message was sent and never answered, what was
/// refused, which certificates were shown, what was lost on the way.
/// With keys also inside IKE: certificates, refusals, the RADIUS server's certificate in EAP.
/// </summary>
/// <param name="keys">Of the IKE SAs that are to be opened.</param>
public sealed class CaptureReader(IkeKeyFile keys) : IArtifactReader
{
    /// <summary>Without keys.</summary>
    public CaptureReader()
        : this(IkeKeyFile.None)
    {
    }

    /// <summary>Malformed frames cited one by one; more are counted.</summary>
    private const int MostCited = 100;

    public string Kind => "capture";

    public bool Recognizes(ArtifactContent content) => CaptureFile.IsCapture(content.Head.Span);

    public IEnumerable<Observation> Read(ArtifactContent content, RecordTally tally)
    {
        List<CaptureDamage> damages = [];
        List<CapturedMessage.Malformed> malformed = [];
        var malformedCount = 0L;
        var dissector = new Dissector();
        var conversations = new CaptureConversations(content.Artifact, keys.Sas);
        using (var bytes = content.Open())
        {
            foreach (var frame in CaptureFile.Read(bytes, damages.Add))
            {
                tally.Records++;
                conversations.Frame(frame.At);
                foreach (var message in dissector.Take(frame))
                {
                    if (message is CapturedMessage.Malformed broken && ++malformedCount > 0 && malformed.Count < MostCited)
                        malformed.Add(broken);
                    foreach (var seen in conversations.Take(message))
                        yield return seen;
                }
            }
        }

        foreach (var seen in conversations.End(dissector.Reassembly.Incomplete()))
            yield return seen;
        foreach (var broken in malformed)
            yield return Malformed(content.Artifact, broken);
        if (malformedCount > malformed.Count)
            yield return new Unreadable(new(content.Artifact, Locator.All), Message.Of($"{malformedCount - malformed.Count} more frames are malformed; the others were read"), malformedCount - malformed.Count);
        foreach (var damage in damages)
            yield return Damaged(content.Artifact, damage);
    }

    private static Unreadable Malformed(Artifact artifact, CapturedMessage.Malformed broken) => new(
        new(artifact, new Locator.Frame(broken.Frame)), Message.Of($"malformed {Hole.Plain(broken.Protocol)}: {Hole.Plain(broken.Problem.Message)}; the other frames were read"));

    private static Unreadable Damaged(Artifact artifact, CaptureDamage damage) => new(
        new(artifact, new Locator.Bytes(damage.Offset, 0)),
        damage.EndsReading
            ? Message.Of($"{Hole.Plain(damage.Problem)}; {damage.FramesBefore} frames before it were read, none after it. Stop the capture before its file is copied")
            : Message.Of($"{Hole.Plain(damage.Problem)}; the frames around it were read"));
}
