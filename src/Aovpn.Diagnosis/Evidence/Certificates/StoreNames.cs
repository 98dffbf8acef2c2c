namespace Aovpn.Diagnosis.Evidence.Certificates;

/// <summary>Windows' names of system stores. They are the same in every language; only the quoted display name is translated.</summary>
internal static class StoreNames
{
    private static readonly string[] Known =
    [
        "My", "Root", "CA", "NTAuth", "Disallowed", "AuthRoot", "TrustedPeople", "TrustedPublisher", "TrustedDevices", "AddressBook", "Request",
        "ClientAuthIssuer", "SmartCardRoot", "UserDS", "Remote Desktop", "WebHosting", "Trust", "ACRS", "Homegroup Machine Certificates",
    ];

    /// <returns>The name as Windows writes it; the text itself for a store that Windows does not have by default.</returns>
    public static string Canonical(string store)
    {
        if (store.Contains("NTAuthCertificates", StringComparison.OrdinalIgnoreCase))
            return "NTAuth";
        return Known.FirstOrDefault(name => name.Equals(store, StringComparison.OrdinalIgnoreCase)) ?? store;
    }

    /// <returns>The store that a heading line such as <c>My "Personal"</c> names; null when the line is no heading.</returns>
    /// <param name="bare">A name without its quoted display name counts too: the command stands above.</param>
    public static string? OfHeading(string line, bool bare)
    {
        var text = line.AsSpan().Trim();
        if (text.Length is 0 or > 200)
            return null;
        var quote = text.IndexOf('"');
        if (quote < 0 ? !bare : quote == 0 || !text.EndsWith("\"") || text.Length - quote < 3)
            return null;

        var name = quote < 0 ? text : text[..quote].TrimEnd();
        foreach (var known in Known)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase))
                return known;
        }

        return null;
    }
}
