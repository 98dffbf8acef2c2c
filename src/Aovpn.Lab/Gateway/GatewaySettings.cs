using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using Aovpn.Codecs.Ike;
using Aovpn.Lab.Certificates;
using Aovpn.Probes.Sessions.Eap;

namespace Aovpn.Lab.Gateway;

/// <summary>The lab's VPN server, and how it is broken.</summary>
/// <param name="Name">Its identity, a DNS name.</param>
/// <param name="Certificate">Null: it has none that it can use.</param>
/// <param name="RadiusSecret">Shared with the RADIUS server.</param>
/// <param name="AsOf">The time for which machine certificates are judged.</param>
public sealed record GatewaySettings(string Name, LabCertificate? Certificate, Secret RadiusSecret, DateTimeOffset AsOf)
{
    /// <summary>Suites that are taken, the dearest first.</summary>
    public ImmutableArray<IkeSuite> Suites { get; init; } =
    [
        new(EncryptionAlgorithm.AesGcm16, 256, IntegrityAlgorithm.None, PseudorandomFunction.HmacSha384, KeyExchangeMethod.Ecp384),
        new(EncryptionAlgorithm.AesCbc, 256, IntegrityAlgorithm.HmacSha384, PseudorandomFunction.HmacSha384, KeyExchangeMethod.Ecp384),
        new(EncryptionAlgorithm.AesCbc, 256, IntegrityAlgorithm.HmacSha256, PseudorandomFunction.HmacSha256, KeyExchangeMethod.Modp2048),
        new(EncryptionAlgorithm.AesCbc, 256, IntegrityAlgorithm.HmacSha256, PseudorandomFunction.HmacSha256, KeyExchangeMethod.Modp1024),
        new(EncryptionAlgorithm.AesCbc, 256, IntegrityAlgorithm.HmacSha1, PseudorandomFunction.HmacSha1, KeyExchangeMethod.Modp1024),
    ];

    /// <summary>Suites that are taken for the tunnel, the dearest first.</summary>
    public ImmutableArray<IkeSuite> EspSuites { get; init; } =
    [
        new(EncryptionAlgorithm.AesGcm16, 256, IntegrityAlgorithm.None, default, KeyExchangeMethod.None),
        new(EncryptionAlgorithm.AesCbc, 256, IntegrityAlgorithm.HmacSha256, default, KeyExchangeMethod.None),
        new(EncryptionAlgorithm.AesCbc, 256, IntegrityAlgorithm.HmacSha1, default, KeyExchangeMethod.None),
    ];

    /// <summary>DER of the roots whose machine certificates are taken.</summary>
    public ImmutableArray<ImmutableArray<byte>> ClientRoots { get; init; } = [];

    /// <summary>Wants a cookie from everybody, RFC 7296 §2.6.</summary>
    public bool AsksForCookie { get; init; }

    /// <summary>Offers fragmentation, RFC 7383.</summary>
    public bool OffersFragmentation { get; init; } = true;

    /// <summary>What it says of itself.</summary>
    public ImmutableArray<ImmutableArray<byte>> VendorIds { get; init; } = [];

    /// <summary>Inner addresses that are left to give; empty: none.</summary>
    public ImmutableArray<IPAddress> Pool { get; init; } = [.. Enumerable.Range(1, 200).Select(i => new IPAddress([10, 10, 100, (byte)i]))];

    /// <summary>DNS servers that clients are told.</summary>
    public ImmutableArray<IPAddress> DnsServers { get; init; } = [];

    /// <summary>What may be reached through the tunnel: TSr.</summary>
    public ImmutableArray<TrafficSelector> Reachable { get; init; } = [TrafficSelector.AllIpv4];

    /// <summary>The RADIUS server's port is closed, which is known at once.</summary>
    public bool RadiusIsClosed { get; init; }

    /// <summary>Waits for the RADIUS server, one for each transmission.</summary>
    public ImmutableArray<TimeSpan> RadiusWaits { get; init; } = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)];

    /// <summary>A pair of values for a group.</summary>
    public Func<KeyExchangeMethod, KeyExchange> KeyExchanges { get; init; } = KeyExchange.Create;

    /// <summary>Random bytes, as many as asked for.</summary>
    public Func<int, byte[]> Random { get; init; } = RandomNumberGenerator.GetBytes;

    public override string ToString() => "(lab gateway)";
}
