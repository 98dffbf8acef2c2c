using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aovpn.Reports.Json;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(DiagnosisJson))]
public sealed partial class ReportJson : JsonSerializerContext
{
    /// <summary>By the handlers that the compiler wrote, as the serializer would first build its tables of the types of all members.</summary>
    /// <param name="json">Says how the text is laid out and what is escaped.</param>
    public static void Write(Utf8JsonWriter json, DiagnosisJson diagnosis) => Default.DiagnosisJsonSerializeHandler(json, diagnosis);
}
