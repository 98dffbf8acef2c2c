using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>A key of a machine's registry: reg query, an exported .reg file, Get-ItemProperty.</summary>
/// <param name="Key">As HKLM\SYSTEM\CurrentControlSet\..., whatever way it was written.</param>
/// <param name="Exists">False where the command was answered with an error.</param>
/// <param name="Complete">Every value of the key was listed: one that is not among them is not set.</param>
/// <param name="Values">Values that matter to a VPN; others are not kept, since a registry holds secrets.</param>
public sealed record RegistryRead(Citation Source, Host About, string Key, bool Exists, bool Complete, ImmutableArray<RegistryValue> Values) : Observation(Source, About, null)
{
    public bool IsBelow(string path) => Key.EndsWith(path, StringComparison.OrdinalIgnoreCase);

    /// <returns>Null when the key has no such value.</returns>
    public RegistryValue? this[string name]
    {
        get
        {
            foreach (var value in Values)
            {
                if (value.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                    return value;
            }

            return null;
        }
    }
}
