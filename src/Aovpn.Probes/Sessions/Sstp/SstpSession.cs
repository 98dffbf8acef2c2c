using System.Globalization;
using System.Text;
using Aovpn.Codecs;
using Aovpn.Codecs.Sstp;
using Aovpn.Probes.Sessions.Ppp;

namespace Aovpn.Probes.Sessions.Sstp;

/// <summary>
/// The client's side of SSTP inside a TLS stream, [MS-SSTP] section 3.2, as far as LCP: whether the service behind the port is SSTP, whether
/// it takes calls, what it wants its caller to prove itself with. No sockets: bytes of the stream in, bytes out.
/// </summary>
/// <param name="host">For the Host header: what the user named.</param>
/// <param name="correlation">Identifies the attempt in the server's logs.</param>
/// <param name="magicNumber">For LCP.</param>
public sealed class SstpSession(string host, Guid correlation, uint magicNumber)
{
    /// <summary>The URI that every SSTP server listens at, section 3.2.4.1.</summary>
    public const string Path = "/sra_{BA195980-CD49-458b-9E23-C84EE0ADCD75}/";

    /// <summary>An answer whose header is longer is no SSTP server's.</summary>
    private const int LongestHttpHeader = 16_384;

    private readonly LcpNegotiation _lcp = new(magicNumber);
    private readonly List<byte> _received = [];

    public SstpStage Stage { get; private set; }

    /// <summary>HTTP status of the answer; null before it came.</summary>
    public int? HttpStatus { get; private set; }

    /// <summary>The Server header, which names HTTP.sys on Windows: "Microsoft-HTTPAPI/2.0"; null when there is none.</summary>
    public string? HttpServer { get; private set; }

    /// <summary>Hashes that the server allows in the crypto binding: bit 0 SHA-1, bit 1 SHA-256; null before the acknowledgement.</summary>
    public byte? HashProtocols { get; private set; }

    /// <summary>Status of the server's NAK, abort or disconnect (section 2.2.8).</summary>
    public uint? RefusedWith { get; private set; }

    /// <summary>What was refused, or what in the server's bytes is no SSTP; null while all is well.</summary>
    public string? Problem { get; private set; }

    public LcpNegotiation Link => _lcp;

    /// <summary>The request that opens the duplex stream.</summary>
    public byte[] Begin() => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $"SSTP_DUPLEX_POST {Path} HTTP/1.1\r\nHost: {host}\r\nSSTPCORRELATIONID: {{{correlation.ToString().ToUpperInvariant()}}}\r\nContent-Length: {ulong.MaxValue}\r\n\r\n"));

    /// <summary>What ends the call, so that nothing stays on the server.</summary>
    public byte[] End() => Stage switch
    {
        SstpStage.LinkNegotiated or SstpStage.LinkOpen =>
            [.. SstpPacket.Ppp(_lcp.End()).Encode(), .. SstpPacket.Control(SstpMessageType.CallDisconnect, new SstpAttribute(SstpAttribute.StatusInfo, [0, 0, 0, 0, 0, 0, 0, 0])).Encode()],
        _ => [],
    };

    /// <returns>Bytes to send in answer.</returns>
    public byte[] Take(ReadOnlySpan<byte> bytes)
    {
        if (Stage is SstpStage.Refused)
            return [];
        _received.AddRange(bytes);
        var answer = new List<byte>();
        try
        {
            if (Stage is SstpStage.HttpRequested && !TakeHttp(answer))
                return [];
            while (Stage is not SstpStage.Refused && NextPacket() is { } packet)
                Take(packet, answer);
        }
        catch (MalformedException error)
        {
            Refuse(error.Message);
        }

        return [.. answer];
    }

    private bool TakeHttp(List<byte> answer)
    {
        var text = Encoding.Latin1.GetString([.. _received]);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            if (_received.Count > LongestHttpHeader || (text.Length >= 5 && !text.StartsWith("HTTP/", StringComparison.Ordinal)))
                Refuse("the answer is not HTTP");
            return false;
        }

        var lines = text[..end].Split("\r\n");
        var words = lines[0].Split(' ', 3);
        HttpStatus = words.Length > 1 && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : null;
        HttpServer = lines.FirstOrDefault(line => line.StartsWith("Server:", StringComparison.OrdinalIgnoreCase))?[7..].Trim();
        if (HttpStatus != 200)
        {
            Refuse(string.Create(CultureInfo.InvariantCulture, $"HTTP status {HttpStatus?.ToString(CultureInfo.InvariantCulture) ?? "none"}, an SSTP server answers 200"));
            return false;
        }

        _received.RemoveRange(0, end + 4);
        Stage = SstpStage.CallRequested;
        answer.AddRange(SstpPacket.Control(SstpMessageType.CallConnectRequest, SstpAttribute.Ppp).Encode());
        return true;
    }

    private SstpPacket? NextPacket()
    {
        byte[] stream = [.. _received];
        if (SstpPacket.LengthOf(stream) is not { } length || (SstpPacket.IsVersion1(stream) && length >= SstpPacket.Header && stream.Length < length))
            return null;
        var packet = SstpPacket.Decode(stream);
        _received.RemoveRange(0, length);
        return packet;
    }

    private void Take(SstpPacket packet, List<byte> answer)
    {
        if (packet.Message is not { } message)
        {
            foreach (var frame in _lcp.Take(packet.Data.AsMemory()))
                answer.AddRange(SstpPacket.Ppp(frame).Encode());
            if (_lcp.IsTerminated)
                Refuse("the server ended the PPP link");
            else if (_lcp.IsOpen)
                Stage = SstpStage.LinkOpen;
            return;
        }

        if (message == SstpMessageType.CallConnectAck)
        {
            HashProtocols = packet.Attributes.FirstOrDefault(attribute => attribute.Id == SstpAttribute.CryptoBindingRequest)?.HashProtocols;
            Stage = SstpStage.LinkNegotiated;
            answer.AddRange(SstpPacket.Ppp(_lcp.Begin()).Encode());
        }
        else if (message == SstpMessageType.EchoRequest)
        {
            answer.AddRange(SstpPacket.Control(SstpMessageType.EchoResponse).Encode());
        }
        else if (message == SstpMessageType.CallConnectNak || message == SstpMessageType.CallAbort || message == SstpMessageType.CallDisconnect)
        {
            RefusedWith = packet.Attributes.Select(attribute => attribute.Status).FirstOrDefault(status => status is not null);
            Refuse(message.ToString());
        }
    }

    private void Refuse(string problem)
    {
        Problem = problem;
        Stage = SstpStage.Refused;
    }
}
