using Aovpn.Codecs;
using Aovpn.Codecs.Eap;
using Aovpn.Codecs.Tls;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Captures;

/// <summary>What NPS sends one user inside EAP-TLS or PEAP, put together until its certificate has been seen.</summary>
internal sealed class EapServerFlight(Artifact artifact)
{
    private readonly EapTlsReassembly _fragments = new();
    private bool _done;

    /// <param name="eap">The EAP packet of an Access-Challenge.</param>
    public IEnumerable<Observation> Take(byte[] eap, long frame, DateTimeOffset? at)
    {
        if (_done)
            return [];
        try
        {
            var packet = EapPacket.Decode(eap);
            if (packet.Code != EapCode.Request || (packet.Type != EapType.Tls && packet.Type != EapType.Peap))
                return [];
            var piece = EapTlsFrame.Decode(packet.Data.AsSpan());
            return !piece.IsStart && _fragments.Add(piece) is { Length: > 0 } flight ? Certificates(flight, frame, at) : [];
        }
        catch (MalformedException problem)
        {
            _done = true;
            return [new Unreadable(new(artifact, new Locator.Frame(frame)), Message.Of($"malformed EAP: {Hole.Plain(problem.Message)}; the other frames were read"))];
        }
    }

    private IEnumerable<Observation> Certificates(byte[] flight, long frame, DateTimeOffset? at)
    {
        var handshake = new List<byte>();
        for (var rest = flight.AsMemory(); TlsRecord.Read(rest) is { } record; rest = rest[(TlsRecord.Header + record.Fragment.Length)..])
        {
            if (record.Type == TlsContentType.Handshake)
                handshake.AddRange(record.Fragment.Span);
        }

        for (var rest = handshake.ToArray().AsMemory(); TlsHandshake.Read(rest) is { } message; rest = rest[message.Length..])
        {
            if (message.Type != TlsHandshake.Certificate)
                continue;
            _done = true;
            return TlsServers.Certificates(artifact, frame, at, message, Host.NpsServer, CertificateUse.Eap);
        }

        return [];
    }
}
