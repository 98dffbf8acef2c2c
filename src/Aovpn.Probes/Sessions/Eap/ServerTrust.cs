using System.Collections.Immutable;

namespace Aovpn.Probes.Sessions.Eap;

/// <summary>What a Windows profile says about the RADIUS server: TrustedRootCA and ServerNames, and the time for which validity is judged.</summary>
/// <param name="Roots">DER of the certificates that may end the chain.</param>
/// <param name="AsOf">The time of the run.</param>
public sealed record ServerTrust(ImmutableArray<ImmutableArray<byte>> Roots, DateTimeOffset AsOf)
{
    /// <summary>TrustedRootCA of the profile: SHA-1, lower-case hexadecimal; empty: any of <see cref="Roots"/> will do.</summary>
    public ImmutableArray<string> RootThumbprints { get; init; } = [];

    /// <summary>ServerNames of the profile, split at semicolons; empty: any name will do.</summary>
    public ImmutableArray<string> ServerNames { get; init; } = [];
}
