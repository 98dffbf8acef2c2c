using System.Collections.Immutable;
using Aovpn.Codecs;
using Aovpn.Codecs.Ike;
using Aovpn.Codecs.Ike.V1;

namespace Aovpn.Probes.Tests.Codecs.Ike;

/// <summary>Each payload: back to the same bytes; every shorter body names the field that it lacks.</summary>
public sealed class PayloadTests
{
    private static readonly IkeProtocol Esp = IkeProtocol.Esp;

    /// <summary>One of each payload, and the prefixes of its fields' names.</summary>
    private static ImmutableArray<(string Prefix, IkePayload Payload)> All { get; } =
    [
        ("Proposal.|Transform.", new SecurityAssociationPayload(
        [
            new(1, IkeProtocol.Ike, [], [new(EncryptionAlgorithm.AesCbc, 256), new(PseudorandomFunction.HmacSha256), new(IntegrityAlgorithm.HmacSha256), new(KeyExchangeMethod.Modp2048)]),
            new(2, Esp, [1, 2, 3, 4], [new(EncryptionAlgorithm.AesGcm16, 128) { OtherAttributes = [new(0x0011, [9, 9, 9]), new(0x8012, [0, 7])] }, Transform.NoExtendedSequenceNumbers]),
        ])),
        ("KE.", new KeyExchangePayload(KeyExchangeMethod.X25519, [.. new byte[32]])),
        ("ID.", new IdentificationPayload(true, IdentificationType.Fqdn, [.. "vpn.example.com"u8])),
        ("ID.", new IdentificationPayload(false, IdentificationType.Ipv4Address, [192, 0, 2, 1])),
        ("CERT.", new CertificatePayload(CertificateEncoding.X509Signature, [0x30, 0])),
        ("CERTREQ.", new CertificateRequestPayload(CertificateEncoding.X509Signature, [.. new byte[40]])),
        ("AUTH.", new AuthenticationPayload(AuthenticationMethod.DigitalSignature, [1, 2, 3])),
        ("Nonce.", new NoncePayload([.. new byte[16]])),
        ("Notify.", new NotifyPayload(Esp, NotifyMessageType.InvalidSelectors, [1, 2, 3, 4], [5])),
        ("Delete.", new DeletePayload(Esp, 4, [[1, 2, 3, 4], [5, 6, 7, 8]])),
        ("TS.", new TrafficSelectorPayload(true, [TrafficSelector.AllIpv4, TrafficSelector.AllIpv6])),
        ("TS.", new TrafficSelectorPayload(false, [new(new(9), 6, 1, 2, [], [1, 2, 3])])),
        ("CP.", new ConfigurationPayload(ConfigurationType.Reply, [new(ConfigurationAttributeType.InternalIp4Address, [10, 0, 0, 1]), new(ConfigurationAttributeType.InternalIp4Dns, [])])),
        ("EAP.", new EapPayload([1, 2, 0, 5, 1])),
    ];

    [Fact]
    public void Each_payload_comes_back_to_the_same_bytes()
    {
        foreach (var (_, payload) in All)
        {
            var bytes = Body(payload);
            var again = IkePayload.Decode(payload.Type, new WireReader(bytes));

            Assert.Equal(payload.GetType(), again.GetType());
            Assert.Equal(bytes, Body(again));
        }
    }

    [Fact]
    public void Every_shorter_body_names_the_field_that_it_lacks_or_is_a_payload_with_less_in_it()
    {
        foreach (var (prefixes, payload) in All)
        {
            var bytes = Body(payload);
            var malformed = 0;
            for (var length = 0; length < bytes.Length; length++)
            {
                if (IkePayload.Decode(payload.Type, new WireReader(bytes.AsSpan(0, length))) is not MalformedPayload seen)
                    continue;

                malformed++;
                Assert.Contains(prefixes.Split('|'), prefix => seen.Problem.Field.StartsWith(prefix, StringComparison.Ordinal));
                Assert.Equal(bytes.AsSpan(0, length).ToArray(), seen.Body);
            }

            Assert.True(malformed > 0, $"no shorter body of {payload.Type} is refused");
        }
    }

    [Fact]
    public void A_message_comes_back_to_the_same_bytes_and_keeps_what_it_does_not_know()
    {
        var message = new IkeMessage(
            IkeHeader.Of(0x0102030405060708, 9, ExchangeType.IkeSaInit, 0, fromInitiator: true, isResponse: false),
            [.. All.Select(sample => sample.Payload), new UnknownPayload(new(200), [7, 7]) { Critical = true }]);
        var bytes = message.Encode();

        var again = IkeMessage.Decode(bytes);

        Assert.Null(again.Damage);
        Assert.Equal(All.Length + 1, again.Payloads.Length);
        Assert.True(Assert.IsType<UnknownPayload>(again.Payloads[^1]).Critical);
        Assert.Equal((uint)bytes.Length, again.Header.Length);
        Assert.Equal(bytes, again.Encode());
    }

