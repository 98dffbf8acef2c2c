using Aovpn.Diagnosis.Model;

namespace Aovpn.Reports.Html;

/// <summary>Stages as words of a sentence: Server authentication.</summary>
internal static class StageWords
{
    public static string Of(Stage stage)
    {
        var words = KebabCase.Of(stage.ToString()).Replace('-', ' ');
        return $"{char.ToUpperInvariant(words[0])}{words[1..]}";
    }
}
