using System.Collections.Immutable;
using Aovpn.Codecs;
using Aovpn.Codecs.Ike;
using Aovpn.Diagnosis.Evidence.Transcripts;
using Aovpn.Probes.Sessions.Ike;

namespace Aovpn.Probes;

/// <summary>Writes down what happens in a run, line by line as it happens: evidence like any other. Safe for use from several threads.</summary>
/// <param name="clock">Wall time of the entries.</param>
/// <param name="writer">Takes each line; null to keep them in memory only.</param>
/// <param name="withKeys">Session keys too, which let anyone read the run: only if the user asks.</param>
public sealed class Transcript(TimeProvider clock, TextWriter? writer = null, bool withKeys = false)
{
    private const byte EapMsChapV2 = 26;
    private const int EapHeader = 5;

    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];
    private readonly List<TranscriptEntry> _entries = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    public bool WithKeys => withKeys;

    /// <summary>The lines so far: what <c>aovpn diagnose</c> reads.</summary>
    public ImmutableArray<string> Lines
    {
        get
        {
            lock (_lock)
                return [.. _lines];
        }
    }

    /// <summary>What the lines say, one for each.</summary>
    public ImmutableArray<TranscriptEntry> Entries
    {
        get
        {
            lock (_lock)
                return [.. _entries];
        }
    }

    public void Add(TranscriptEntry entry)
    {
        var line = TranscriptJson.Write(entry);
        lock (_lock)
        {
            _lines.Add(line);
            _entries.Add(entry);
            writer?.WriteLine(line);
            writer?.Flush();
        }
    }

    public void Sent(string session, IkeDatagram datagram, string remote, int transmission) =>
        Add(new TranscriptEntry.Datagram(Now, session, "sent", PortOf(datagram.Port), remote, transmission, Convert.ToHexStringLower(datagram.Bytes.Span)));

    public void Received(string session, IkeDatagram datagram, string remote) =>
        Add(new TranscriptEntry.Datagram(Now, session, "received", PortOf(datagram.Port), remote, 1, Convert.ToHexStringLower(datagram.Bytes.Span)));

    public void Unreachable(string session, IkePort port, string remote, string problem) =>
        Add(new TranscriptEntry.Datagram(Now, session, "unreachable", PortOf(port), remote, 1, "", problem));

    /// <summary>What an event of a session tells; datagrams are written by who sends and receives them.</summary>
    public void Add(string session, IkeEvent happened)
    {
        switch (happened)
        {
            case IkeEvent.Opened opened:
                var chain = new WireWriter();
                PayloadChain.Encode([.. opened.Payloads.Select(Shown)], chain);
                Add(new TranscriptEntry.Opened(
                    Now, session, opened.IsSent, opened.Header.Exchange.Value, opened.Header.MessageId, opened.Header.IsResponse,
                    PayloadChain.First(opened.Payloads).Value, Convert.ToHexStringLower(chain.Written)));
                break;
            case IkeEvent.Discarded discarded:
                Add(new TranscriptEntry.Discarded(Now, session, discarded.Problem));
                break;
            case IkeEvent.Irregular irregular:
                Add(new TranscriptEntry.Discarded(Now, session, irregular.Problem));
                break;
            case IkeEvent.NatDetected nat:
                Add(new TranscriptEntry.NatDetected(Now, session, nat.Here, nat.There));
                break;
            case IkeEvent.GatewayProved proved:
                Add(new TranscriptEntry.GatewayProved(Now, session, proved.Method.Value, proved.Verifies));
                break;
            case IkeEvent.Eap eap:
                Add(new TranscriptEntry.Eap(Now, session, EapSteps.Of(eap.Event)));
                break;
            case IkeEvent.ChildEstablished { Child: var child }:
                Add(new TranscriptEntry.ChildEstablished(
                    Now, session, child.Suite.ToString(), [.. new[] { child.Address, child.Address6 }.Where(one => one is not null).Select(one => one!.ToString())],
                    [.. child.DnsServers.Select(server => server.ToString())], [.. child.Local.Select(one => one.ToString())], [.. child.Remote.Select(one => one.ToString())]));
                AddKeys(session, child.Keys);
                break;
            case IkeEvent.Keyed keyed:
                AddKeys(session, keyed);
                break;
            case IkeEvent.Ended ended:
                Add(Ended(session, ended.Ending));
                break;
        }
    }

    private TranscriptEntry.Ended Ended(string session, IkeEnding ending) => ending switch
    {
        IkeEnding.Done => new(Now, session, "done"),
        IkeEnding.NoAnswer silent => new(Now, session, "no-answer", silent.Exchange.Value, silent.MessageId, PortOf(silent.Port), Size: silent.Size),
        IkeEnding.Refused refused => new(Now, session, "refused", refused.Exchange.Value, refused.MessageId, Notify: refused.Error.Value),
        IkeEnding.EapFailed failed => new(Now, session, "eap-failed", Detail: EapSteps.Word(failed.Reason)),
        IkeEnding.GatewayNotTrusted distrusted => new(Now, session, "gateway-not-trusted", Detail: distrusted.Problem),
        IkeEnding.NoChild noChild => new(Now, session, "no-child", Notify: noChild.Error.Value),
        IkeEnding.Redirected redirected => new(Now, session, "redirected", Detail: redirected.Gateway),
        IkeEnding.Misbehaved misbehaved => new(Now, session, "misbehaved", Detail: misbehaved.Problem),
        IkeEnding.DeletedByPeer => new(Now, session, "deleted"),
        _ => new(Now, session, "time-out"),
    };

    /// <summary>An answer to MS-CHAPv2 outside of a tunnel can be cracked: only its header is kept.</summary>
    private static IkePayload Shown(IkePayload payload) =>
        payload is EapPayload { Packet: [2, _, _, _, EapMsChapV2, ..] packet } ? new EapPayload(packet[..EapHeader]) : payload;

    private void AddKeys(string session, IkeEvent.Keyed keyed)
    {
        if (!withKeys)
            return;

        var keys = keyed.Keys;
        Add(new TranscriptEntry.Keys(Now, session, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["spi-i"] = $"{keyed.InitiatorSpi:x16}",
            ["spi-r"] = $"{keyed.ResponderSpi:x16}",
            ["sk-d"] = Hex(keys.SkD),
            ["sk-ai"] = Hex(keys.SkAi),
            ["sk-ar"] = Hex(keys.SkAr),
            ["sk-ei"] = Hex(keys.SkEi),
            ["sk-er"] = Hex(keys.SkEr),
            ["sk-pi"] = Hex(keys.SkPi),
            ["sk-pr"] = Hex(keys.SkPr),
        }.ToImmutableDictionary()));
    }

    private void AddKeys(string session, ChildKeyMaterial keys)
    {
        if (!withKeys)
            return;

        Add(new TranscriptEntry.Keys(Now, session, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["encr-i"] = Hex(keys.InitiatorEncryption),
            ["integ-i"] = Hex(keys.InitiatorIntegrity),
            ["encr-r"] = Hex(keys.ResponderEncryption),
            ["integ-r"] = Hex(keys.ResponderIntegrity),
        }.ToImmutableDictionary()));
    }

    private static string Hex(ImmutableArray<byte> key) => Convert.ToHexStringLower(key.AsSpan());

    private static int PortOf(IkePort port) => port is IkePort.Ike ? 500 : 4500;
}
