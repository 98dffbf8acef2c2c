using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aovpn.Diagnosis.Catalogue;

/// <summary>A code as a JSON number, or as a string of 0x and hexadecimal digits.</summary>
internal sealed class CodeNumberConverter : JsonConverter<uint>
{
    public override uint Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.Number)
            return reader.GetUInt32();
        return reader.GetString() is { } text && text.StartsWith("0x", StringComparison.Ordinal)
            && uint.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new JsonException("a code is a number, or a string of 0x and hexadecimal digits");
    }

    public override void Write(Utf8JsonWriter writer, uint value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
