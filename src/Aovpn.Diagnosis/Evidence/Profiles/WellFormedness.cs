using System.Xml;

namespace Aovpn.Diagnosis.Evidence.Profiles;

/// <summary>Whether XML is well-formed, as a strict parser sees it. Document types are refused, nothing is resolved.</summary>
internal static class WellFormedness
{
    /// <returns>Offset in <paramref name="text"/> where the parser gives up; null when it does not.</returns>
    public static int? Check(string text, int start, int end)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true };
        try
        {
            using var reader = XmlReader.Create(new StringReader(text[start..end]), settings);
            while (reader.Read())
            {
            }

            return null;
        }
        catch (XmlException problem)
        {
            return Offset(text, start, end, problem.LineNumber, problem.LinePosition);
        }
    }

    private static int Offset(string text, int start, int end, int line, int column)
    {
        var at = start;
        for (var passed = 1; passed < line; passed++)
        {
            var feed = text.IndexOf('\n', at);
            if (feed < 0 || feed >= end)
                break;
            at = feed + 1;
        }

        return Math.Clamp(at + column - 1, start, Math.Max(start, end - 1));
    }
}
