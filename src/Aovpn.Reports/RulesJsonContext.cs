using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aovpn.Reports;

/// <summary>How <see cref="RulesJson"/> is written. Text stays readable: the document is no part of a web page.</summary>
[JsonSerializable(typeof(RulesJson.RuleDocument[]))]
internal sealed partial class RulesJsonContext : JsonSerializerContext
{
    public static RulesJsonContext Readable { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    });
}
