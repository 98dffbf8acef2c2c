using System.Globalization;
using System.Xml;

namespace Aovpn.Bench.Nps;

/// <summary>.NET's own XmlReader over a log, which is XML without a root.</summary>
internal static class XmlReaderCount
{
    public static string Answer(string file)
    {
        var reasons = new Dictionary<int, long>();
        using var log = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 18);
        using var reader = XmlReader.Create(log, new XmlReaderSettings { ConformanceLevel = ConformanceLevel.Fragment, IgnoreWhitespace = true });
        var (packetType, reason) = (0, 0);
        while (reader.Read())
        {
            if (reader.NodeType is XmlNodeType.EndElement && reader.LocalName == "Event")
            {
                if (packetType is 2 or 3)
                    reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
                (packetType, reason) = (0, 0);
            }

            if (reader.NodeType is not XmlNodeType.Element || reader.LocalName is not ("Packet-Type" or "Reason-Code"))
                continue;
            var isReason = reader.LocalName == "Reason-Code";
            reader.Read();
            var number = int.Parse(reader.Value, CultureInfo.InvariantCulture);
            (packetType, reason) = isReason ? (packetType, number) : (number, reason);
        }

        return Answers.Reasons(reasons);
    }
}
