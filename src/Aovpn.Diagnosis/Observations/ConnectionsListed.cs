using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>
/// The VPN connections of a machine were listed: Get-VpnConnection with the command visible. That they were is itself the proof that
/// what is not among them was not there. Each connection is a <see cref="ProfileRead"/> of its own.
/// </summary>
/// <param name="AllUsers">The -AllUserConnection list, where device tunnels are; false for the user's own list.</param>
/// <param name="Asked">Names given to -Name; empty when all were listed.</param>
/// <param name="Names">Names in the listing; empty when it is empty.</param>
public sealed record ConnectionsListed(Citation Source, Host About, bool AllUsers, ImmutableArray<string> Asked, ImmutableArray<string> Names)
    : Observation(Source, About, null)
{
    /// <summary>Connections in the listing.</summary>
    public int Count => Names.Length;
}
