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

    /// <summary>Made by the first run: instrumented code may not run before the fuzzer has its map.</summary>
    private readonly Lazy<(EapServerSettings Server, EapPeerSettings Peer)> _deployment = new(Deployment);

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
        using var server = new EapServer(_deployment.Value.Server);
        using var peer = new EapPeer(_deployment.Value.Peer with { Methods = [(EapMethod)(input[0] % 4)] });
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

    private static (EapServerSettings Server, EapPeerSettings Peer) Deployment()
    {
        using var authority = new LabAuthority("Fuzzed Root", Now);
        var own = authority.Issue(User, ["1.3.6.1.5.5.7.3.2"]);
        return (
            new(authority.Issue("nps.example.com", ["1.3.6.1.5.5.7.3.1"]), [authority.Root], Now) { User = User, Password = Password },
            new(User, []) { Password = new(Password), Certificate = new(own.Chain, own.Key), Trust = new([authority.Root], Now), AllowsMsChapV2WithoutTunnel = true });
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
