using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aovpn.Reports.Json;

/// <summary>Writes codes as numbers and other symptoms as their ids, side by side in one array.</summary>
public sealed class ExplainsConverter : JsonConverter<ExplainsJson[]>
{
    public override ExplainsJson[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var explained = new List<ExplainsJson>();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
            explained.Add(reader.TokenType is JsonTokenType.Number ? new(reader.GetUInt32(), null) : new(null, reader.GetString()));
        return [.. explained];
    }

    public override void Write(Utf8JsonWriter writer, ExplainsJson[] value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var one in value)
        {
            if (one.Code is { } code)
                writer.WriteNumberValue(code);
            else
                writer.WriteStringValue(one.Id);
        }

        writer.WriteEndArray();
    }
}
