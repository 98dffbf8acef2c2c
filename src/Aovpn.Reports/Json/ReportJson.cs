using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aovpn.Reports.Json;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(DiagnosisJson))]
public sealed partial class ReportJson : JsonSerializerContext;
