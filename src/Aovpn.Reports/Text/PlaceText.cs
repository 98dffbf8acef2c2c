using Aovpn.Diagnosis.Model;

namespace Aovpn.Reports.Text;

/// <summary>Where something was seen, in words.</summary>
internal static class PlaceText
{
    public static string Of(Citation citation, MessageText messages)
    {
        var name = messages.Artifact(citation.Artifact);
        return citation.Locator is Locator.Whole ? name : $"{name}, {citation.Locator}";
    }
}
