using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using Aovpn.Codecs.Ike;
using Aovpn.Codecs.Ike.V1;
using Aovpn.Probes.Sessions.Eap;

namespace Aovpn.Probes.Sessions.L2tp;

/// <summary>What an L2TP/IPsec connection offers, and who it is.</summary>
/// <param name="Local">Our address; the identity that Windows shows.</param>
/// <param name="Remote">The gateway's address, and its port for IKE as the gateway knows it.</param>
/// <param name="PreSharedKey">As it was typed into both sides.</param>
public sealed record L2tpSettings(IPAddress Local, IPEndPoint Remote, Secret PreSharedKey)
{
    private const uint MainModeSeconds = 28_800, QuickModeSeconds = 3_600;

    /// <summary>In Windows' order: 7 is AES, 5 3DES; hash 2 SHA-1; without the way to authenticate.</summary>
    private static readonly ImmutableArray<IkeV1Transform> Suites = [new(7, 2, 0, 20, 256), new(7, 2, 0, 19, 128), new(7, 2, 0, 14, 256), new(5, 2, 0, 14), new(5, 2, 0, 2)];

    /// <summary>What Windows says that it can: NAT traversal by RFC 3947 and by its second draft, fragmentation (MS-IKEE §1.7). A server may leave a client without the first two unanswered.</summary>
    public static ImmutableArray<IkeV1Payload> Vendors { get; } =
    [
        .. from id in (string[])[NatTraversal, "90CB80913EBB696E086381B5EC427B1F", "4048B7D56EBCE88525E7DE7F00D6C2D3"]
           select new IkeV1OpaquePayload(IkeV1PayloadType.VendorId, [.. Convert.FromHexString(id)]),
    ];

    /// <summary>NAT traversal by RFC 3947 §3.1: MD5 of "RFC 3947".</summary>
    public const string NatTraversal = "4A131C81070358455C5728F20E95452F";

    /// <summary>For main mode, dearest first: what Windows proposes.</summary>
    public ImmutableArray<IkeV1Transform> MainMode { get; init; } = Proposals(1);

    /// <summary>For quick mode, dearest first: what Windows proposes for L2TP. 12 is AES, 3 3DES; integrity 2 HMAC-SHA1.</summary>
    public ImmutableArray<IkeV1EspTransform> QuickMode { get; init; } =
    [
        new(12, 2, IkeV1EspTransform.TransportInUdp, 256, QuickModeSeconds), new(12, 2, IkeV1EspTransform.TransportInUdp, 128, QuickModeSeconds), new(3, 2, IkeV1EspTransform.TransportInUdp, null, QuickModeSeconds),
    ];

    /// <summary>A pair of values for a group.</summary>
    public Func<KeyExchangeMethod, KeyExchange> KeyExchanges { get; init; } = KeyExchange.Create;

    /// <summary>Random bytes, as many as asked for.</summary>
    public Func<int, byte[]> Random { get; init; } = RandomNumberGenerator.GetBytes;

    /// <summary>Main mode's transforms in Windows' order.</summary>
    /// <param name="authentication">1 a pre-shared key, 3 certificates.</param>
    public static ImmutableArray<IkeV1Transform> Proposals(params int[] authentication) =>
        [.. from one in authentication from suite in Suites select suite with { Authentication = one, LifeSeconds = MainModeSeconds }];
}
