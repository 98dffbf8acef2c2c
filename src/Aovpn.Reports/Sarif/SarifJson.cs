using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aovpn.Reports.Sarif;

/// <summary>How <see cref="SarifLog"/> is written: what is unknown is left out, as the standard asks.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true, NewLine = "\n", DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SarifLog))]
internal sealed partial class SarifJson : JsonSerializerContext;
