using System.Globalization;
using System.Net;
using Aovpn.Codecs;
using Aovpn.Codecs.Eap;
using Aovpn.Codecs.Pcap.Dissection;
using Aovpn.Codecs.Radius;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Captures;

/// <summary>RADIUS between VPN server and NPS: who was refused, what was never answered, and the certificate that NPS showed inside EAP.</summary>
internal sealed class RadiusConversations(Artifact artifact)
{
    private const int MostWaiting = 65_536, WirelessPort = 19, EthernetPort = 15, VirtualPort = 5;

    private static readonly int[] Servers = [1812, 1645];

    private readonly Dictionary<(IPEndPoint Client, IPEndPoint Server, byte Identifier), Request> _waiting = [];
    private readonly Dictionary<string, EapServerFlight> _flights = [];
    private readonly Dictionary<IPEndPoint, ServerSeen> _servers = [];

    private sealed record Request(RadiusPacket Packet, int Times, long Frame, DateTimeOffset? First);

    private sealed record ServerSeen(bool Answered, long Frame, DateTimeOffset? At);

    public IEnumerable<Observation> Take(CapturedMessage.OfRadius captured)
    {
        if (!Servers.Contains(captured.To.Port) && !Servers.Contains(captured.From.Port))
            return [];
        RadiusPacket packet;
        try
        {
            packet = RadiusPacket.Decode(captured.Packet.Span);
        }
        catch (MalformedException problem)
        {
            return [new Unreadable(Cite(captured.Frame), Message.Of($"malformed RADIUS: {Hole.Plain(problem.Message)}; the other frames were read"))];
        }

        if (packet.Code == RadiusCode.AccessRequest)
        {
            Requested(captured, packet);
            return [];
        }

        return packet.Code == RadiusCode.AccessAccept || packet.Code == RadiusCode.AccessReject || packet.Code == RadiusCode.AccessChallenge ? Answered(captured, packet) : [];
    }

    /// <summary>Requests that nobody answered, by server.</summary>
    public IEnumerable<Observation> End(DateTimeOffset? end)
    {
        foreach (var ((_, server, _), request) in _waiting)
        {
            if (!_servers.ContainsKey(server) && Patience.IsOver(request.Times, request.First, end))
                _servers[server] = new(false, request.Frame, request.First);
        }

        foreach (var (server, seen) in _servers)
            yield return new Reached(Cite(seen.Frame), Host.NpsServer, At(seen.At), server.Address.ToString(), "udp", server.Port, seen.Answered, Inside: true);
    }

    private void Requested(CapturedMessage.OfRadius captured, RadiusPacket packet)
    {
        var key = (captured.From, captured.To, packet.Identifier);
        if (_waiting.TryGetValue(key, out var before) && before.Packet.Authenticator.AsSpan().SequenceEqual(packet.Authenticator.AsSpan()))
            _waiting[key] = before with { Times = before.Times + 1, Frame = captured.Frame };
        else if (_waiting.Count < MostWaiting || before is not null)
            _waiting[key] = new(packet, 1, captured.Frame, captured.At);
    }

    private IEnumerable<Observation> Answered(CapturedMessage.OfRadius captured, RadiusPacket packet)
    {
        _servers.TryAdd(captured.From, new(true, captured.Frame, captured.At));
        if (!_waiting.Remove((captured.To, captured.From, packet.Identifier), out var request))
            yield break;

        var user = request.Packet.First(RadiusAttributeType.UserName)?.Text;
        if (packet.EapMessage() is { } eap)
        {
            foreach (var seen in Flight(user ?? "").Take(eap, captured.Frame, captured.At))
                yield return seen;
        }

        if (packet.Code != RadiusCode.AccessChallenge)
        {
            _flights.Remove(user ?? "");
            yield return Decision(captured, packet, request.Packet, user);
        }
    }

    private EapServerFlight Flight(string user)
    {
        if (!_flights.TryGetValue(user, out var flight))
        {
            if (_flights.Count >= MostWaiting)
                _flights.Clear();
            _flights[user] = flight = new(artifact);
        }

        return flight;
    }

    private RadiusDecision Decision(CapturedMessage.OfRadius captured, RadiusPacket answer, RadiusPacket request, string? user)
    {
        var portType = request.First(RadiusAttributeType.NasPortType)?.Integer;
        var client = new RadiusClient(
            null, captured.To.Address.ToString(), Address(request.First(RadiusAttributeType.NasIpAddress)), request.First(RadiusAttributeType.NasIdentifier)?.Text,
            portType is VirtualPort ? "Virtual" : portType?.ToString(CultureInfo.InvariantCulture));
        return new(
            Cite(captured.Frame), Host.NpsServer, At(captured.At), answer.Code == RadiusCode.AccessAccept ? RadiusOutcome.Accepted : RadiusOutcome.Rejected,
            null, user, null, null, request.EapMessage() is null ? null : "EAP", EapTypeOf(request), client,
            request.First(RadiusAttributeType.CallingStationId)?.Text, request.First(RadiusAttributeType.AcctSessionId)?.Text,
            answer.First(RadiusAttributeType.Class) is { } join ? Convert.ToHexStringLower(join.Value.AsSpan()) : null)
        {
            IsVpn = portType is not (WirelessPort or EthernetPort),
            MsChapError = MsChapError(answer),
        };
    }

    /// <summary>RFC 2548 section 2.1.5: an identifier, then <c>E=691 R=1 ...</c>.</summary>
    private static Code? MsChapError(RadiusPacket answer)
    {
        var text = answer.VendorAttributes(RadiusVendorAttribute.Microsoft).FirstOrDefault(attribute => attribute.Type == RadiusVendorAttribute.MsChapError) is { } error
            ? System.Text.Encoding.ASCII.GetString(error.Value.AsSpan()) : "";
        var at = text.IndexOf("E=", StringComparison.Ordinal);
        if (at < 0)
            return null;
        var digits = new string([.. text.AsSpan(at + 2).ToArray().TakeWhile(char.IsAsciiDigit)]);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? Code.Windows(code) : null;
    }

    private static string? EapTypeOf(RadiusPacket request)
    {
        try
        {
            return request.EapMessage() is { } eap && EapPacket.Decode(eap).Type is { } type && type != EapType.Identity && type != EapType.Nak ? type.ToString() : null;
        }
        catch (MalformedException)
        {
            return null; // the answer to it is still an answer
        }
    }

    private static string? Address(RadiusAttribute? attribute) => attribute is { Value.Length: 4 or 16 } ? new IPAddress(attribute.Value.AsSpan()).ToString() : null;

    private Citation Cite(long frame) => new(artifact, new Locator.Frame(frame));

    private static When? At(DateTimeOffset? at) => at is { } instant ? When.Utc(instant, Host.Unknown) : null;
}
