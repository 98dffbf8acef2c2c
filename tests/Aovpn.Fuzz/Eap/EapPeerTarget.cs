using Aovpn.Codecs.Eap;
using Aovpn.Lab.Certificates;
using Aovpn.Lab.Eap;
using Aovpn.Probes.Sessions.Eap;

namespace Aovpn.Fuzz.Eap;

/// <summary>
/// Whole authentications of the peer against the lab's server, whose packets are altered on the way: the input says which packet, where and how. The peer
/// has to come to an end, to throw nothing and to tell no secret.
/// </summary>
internal sealed class EapPeerTarget : IFuzzTarget
{
    private const string User = "alice@corp.example.com", Password = "Wr1tten-Nowhere!";
    private const int MostRounds = 250;
    private const int EditLength = 4;
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly LabAuthority _authority = new("Fuzzed Root", Now);
    private readonly EapServerSettings _server;
    private readonly EapPeerSettings _peer;

    public EapPeerTarget()
    {
        _server = new(_authority.Issue("nps.example.com", ["1.3.6.1.5.5.7.3.1"]), [_authority.Root], Now) { User = User, Password = Password };
        var own = _authority.Issue(User, ["1.3.6.1.5.5.7.3.2"]);
        _peer = new(User, []) { Password = new(Password), Certificate = new(own.Chain, own.Key), Trust = new([_authority.Root], Now), AllowsMsChapV2WithoutTunnel = true };
    }

    public string Name => "eap-peer";

    public int MaxLength => 64;

    /// <summary>The method, then edits of four bytes: packet, place (two), value.</summary>
    public IEnumerable<byte[]> Seeds()
    {
        foreach (var method in Enum.GetValues<EapMethod>())
        {
            yield return [(byte)method];
            yield return [(byte)method, 1, 0, 5, 0x40];
            yield return [(byte)method, 3, 0, 30, 0xFF];
            yield return [(byte)method, 5, 0, 9, 1, 7, 0, 8, 2];
        }
    }

    public bool Run(byte[] input)
    {
        if (input.Length == 0)
            return false;
        using var server = new EapServer(_server);
        using var peer = new EapPeer(_peer with { Methods = [(EapMethod)(input[0] % 4)] });
        List<EapEvent> events = [];
        var request = server.Begin().Encode();
        for (byte round = 0; round < MostRounds; round++)
        {
            var answer = peer.Answer(Altered(request, round, input));
            events.AddRange(answer.Events);
            if (answer.Response is not { } response || peer.Outcome.Progress is not EapProgress.Running)
                break;
            if (Next(server, response) is not { } next)
                break;
            request = next;
        }

        if (string.Join('\n', events).Contains(Password, StringComparison.Ordinal))
            throw new WrongAnswerException("an event holds the password");
        if (peer.MasterSessionKey is { } key && server.Key is { } other && server.Accepted is true && !key.AsSpan().SequenceEqual(other))
            throw new WrongAnswerException("both sides succeed with different keys");
        return true;
    }

    private static byte[]? Next(EapServer server, ReadOnlyMemory<byte> response) => server.Answer(EapPacket.Decode(response.Span))?.Encode();

    private static byte[] Altered(byte[] packet, byte round, byte[] input)
    {
        for (var at = 1; at + EditLength <= input.Length; at += EditLength)
        {
            if (input[at] != round)
                continue;
            var place = (input[at + 1] << 8) | input[at + 2];
            if (place < packet.Length)
                packet[place] = input[at + 3];
            else
                packet = packet[..(packet.Length - Math.Min(packet.Length, place & 0xFF))];
        }

        return packet;
    }
}
