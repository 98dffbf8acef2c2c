using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Aovpn.Codecs.Tls;

/// <summary>A handshake message in clear, RFC 8446 section 4 and RFC 5246 section 7.4: only what an onlooker can use is taken apart.</summary>
public sealed record TlsHandshake(byte Type, ReadOnlyMemory<byte> Body)
{
    public const byte ClientHello = 1, ServerHello = 2, Certificate = 11, CertificateRequest = 13, ServerHelloDone = 14, ClientKeyExchange = 16;

    private const int Header = 4, ServerName = 0, HostName = 0, SupportedVersions = 43;

    /// <returns>Whether the message at the beginning is there to its end.</returns>
    public static bool IsWhole(ReadOnlySpan<byte> stream) => stream.Length >= Header && stream.Length >= Header + LengthOf(stream);

    /// <returns>The message at the beginning; null while it is not there as a whole.</returns>
    public static TlsHandshake? Read(ReadOnlyMemory<byte> stream) =>
        IsWhole(stream.Span) ? new(stream.Span[0], stream.Slice(Header, LengthOf(stream.Span))) : null;

    private static int LengthOf(ReadOnlySpan<byte> stream) => (stream[1] << 16) | (stream[2] << 8) | stream[3];

    public int Length => Header + Body.Length;

    public string Name => Type switch
    {
        1 => "ClientHello",
        2 => "ServerHello",
        4 => "NewSessionTicket",
        11 => "Certificate",
        12 => "ServerKeyExchange",
        13 => "CertificateRequest",
        14 => "ServerHelloDone",
        15 => "CertificateVerify",
        16 => "ClientKeyExchange",
        20 => "Finished",
        22 => "CertificateStatus",
        _ => string.Create(CultureInfo.InvariantCulture, $"handshake {Type}"),
    };

    /// <summary>The name a ClientHello asks for; null when it asks for none.</summary>
    /// <exception cref="MalformedException">The hello ends inside a field.</exception>
    public string? ServerNameIndication()
    {
        var reader = new WireReader(Body.Span);
        reader.Take(34, "ClientHello.Random");
        reader.Take(reader.U8("ClientHello.SessionID"), "ClientHello.SessionID");
        reader.Take(reader.U16("ClientHello.CipherSuites"), "ClientHello.CipherSuites");
        reader.Take(reader.U8("ClientHello.Compression"), "ClientHello.Compression");
        if (reader.AtEnd || Extension(ref reader, ServerName) is not { } extension)
            return null;

        var names = new WireReader(extension.Span);
        names.U16("ServerName.Length");
        while (!names.AtEnd)
        {
            var type = names.U8("ServerName.Type");
            var name = names.Take(names.U16("ServerName.Length"), "ServerName.Name");
            if (type == HostName)
                return Encoding.ASCII.GetString(name);
        }

        return null;
    }

    /// <summary>The version a ServerHello settles on: 0x0304 TLS 1.3, 0x0303 TLS 1.2 ...</summary>
    /// <exception cref="MalformedException">The hello ends inside a field.</exception>
    public ushort SelectedVersion()
    {
        var reader = new WireReader(Body.Span);
        var version = reader.U16("ServerHello.Version");
        reader.Take(32, "ServerHello.Random");
        reader.Take(reader.U8("ServerHello.SessionID"), "ServerHello.SessionID");
        reader.Take(3, "ServerHello.CipherSuite");
        return !reader.AtEnd && Extension(ref reader, SupportedVersions) is { Length: 2 } selected ? (ushort)((selected.Span[0] << 8) | selected.Span[1]) : version;
    }

    /// <summary>The certificates of TLS 1.2's Certificate message in DER, the owner's first. TLS 1.3 encrypts it.</summary>
    /// <exception cref="MalformedException">The list ends inside a certificate.</exception>
    public ImmutableArray<ReadOnlyMemory<byte>> Certificates()
    {
        var reader = new WireReader(Body.Span);
        var list = reader.Within(reader.U24("Certificate.Length"), "Certificate.List");
        var certificates = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
        while (!list.AtEnd)
        {
            var length = list.U24("Certificate.Entry.Length");
            var start = list.Offset;
            list.Take(length, "Certificate.Entry");
            certificates.Add(Body.Slice(start, length));
        }

        return certificates.ToImmutable();
    }

    private ReadOnlyMemory<byte>? Extension(ref WireReader reader, int wanted)
    {
        var extensions = reader.Within(reader.U16("Hello.Extensions"), "Hello.Extensions");
        while (!extensions.AtEnd)
        {
            var type = extensions.U16("Hello.Extension.Type");
            int length = extensions.U16("Hello.Extension.Length");
            var start = extensions.Offset;
            extensions.Take(length, "Hello.Extension");
            if (type == wanted)
                return Body.Slice(start, length);
        }

        return null;
    }
}
