using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aovpn.Reports.Json;

/// <summary>Writes a code as a number and another symptom as its id: both stand side by side in one array.</summary>
public sealed class ExplainsConverter : JsonConverter<ExplainsJson>
{
    public override ExplainsJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.Number ? new(reader.GetUInt32(), null) : new(null, reader.GetString());

    public override void Write(Utf8JsonWriter writer, ExplainsJson value, JsonSerializerOptions options)
    {
        if (value.Code is { } code)
            writer.WriteNumberValue(code);
        else
            writer.WriteStringValue(value.Id);
    }
}
