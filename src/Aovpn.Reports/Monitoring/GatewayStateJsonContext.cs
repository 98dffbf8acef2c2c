using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aovpn.Reports.Monitoring;

/// <summary>How <see cref="GatewayStateJson"/> is written: a state is a line, so that a stream of them can be read as it grows.</summary>
[JsonSerializable(typeof(GatewayState))]
internal sealed partial class GatewayStateJsonContext : JsonSerializerContext
{
    public static GatewayStateJsonContext OneLine { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });
}