    [Fact]
    public void A_message_cut_short_keeps_the_payloads_before_the_cut()
    {
        var bytes = new IkeMessage(IkeHeader.Of(1, 0, ExchangeType.IkeSaInit, 0, true, false), [.. All.Select(sample => sample.Payload)]).Encode();
        for (var length = IkeHeader.Size; length < bytes.Length; length++)
        {
            var seen = IkeMessage.Decode(bytes.AsSpan(0, length));
            Assert.NotNull(seen.Damage);
            Assert.True(seen.Payloads.Length < All.Length);
        }

        for (var length = 0; length < IkeHeader.Size; length++)
            Assert.StartsWith("Header.", Assert.Throws<MalformedException>(() => IkeMessage.Decode(bytes.AsSpan(0, length))).Field, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0, 0, 0, 3 }, "less than the payload's own header")]
    [InlineData(new byte[] { 0, 0, 0xFF, 0xFF, 0 }, "needs 65531 bytes, 1 left")]
    [InlineData(new byte[] { 0, 0, 0, 4, 1 }, "bytes follow")]
    public void Forged_lengths_are_told(byte[] chain, string problem)
    {
        var body = new WireReader(chain);
        Assert.Contains(problem, PayloadChain.Decode(PayloadType.VendorId, ref body).Damage!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_endless_chain_ends()
    {
        var chain = Enumerable.Repeat(new byte[] { 43, 0, 0, 4 }, 16_000).SelectMany(payload => payload).ToArray();
        var body = new WireReader(chain);

        var seen = PayloadChain.Decode(PayloadType.VendorId, ref body);

        Assert.Equal(512, seen.Payloads.Length);
        Assert.NotNull(seen.Damage);
    }

    [Fact]
    public void The_error_that_Windows_reports_is_read()
    {
        var notify = new NotifyPayload(NotifyMessageType.MicrosoftStatus, 0, 0, 0x35, 0xE9);

        Assert.Equal(13801u, notify.WindowsError);
        Assert.Null((notify with { Data = [1] }).WindowsError);
    }

    [Theory]
    [InlineData("1E2B516905991C7D7C96FCBFB587E46100000009", "Microsoft: Windows 8, Windows Server 2012, or later")]
    [InlineData("FB1DE3CDF341B7EA16B7E5BE0855F120", "Microsoft: Negotiation Discovery Capable")]
    [InlineData("464C455856504E2D535550504F52544544", "FLEXVPN-SUPPORTED")]
    [InlineData("00", null)]
    public void Vendor_ids_say_what_they_are(string hex, string? meaning) => Assert.Equal(meaning, VendorIds.Meaning(Convert.FromHexString(hex)));

    [Fact]
    public void What_a_message_lacks_or_repeats_is_told()
    {
        var sa = All[0].Payload;

        Assert.Equal(["payload Nonce is missing", "payload KE is missing"], MessageRules.Violations(ExchangeType.IkeSaInit, true, [sa]));
        Assert.Contains("payload SA is there 2 times", MessageRules.Violations(ExchangeType.IkeSaInit, true, [sa, sa]));
        Assert.Empty(MessageRules.Violations(ExchangeType.IkeSaInit, true, [new NotifyPayload(NotifyMessageType.NoProposalChosen)]));
        Assert.Contains("payload of type 200 is unknown and critical", MessageRules.Violations(ExchangeType.Informational, true, [new UnknownPayload(new(200), []) { Critical = true }]));
    }

    [Fact]
    public void Main_mode_of_version_1_comes_back_to_the_same_bytes()
    {
        var message = IkeV1Message.Of(1, 2, ExchangeType.MainMode, 0,
        [
            new IkeV1SecurityAssociationPayload([new(7, 4, 1, 20, 256, 28800), new(5, 2, 3, 2)]),
            new IkeV1OpaquePayload(IkeV1PayloadType.VendorId, [1, 2, 3]),
            new IkeV1NotificationPayload(1, 1, IkeV1NotificationPayload.NoProposalChosen, [], [4]),
        ]);
        var bytes = message.Encode();

        var again = IkeV1Message.Decode(bytes);

        Assert.Null(again.Damage);
        Assert.Equal(bytes, again.Encode());
        var transforms = Assert.IsType<IkeV1SecurityAssociationPayload>(again.Payloads[0]).Transforms;
        Assert.Equal(["AES-CBC-256, SHA2-256, group 20", "3DES, SHA-1, group 2"], transforms.Select(transform => transform.ToString()));
        Assert.Equal(28800u, transforms[0].LifeSeconds);
        Assert.Equal("Header.Version", Assert.Throws<MalformedException>(() => IkeMessage.Decode(bytes)).Field);
    }

    private static byte[] Body(IkePayload payload)
    {
        var body = new WireWriter();
        payload.Encode(body);
        return body.ToArray();
    }
}
