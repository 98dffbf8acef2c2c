using System.Text;

namespace Aovpn.Diagnosis.Model;

/// <summary>Names of closed sets as JSON and pages write them: ConnectedNoNames is connected-no-names.</summary>
public static class KebabCase
{
    public static string Of(string pascalCase)
    {
        var text = new StringBuilder();
        foreach (var letter in pascalCase)
        {
            if (char.IsAsciiLetterUpper(letter) && text.Length > 0)
                text.Append('-');
            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }

    /// <returns>The member of a closed set that is written so; null where none is.</returns>
    public static T? Read<T>(string word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Of(value.ToString()) == word)
                return value;
        }

        return null;
    }
}
