using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Text;

namespace Aovpn.Diagnosis.Evidence.Certificates;

/// <summary>
/// A Name (RFC 5280 section 4.1.2.4) as Windows writes it: "CN=vpn.example.com, O=Contoso, C=DE", the part that is encoded last first. The platform's own way asks
/// OpenSSL for each kind of part whether it is one.
/// </summary>
internal static class EncodedName
{
    /// <exception cref="AsnContentException">It is no Name.</exception>
    public static string Of(ReadOnlyMemory<byte> encoded)
    {
        var relative = new List<string>();
        for (var names = new AsnReader(encoded, AsnEncodingRules.DER).ReadSequence(); names.HasData;)
            relative.Add(Relative(names.ReadSetOf(skipSortOrderValidation: true)));
        relative.Reverse();
        return string.Join(", ", relative);
    }

    private static string Relative(AsnReader attributes)
    {
        var parts = new List<string>();
        while (attributes.HasData)
        {
            var attribute = attributes.ReadSequence();
            var type = attribute.ReadObjectIdentifier();
            parts.Add($"{(new Oid(type, null).FriendlyName is { Length: > 0 } known ? known : "OID." + type)}={Quoted(Value(attribute))}");
            attribute.ThrowIfNotEmpty();
        }

        return string.Join(" + ", parts);
    }

    /// <summary>A string of any kind; what is none, in hexadecimal after a number sign, as RFC 4514 section 2.4 has it.</summary>
    private static string Value(AsnReader attribute)
    {
        var tag = attribute.PeekTag();
        if (tag.TagClass is not TagClass.Universal)
            return Hexadecimal(attribute);
        switch ((UniversalTagNumber)tag.TagValue)
        {
            case UniversalTagNumber.UTF8String or UniversalTagNumber.PrintableString or UniversalTagNumber.IA5String or UniversalTagNumber.NumericString
                or UniversalTagNumber.BMPString or UniversalTagNumber.VisibleString:
                return attribute.ReadCharacterString((UniversalTagNumber)tag.TagValue);
            case UniversalTagNumber.T61String:
                // No program writes the character sets of T.61: what stands there is UTF-8, else Latin-1.
                var encoded = attribute.ReadEncodedValue().Span;
                AsnDecoder.ReadEncodedValue(encoded, AsnEncodingRules.DER, out var start, out var length, out _);
                var bytes = encoded.Slice(start, length);
                try
                {
                    return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
                }
                catch (DecoderFallbackException)
                {
                    return Encoding.Latin1.GetString(bytes);
                }

            default:
                return Hexadecimal(attribute);
        }
    }

    private static string Hexadecimal(AsnReader attribute) => "#" + Convert.ToHexString(attribute.ReadEncodedValue().Span);

    private static string Quoted(string value) =>
        value.Length == 0 || value[0] is ' ' || value[^1] is ' ' || value.AsSpan().IndexOfAny(",+=\"\n<>#;") >= 0
            ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : value;
}
