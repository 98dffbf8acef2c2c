using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aovpn.Reports;

/// <summary>How <see cref="ExplainJson"/> is written. Text stays readable: the document is no part of a web page.</summary>
[JsonSerializable(typeof(ExplainJson.ExplanationDocument))]
internal sealed partial class ExplainJsonContext : JsonSerializerContext
{
    public static ExplainJsonContext Readable { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    });
}
