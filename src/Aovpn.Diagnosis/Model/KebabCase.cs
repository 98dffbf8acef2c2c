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
}
