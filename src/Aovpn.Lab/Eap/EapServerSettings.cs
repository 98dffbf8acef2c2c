using System.Collections.Immutable;
using Aovpn.Codecs.Eap;
using Aovpn.Lab.Certificates;

namespace Aovpn.Lab.Eap;

/// <summary>What the lab's NPS accepts, and how it is broken.</summary>
/// <param name="Certificate">Shown in EAP-TLS and PEAP.</param>
/// <param name="ClientRoots">DER of the roots whose user certificates are taken.</param>
public sealed record EapServerSettings(LabCertificate Certificate, ImmutableArray<ImmutableArray<byte>> ClientRoots, DateTimeOffset AsOf)
{
    /// <summary>Outer methods, the one to begin with first.</summary>
    public ImmutableArray<EapType> Methods { get; init; } = [EapType.Peap, EapType.Tls, EapType.MsChapV2];

    /// <summary>Methods inside PEAP, the one to begin with first.</summary>
    public ImmutableArray<EapType> InnerMethods { get; init; } = [EapType.Tls, EapType.MsChapV2];

    public string User { get; init; } = "alice@corp.example.com";

    public string Password { get; init; } = "";

    public LabAccount Account { get; init; } = LabAccount.Fine;

    /// <summary>No network policy fits: refused by name.</summary>
    public bool RefusesAll { get; init; }

    /// <summary>Allowed-Certificate-OID of the policy: a purpose that a user's certificate must have; null for none.</summary>
    public string? RequiredPurpose { get; init; }

    /// <summary>Asks for cryptobinding in PEAP, as NPS does.</summary>
    public bool BindsCryptography { get; init; } = true;

    /// <summary>Answers cryptobinding with a wrong MAC.</summary>
    public bool BreaksBinding { get; init; }

    /// <summary>Largest piece of TLS in one EAP packet, in bytes.</summary>
    public int Fragment { get; init; } = 1024;

    /// <summary>TLS 1.3 is taken in EAP-TLS.</summary>
    public bool TakesTls13 { get; init; }

    /// <summary>Refuses RFC 7627, as old servers do.</summary>
    public bool LacksExtendedMasterSecret { get; init; }

    /// <summary>What is said inside PEAP, as it is about to be encrypted, goes through this: for a server that lies.</summary>
    public Func<byte[], byte[]> Inside { get; init; } = packet => packet;

    public override string ToString() => "(lab NPS)";
}
