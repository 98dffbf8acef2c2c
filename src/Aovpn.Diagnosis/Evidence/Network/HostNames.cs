namespace Aovpn.Diagnosis.Evidence.Network;

/// <summary>Names of hosts in running text.</summary>
internal static class HostNames
{
    /// <returns>The word as a host name, without quotes and the full stop of its sentence; null when it cannot be one.</returns>
    public static string? Of(string word)
    {
        var name = word.Trim('"', '\'', '„', '“', '”', '«', '»', '.', ',', ':', ';', '[', ']');
        return name.Length is > 0 and < 256 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_') ? name : null;
    }

    /// <summary>A name of several labels, the last of which is no number.</summary>
    public static bool IsQualified(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot > 0 && dot < name.Length - 1 && char.IsAsciiLetter(name[dot + 1]);
    }
}
