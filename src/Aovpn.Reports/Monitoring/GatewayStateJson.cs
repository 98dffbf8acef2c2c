using System.Text.Json;

namespace Aovpn.Reports.Monitoring;

/// <summary>A gateway's state as one line of JSON.</summary>
public static class GatewayStateJson
{
    public static string Line(GatewayState state) => JsonSerializer.Serialize(state, GatewayStateJsonContext.OneLine.GatewayState);
}
