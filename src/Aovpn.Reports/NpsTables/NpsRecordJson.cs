using System.Globalization;
using System.Text.Json;
using Aovpn.Codecs.Nps;
using Aovpn.Diagnosis.Catalogue;
using Aovpn.Diagnosis.NpsReporting;

namespace Aovpn.Reports.NpsTables;

/// <summary>A record as one JSON object: what it says in words, and every attribute by its canonical name as it stands in the log; names of numbers beside them.</summary>
public static class NpsRecordJson
{
    /// <param name="line">The record's line, from 1; null where nobody counted.</param>
    public static void Write(Utf8JsonWriter json, string file, long? line, NpsRecord record)
    {
        var meaning = NpsRecordMeaning.Of(record);
        json.WriteStartObject();
        json.WriteString("file"u8, file);
        if (line is { } known)
            json.WriteNumber("line"u8, known);
        json.WriteString("format"u8, record.Format switch { NpsLogFormat.Odbc => "odbc"u8, NpsLogFormat.Ias => "ias"u8, _ => "dts"u8 });
        if (meaning.Time is { } time)
            json.WriteString("time"u8, time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF", CultureInfo.InvariantCulture));
        json.WriteString("what"u8, meaning.What);
        Optional(json, "user", meaning.User);
        Optional(json, "client", meaning.Client);
        if (meaning.Reason > 0)
        {
            json.WriteStartObject("reason"u8);
            json.WriteNumber("code"u8, meaning.Reason);
            Optional(json, "symbol", meaning.ReasonSymbol);
            Optional(json, "text", meaning.ReasonText);
            json.WriteEndObject();
        }

        var attributes = record.Attributes;
        json.WriteStartObject("attributes"u8);
        foreach (var values in attributes.GroupBy(attribute => attribute.Name))
            Values(json, values.Key, [.. values.Select(value => value.Value)]);
        json.WriteEndObject();

        json.WriteStartObject("names"u8);
        foreach (var (name, value, _) in attributes.DistinctBy(attribute => attribute.Name))
            Optional(json, name, NpsEnums.Name(name, value));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Values(Utf8JsonWriter json, string name, string[] values)
    {
        json.WritePropertyName(name);
        if (values.Length > 1)
            json.WriteStartArray();
        foreach (var value in values)
        {
            if (NpsAttributeTypes.Of(name) is NpsAttributeType.Number && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                json.WriteNumberValue(number);
            else
                json.WriteStringValue(value);
        }

        if (values.Length > 1)
            json.WriteEndArray();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }
}
