using System.Buffers.Binary;
using Aovpn.Codecs;
using Aovpn.Codecs.Tls;

namespace Aovpn.Fuzz.Captures;

/// <summary>One direction of a TLS connection as an onlooker reads it: records, and the handshake messages that lie across them.</summary>
internal sealed class TlsTarget : IFuzzTarget
{
    private const int HandshakeHeader = 4;

    public string Name => "tls";

    public int MaxLength => 8192;

    public int HeaderLength => TlsRecord.Header;

    public IEnumerable<byte[]> Seeds()
    {
        byte[] hello = Handshake(TlsHandshake.ClientHello,
            [3, 3, .. new byte[32], 2, 9, 9, 0, 4, 0x13, 1, 0xC0, 0x2F, 1, 0, 0, 24, 0, 0, 0, 13, 0, 11, 0, 0, 8, .. "vpn.test"u8, 0, 43, 0, 3, 2, 3, 4]);
        byte[] server = Handshake(TlsHandshake.ServerHello, [3, 3, .. new byte[32], 0, 0x13, 1, 0, 0, 6, 0, 43, 0, 2, 3, 4]);
        byte[] certificate = Handshake(TlsHandshake.Certificate, [0, 0, 16, 0, 0, 5, 1, 2, 3, 4, 5, 0, 0, 5, 6, 7, 8, 9, 10]);
        yield return Record(TlsContentType.Handshake, hello);
        yield return [.. Record(TlsContentType.Handshake, [.. server, .. certificate]), .. Record(TlsContentType.Alert, [2, 48])];
        yield return [.. Record(TlsContentType.Handshake, certificate[..9]), .. Record(TlsContentType.Handshake, certificate[9..]), .. Record(TlsContentType.ChangeCipherSpec, [1]), .. Record(TlsContentType.ApplicationData, new byte[40])];
    }

    /// <summary>Records to the end, of types that exist; mostly the first handshake message fits its record, too.</summary>
    public byte[] Repair(byte[] input, Random random)
    {
        for (var at = 0; input.Length - at >= TlsRecord.Header;)
        {
            var left = input.Length - at - TlsRecord.Header;
            if (input[at] is < 20 or > 23)
                input[at] = (byte)(20 + (input[at] % 4));
            input[at + 1] = 3;
            int length = BinaryPrimitives.ReadUInt16BigEndian(input.AsSpan(at + 3));
            if (length > left)
                BinaryPrimitives.WriteUInt16BigEndian(input.AsSpan(at + 3), (ushort)(length = left));
            if (input[at] == 22 && length >= HandshakeHeader && random.Next(4) != 0)
            {
                var body = length - HandshakeHeader;
                (input[at + 6], input[at + 7], input[at + 8]) = ((byte)(body >> 16), (byte)(body >> 8), (byte)body);
            }

            at += TlsRecord.Header + length;
        }

        return input;
    }

    public bool Run(byte[] input)
    {
        List<byte> handshakes = [];
        var (at, records) = (0, 0);
        while (TlsRecord.Read(input.AsMemory(at)) is { } record)
        {
            if (record.Fragment.Length > input.Length - at - TlsRecord.Header)
                throw new WrongAnswerException("a record reaches beyond its stream");
            if (record.Type == TlsContentType.Handshake)
                handshakes.AddRange(record.Fragment.Span);
            else if (record is { Fragment.Length: 2 } && record.Type == TlsContentType.Alert)
                _ = $"{TlsAlert.Decode(record.Fragment.Span).Name}";
            at += TlsRecord.Header + record.Fragment.Length;
            records++;
        }

        var stream = handshakes.ToArray().AsMemory();
        while (TlsHandshake.Read(stream) is { } message)
        {
            Look(message);
            stream = stream[message.Length..];
        }

        return records > 0;
    }

    private static void Look(TlsHandshake message)
    {
        try
        {
            _ = message.Name;
            switch (message.Type)
            {
                case TlsHandshake.ClientHello when message.ServerNameIndication() is { } name && name.Length > message.Body.Length:
                    throw new WrongAnswerException("a name is longer than its message");
                case TlsHandshake.ServerHello:
                    _ = message.SelectedVersion();
                    break;
                case TlsHandshake.Certificate when message.Certificates().Sum(one => (long)one.Length + 3) > message.Body.Length:
                    throw new WrongAnswerException("certificates are longer than their message");
            }
        }
        catch (MalformedException)
        {
            // What a hello holds is malformed, and it said so; the next one is another message.
        }
    }

    private static byte[] Handshake(byte type, byte[] body) => [type, 0, (byte)(body.Length >> 8), (byte)body.Length, .. body];

    private static byte[] Record(TlsContentType type, byte[] fragment) => [type.Value, 3, 3, (byte)(fragment.Length >> 8), (byte)fragment.Length, .. fragment];
}
