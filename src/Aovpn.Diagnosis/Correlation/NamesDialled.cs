using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Correlation;

/// <summary>The names and addresses under which clients dial, from profiles, connections, logs and what people say.</summary>
public static class NamesDialled
{
    /// <summary>Each name once, in the order of the evidence; what a machine wrote down before what a person says.</summary>
    public static ImmutableArray<DialledName> In(CaseFile file) =>
    [
        .. file.Observations.SelectMany(Of)
            .OrderBy(name => name.Place.Provenance)
            .DistinctBy(name => name.Server, StringComparer.OrdinalIgnoreCase),
    ];

    private static IEnumerable<DialledName> Of(Observation seen) => seen switch
    {
        ProfileRead profile => profile.Servers.Select(server => new DialledName(server, profile.Cite(nameof(ProfileRead.Servers)), profile.About)),
        NameDialled dialled => [new(dialled.Server, dialled.Cite(nameof(NameDialled.Server)), dialled.About)],
        ConnectionProgressed { Server: { } server } progressed => [new(server, progressed.Cite(nameof(ConnectionProgressed.Server)), progressed.About)],
        _ => [],
    };
}
