using System.Collections.Immutable;
using Aovpn.Codecs.Ike;
using Aovpn.Lab.Certificates;
using Aovpn.Probes;

namespace Aovpn.Lab.Deployment;

/// <summary>What the client of the lab has: who it is, what it trusts, what it proposes.</summary>
/// <param name="Identity">The user.</param>
/// <param name="Password">The one that the client types.</param>
/// <param name="UserCertificate">Null: the user has none.</param>
/// <param name="MachineCertificate">Null: the machine has none.</param>
/// <param name="Root">DER of the root that it trusts.</param>
/// <param name="NpsName">Name that the RADIUS server's certificate must carry.</param>
public sealed record LabClient(
    string Identity, string Password, LabCertificate? UserCertificate, LabCertificate? MachineCertificate, ImmutableArray<byte> Root, string NpsName)
{
    public ProbeMethod Method { get; init; } = ProbeMethod.PeapTls;

    /// <summary>Suites that it proposes; empty: Windows' defaults.</summary>
    public ImmutableArray<IkeSuite> Suites { get; init; } = [];

    public override string ToString() => "(lab client)";
}
