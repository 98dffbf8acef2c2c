using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Aovpn.Codecs.Radius;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Redaction;

/// <summary>Names and secrets in packets: RADIUS attributes, an EAP identity, the certificate and the name of TLS.</summary>
public sealed class PlantedCaptureTests
{
    private const string Client = "100.97.100.7", Gateway = "100.98.113.9", Nps = "100.99.0.20", Nas = "100.99.0.10";

    [Fact]
    public void A_capture_gives_no_name_away_with_redact_and_no_secret_ever()
    {
        using var folder = new TemporaryFolder();
        folder.Write("attempt.pcap", Capture());
        var plain = AllReports.Of(folder.Path);
        var redacted = AllReports.Of(folder.Path, "--redact").Concat(AllReports.Of(folder.Path, "--hide", "quuxtoso")).ToArray();

        Assert.Contains(plain, one => PlantedNames.Tokens.Any(name => one.Text.Contains(name, StringComparison.OrdinalIgnoreCase)));
        Assert.All(plain, one => Assert.DoesNotContain("Tr0ub4dor", one.Text, StringComparison.Ordinal));
        Assert.All(redacted, one => Assert.All(PlantedNames.Tokens, name => Assert.False(one.Text.Contains(name, StringComparison.OrdinalIgnoreCase), $"{one.Where}: {Around(one.Text, name)}")));
    }

    private static string Around(string text, string name) => text.IndexOf(name, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? text[Math.Max(0, at - 80)..Math.Min(text.Length, at + 40)] : "";

    private static byte[] Capture()
    {
        var file = new List<byte>();
        U32(0xA1B2C3D4, 0x00040002, 0, 0, 65535, 101);
        var second = 0u;
        for (var time = 0; time < 4; time++)
            Frame(Packet(Client, Gateway, 17, Udp(500, 500, [.. new byte[16], 0x21, 0x20, 0x22, 0x08, .. new byte[4], 0, 0, 0, 28])));

        RadiusAttribute[] asked =
        [
            RadiusAttribute.OfText(RadiusAttributeType.UserName, "QUUXNET\\zelphira30"), RadiusAttribute.OfText(RadiusAttributeType.NasIdentifier, "KLAATU30"), RadiusAttribute.OfText(RadiusAttributeType.CallingStationId, "02-CA-FE-00-00-0C"),
            RadiusAttribute.OfText(RadiusAttributeType.UserPassword, "Tr0ub4dor&3"), RadiusAttribute.OfAddress(RadiusAttributeType.NasIpAddress, IPAddress.Parse(Nas)), RadiusAttribute.OfInteger(RadiusAttributeType.NasPortType, 5),
            RadiusAttribute.OfBytes(RadiusAttributeType.EapMessage, [2, 1, 0, 15, 1, .. "zelphira30"u8]),
        ];
        Frame(Packet(Nas, Nps, 17, Udp(40000, 1812, new RadiusPacket(RadiusCode.AccessRequest, 7, [.. new byte[16]], [.. asked]).Encode())));
        Frame(Packet(Nps, Nas, 17, Udp(1812, 40000, new RadiusPacket(RadiusCode.AccessReject, 7, [.. new byte[16]], [RadiusAttribute.OfText(RadiusAttributeType.ReplyMessage, "zelphira30: E=691 password Tr0ub4dor")]).Encode())));

        var hello = Tls(1, [3, 3, .. new byte[32], 0, 0, 2, 0xC0, 0x2F, 1, 0, .. Sized(ServerName("klaatu31.quuxweb.com"))]);
        var answer = Tls(2, [3, 3, .. new byte[32], 0, 0xC0, 0x2F, 0]);
        var certificate = Certificate();
        var shown = Tls(11, [.. U24(certificate.Length + 3), .. U24(certificate.Length), .. certificate]);
        Frame(Packet(Client, Gateway, 6, Tcp(50000, 443, 100, 0, 0x02, [])));
        Frame(Packet(Gateway, Client, 6, Tcp(443, 50000, 900, 101, 0x12, [])));
        Frame(Packet(Client, Gateway, 6, Tcp(50000, 443, 101, 901, 0x18, hello)));
        Frame(Packet(Gateway, Client, 6, Tcp(443, 50000, 901, (uint)(101 + hello.Length), 0x18, [.. answer, .. shown])));
        return [.. file];

        void Frame(byte[] data)
        {
            U32(1_795_000_000 + ++second, 0, (uint)data.Length, (uint)data.Length);
            file.AddRange(data);
        }

        void U32(params uint[] values)
        {
            var bytes = new byte[4];
            foreach (var value in values)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
                file.AddRange(bytes);
            }
        }
    }

    /// <summary>For the name of the server, of a company whose name stands nowhere else.</summary>
    private static byte[] Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=klaatu32.quuxweb.com, O=Quuxtoso", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("klaatu32.quuxweb.com");
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return made.RawData;
    }

    private static byte[] ServerName(string name) => [0, 0, .. Sized([.. Sized([0, .. Sized(Encoding.ASCII.GetBytes(name))])])];

    private static byte[] Tls(byte type, byte[] body) => [22, 3, 3, .. Sized([type, .. U24(body.Length), .. body])];

    private static byte[] Sized(byte[] body) => [(byte)(body.Length >> 8), (byte)body.Length, .. body];

    private static byte[] U24(int value) => [(byte)(value >> 16), (byte)(value >> 8), (byte)value];

    private static byte[] Packet(string from, string to, byte protocol, byte[] payload)
    {
        var length = 20 + payload.Length;
        return [0x45, 0, (byte)(length >> 8), (byte)length, 0, 1, 0, 0, 64, protocol, 0, 0, .. IPAddress.Parse(from).GetAddressBytes(), .. IPAddress.Parse(to).GetAddressBytes(), .. payload];
    }

    private static byte[] Udp(int from, int to, byte[] payload) =>
        [(byte)(from >> 8), (byte)from, (byte)(to >> 8), (byte)to, (byte)((payload.Length + 8) >> 8), (byte)(payload.Length + 8), 0, 0, .. payload];

    private static byte[] Tcp(int from, int to, uint sequence, uint acknowledged, byte flags, byte[] payload)
    {
        var segment = new byte[20 + payload.Length];
        BinaryPrimitives.WriteUInt16BigEndian(segment, (ushort)from);
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(2), (ushort)to);
        BinaryPrimitives.WriteUInt32BigEndian(segment.AsSpan(4), sequence);
        BinaryPrimitives.WriteUInt32BigEndian(segment.AsSpan(8), acknowledged);
        (segment[12], segment[13], segment[14]) = (0x50, flags, 0xFF);
        payload.CopyTo(segment, 20);
        return segment;
    }
}
