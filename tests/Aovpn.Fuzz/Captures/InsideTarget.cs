using System.Buffers.Binary;
using System.Net;
using Aovpn.Codecs.Inside;

namespace Aovpn.Fuzz.Captures;

/// <summary>Packets that come out of a tunnel: IP of both versions, ICMP and what it quotes, datagrams, segments.</summary>
internal sealed class InsideTarget : IFuzzTarget
{
    private static readonly IPAddress Here = IPAddress.Parse("10.10.8.10"), There = IPAddress.Parse("10.10.0.30");
    private static readonly IPAddress Here6 = IPAddress.Parse("2001:db8::10"), There6 = IPAddress.Parse("2001:db8::30");

    public string Name => "inside";

    public int MaxLength => 2048;

    public IEnumerable<byte[]> Seeds()
    {
        var (there, there6) = (new InsideHost(There), new InsideHost(There6));
        var asked = new InsideHost(Here).Datagram(There, 49_200, 53, [1, 2, 3]);
        yield return there.EchoReply(Here, [0xA0, 0xF4, 0, 1, 1, 2, 3]);
        yield return there.PortUnreachable(Here, asked);
        yield return there.TimeExceeded(Here, asked);
        yield return there.Datagram(Here, 53, 49_200, [0, 1, 0x81, 0x80, 0, 1, 0, 0, 0, 0, 0, 0]);
        yield return there.Segment(Here, 445, 49_201, 7, 1001, syn: true, ack: true);
        yield return there6.Datagram(Here6, 53, 49_200, [1, 2, 3, 4]);
        yield return there6.Segment(Here6, 445, 49_201, 7, 1001, syn: true, ack: true);
    }

    /// <summary>The version that the first bits say, lengths that fit, and this host as the destination.</summary>
    public byte[] Repair(byte[] input, Random random)
    {
        if (input.Length < 20)
            return input;
        if (input[0] >> 4 == 6 && input.Length >= 40)
        {
            BinaryPrimitives.WriteUInt16BigEndian(input.AsSpan(4), (ushort)(input.Length - 40));
            Here6.GetAddressBytes().CopyTo(input, 24);
            return input;
        }

        var words = input[0] & 0x0F;
        input[0] = (byte)(0x40 | (words < 5 || words * 4 > input.Length ? 5 : words));
        BinaryPrimitives.WriteUInt16BigEndian(input.AsSpan(2), (ushort)input.Length);
        Here.GetAddressBytes().CopyTo(input, 16);
        if (random.Next(8) != 0)
            BinaryPrimitives.WriteUInt16BigEndian(input.AsSpan(6), 0);
        return input;
    }

    public bool Run(byte[] input)
    {
        var reply = new InsideHost(input is [var first, ..] && first >> 4 == 6 ? Here6 : Here).Read(input);
        switch (reply)
        {
            case InsideReply.Datagram datagram:
                if (datagram.Payload.Length > input.Length)
                    throw new WrongAnswerException("a datagram is longer than its packet");
                Again(datagram);
                break;
            case InsideReply.Segment segment when segment.Content.Payload.Length > input.Length:
                throw new WrongAnswerException("a segment is longer than its packet");
        }

        return reply is not null;
    }

    /// <summary>What a host sends, the other reads.</summary>
    private static void Again(InsideReply.Datagram datagram)
    {
        var here = datagram.From.AddressFamily is System.Net.Sockets.AddressFamily.InterNetworkV6 ? Here6 : Here;
        var packet = new InsideHost(datagram.From).Datagram(here, (ushort)datagram.FromPort, (ushort)datagram.ToPort, datagram.Payload.Span);
        if (new InsideHost(here).Read(packet) is not InsideReply.Datagram again || !again.Payload.Span.SequenceEqual(datagram.Payload.Span) || again.FromPort != datagram.FromPort)
            throw new WrongAnswerException("a datagram is read to something else than was sent");
    }
}
