using System.Collections.Frozen;

namespace Aovpn.Diagnosis.Evidence.Settings;

/// <summary>Paths of registry keys, in the ways that tools write them.</summary>
internal static class RegistryPath
{
    private const string Machine = @"HKLM\";
    private const string User = @"HKCU\";

    /// <summary>Values that say something of a VPN. No other is kept: the registry holds secrets too.</summary>
    private static readonly FrozenSet<string> Watched = FrozenSet.ToFrozenSet(
    [
        "AutoTriggerDisabledProfilesList", "AutoTriggerProfileEntryName", "AutoTriggerProfileGUID", "AutoTriggerProfilePhonebookPath", "AssumeUDPEncapsulationContextOnSendRule",
        "NegotiateDH2048_AES256", "DisabledComponents", "TlsVersion", "CertAuthFlags", "IgnoreNoRevocationCheck", "IgnoreRevocationOffline", "NoRevocationCheck",
        "NoRootRevocationCheck", "StrongCertificateBindingEnforcement", "CertificateMappingMethods", "LmCompatibilityLevel", "Enabled", "DisabledByDefault", "AllowTelemetry",
        "DisableIKENameEkuCheck", "IPEnableRouter", "Start",
    ], StringComparer.OrdinalIgnoreCase);

    public static bool IsWatched(string value) => Watched.Contains(value);

    /// <returns>The key of a line that names nothing else: <c>HKEY_LOCAL_MACHINE\...</c>, in brackets in a .reg file; null for any other line.</returns>
    public static string? Heading(string line)
    {
        var text = line.TrimEnd();
        if (text is ['[', .., ']'])
            text = text[1..^1];
        return text.StartsWith("HKEY_", StringComparison.Ordinal) ? Normalize(text) : null;
    }

    /// <returns>The first key that a command names, or null.</returns>
    public static string? In(string command)
    {
        foreach (var word in command.Split([' ', '\'', '"', '(', ')', '|', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Normalize(word) is { } key)
                return key;
        }

        return null;
    }

    /// <returns>HKLM\... or HKCU\... with CurrentControlSet for a numbered set; null for what is no path of these.</returns>
    public static string? Normalize(string path)
    {
        var key = Below(path, @"HKEY_LOCAL_MACHINE\", Machine) ?? Below(path, @"HKLM:\", Machine) ?? Below(path, Machine, Machine)
            ?? Below(path, @"HKEY_CURRENT_USER\", User) ?? Below(path, @"HKCU:\", User) ?? Below(path, User, User);
        if (key is null)
            return null;
        const string Set = @"SYSTEM\ControlSet";
        var at = key.IndexOf(Set, StringComparison.OrdinalIgnoreCase);
        var end = at < 0 ? -1 : key.IndexOf('\\', at + Set.Length);
        return end > 0 ? $@"{key[..at]}SYSTEM\CurrentControlSet{key[end..]}" : key.TrimEnd('\\');
    }

    private static string? Below(string path, string root, string written) =>
        path.StartsWith(root, StringComparison.OrdinalIgnoreCase) && path.Length > root.Length ? written + path[root.Length..] : null;
}
