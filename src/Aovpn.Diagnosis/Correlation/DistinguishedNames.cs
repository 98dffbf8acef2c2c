namespace Aovpn.Diagnosis.Correlation;

/// <summary>Compares distinguished names as different tools print them: other spacing, other case, the order reversed.</summary>
public static class DistinguishedNames
{
    public static bool Same(string left, string right)
    {
        if (string.Equals(left, right, StringComparison.OrdinalIgnoreCase))
            return true;
        var (one, other) = (Parts(left), Parts(right));
        return one.SequenceEqual(other, StringComparer.OrdinalIgnoreCase) || one.SequenceEqual(other.Reverse(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether the common name holds a word: "root" in <c>CN=Corp Root CA</c>, not in <c>CN=Rootsweb</c>.</summary>
    public static bool CommonNameHasWord(string name, string word)
    {
        foreach (var part in Parts(name))
        {
            if (part.StartsWith("CN=", StringComparison.OrdinalIgnoreCase))
                return part[3..].Split([' ', '-', '_', '.']).Contains(word, StringComparer.OrdinalIgnoreCase);
        }

        return false;
    }

    private static string[] Parts(string name) => name.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
