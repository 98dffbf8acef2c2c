using System.Net;
using System.Text;
using Aovpn.Codecs;

namespace Aovpn.Lab.Inside;

/// <summary>A DNS server that knows one name (RFC 1035 §4).</summary>
internal static class NameAnswer
{
    private const int HeaderSize = 12, A = 1, Internet = 1, TimeToLive = 60;
    private const int Response = 0x8580, NoSuchName = 0x8583;

    /// <summary>RFC 1035 §4.1.4: "the name stands at byte 12", where the question is.</summary>
    private const int NameOfQuestion = 0xC00C;

    /// <returns>Null for what is no question.</returns>
    public static byte[]? To(ReadOnlySpan<byte> query, string name, IPAddress address)
    {
        try
        {
            var reader = new WireReader(query);
            var id = reader.U16("DNS.Id");
            var flags = reader.U16("DNS.Flags");
            if ((flags & 0x8000) != 0 || reader.U16("DNS.QuestionCount") != 1)
                return null;
            reader.Take(6, "DNS.Counts");
            var asked = Name(ref reader);
            var type = reader.U16("DNS.Type");
            reader.U16("DNS.Class");
            var question = query[HeaderSize..reader.Offset];

            var isKnown = asked.Equals(name, StringComparison.OrdinalIgnoreCase);
            var hasAddress = isKnown && type == A;
            var answer = new WireWriter().U16(id).U16(isKnown ? Response : NoSuchName).U16(1).U16(hasAddress ? 1 : 0).U16(0).U16(0).Bytes(question);
            if (hasAddress)
                answer.U16(NameOfQuestion).U16(A).U16(Internet).U32(TimeToLive).U16(4).Bytes(address.GetAddressBytes());
            return answer.ToArray();
        }
        catch (MalformedException)
        {
            return null;
        }
    }

    private static string Name(ref WireReader reader)
    {
        var name = new StringBuilder();
        for (var length = reader.U8("DNS.Label"); length > 0; length = reader.U8("DNS.Label"))
            name.Append(name.Length > 0 ? "." : "").Append(Encoding.ASCII.GetString(reader.Take(length, "DNS.Label")));
        return name.ToString();
    }
}
