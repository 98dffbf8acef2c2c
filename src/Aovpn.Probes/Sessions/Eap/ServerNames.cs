using System.Collections.Immutable;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Probes.Sessions.Eap;

/// <summary>
/// ServerNames of a profile against a certificate. Windows takes plain names, and expressions that it tells by a "*"; of these the forms
/// that people write are understood: <c>nps*.example.com</c> and <c>nps.*\.example\.com</c>.
/// </summary>
internal static class ServerNames
{
    /// <param name="allowed">Empty allows any server.</param>
    public static bool Allow(ImmutableArray<string> allowed, Certificate certificate)
    {
        ImmutableArray<string> patterns = [.. allowed.Select(name => name.Trim()).Where(name => name.Length > 0)];
        if (patterns.IsEmpty)
            return true;
        string[] names = [.. certificate.DnsNames ?? [], certificate.CommonName];
        return patterns.Any(pattern => names.Any(name => Fits(pattern, name)));
    }

    private static bool Fits(string pattern, string name)
    {
        if (!pattern.Contains('*', StringComparison.Ordinal))
            return pattern.Equals(name, StringComparison.OrdinalIgnoreCase);
        var parts = pattern.Trim('^', '$').Replace(".*", "*", StringComparison.Ordinal).Replace("\\.", ".", StringComparison.Ordinal).Split('*');
        return FitsParts(parts, name);
    }

    /// <summary>Greedy from the left: each part is looked for behind the one before it, the last at the end.</summary>
    private static bool FitsParts(string[] parts, string name)
    {
        if (!name.StartsWith(parts[0], StringComparison.OrdinalIgnoreCase))
            return false;
        var at = parts[0].Length;
        foreach (var part in parts[1..^1])
        {
            var found = name.IndexOf(part, at, StringComparison.OrdinalIgnoreCase);
            if (found < 0)
                return false;
            at = found + part.Length;
        }

        return name.Length - at >= parts[^1].Length && name.EndsWith(parts[^1], StringComparison.OrdinalIgnoreCase);
    }
}
