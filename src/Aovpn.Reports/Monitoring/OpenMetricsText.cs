using System.Globalization;

namespace Aovpn.Reports.Monitoring;

/// <summary>
/// States of gateways as OpenMetrics 1.0 text: a metric family at a time, its type before its samples, <c>EOF</c> last. For a scraper, or for a file
/// that a collector picks up.
/// </summary>
public static class OpenMetricsText
{
    public static void Write(IReadOnlyCollection<GatewayState> states, TextWriter output)
    {
        var asked = states.SelectMany(state => state.Ports.Select(port => (Labels: Labels(state, ("port", port.Port.ToString(CultureInfo.InvariantCulture))), Port: port))).ToArray();

        Family(output, "aovpn_up", "Every port that was asked answers, a connection that was tried came to its end, no cause of a failure was found.", "",
            states.Select(state => (Labels(state), state.IsWell ? 1.0 : 0)));
        Family(output, "aovpn_port_answers", "Whether IKEv2 answers on the UDP port.", "", asked.Select(one => (one.Labels, one.Port.Answers ? 1.0 : 0)));
        Family(output, "aovpn_port_round_trip_seconds", "From the request to the answer.", "seconds",
            asked.Where(one => one.Port.RoundTripSeconds is not null).Select(one => (one.Labels, one.Port.RoundTripSeconds!.Value)));
        Family(output, "aovpn_connects", "The tunnel stood; without credentials: the conversation came as far as a stranger's can.", "",
            states.Where(state => state.Connects is not null).Select(state => (Labels(state), state.Connects!.Value ? 1.0 : 0)));
        Family(output, "aovpn_certificate_days_left", "Days until the certificate expires; negative once it has.", "",
            states.SelectMany(state => state.Certificates.Select(one => (Labels(state, ("server", one.Server), ("subject", one.Subject)), one.DaysLeft))));
        Family(output, "aovpn_step_duration_seconds", "What a step of the probe took.", "seconds",
            states.SelectMany(state => state.Steps.Select(one => (Labels(state, ("step", one.Step)), one.Seconds))));
        Family(output, "aovpn_cause_found", "A cause was found; its page: aovpn explain CAUSE.", "",
            states.SelectMany(state => state.Causes.Select(cause => (Labels(state, ("cause", cause)), 1.0))));
        Family(output, "aovpn_asked_timestamp_seconds", "When the gateway was asked.", "seconds",
            states.Select(state => (Labels(state), state.At.ToUnixTimeMilliseconds() / 1000.0)));
        output.Write("# EOF\n");
    }

    private static void Family(TextWriter output, string name, string help, string unit, IEnumerable<(string Labels, double Value)> samples)
    {
        // Two names may have one address: a series must not come twice.
        var series = samples.DistinctBy(sample => sample.Labels).ToArray();
        if (series.Length == 0)
            return;

        output.Write($"# TYPE {name} gauge\n");
        if (unit.Length > 0)
            output.Write($"# UNIT {name} {unit}\n");
        output.Write($"# HELP {name} {Escape(help)}\n");
        foreach (var (labels, value) in series)
            output.Write(string.Create(CultureInfo.InvariantCulture, $"{name}{{{labels}}} {value:0.######}\n"));
    }

    private static string Labels(GatewayState state, params ReadOnlySpan<(string Name, string Value)> more)
    {
        var labels = $"gateway=\"{Escape(state.Gateway)}\"";
        if (state.Address is { } address)
            labels += $",address=\"{Escape(address)}\"";
        foreach (var (name, value) in more)
            labels += $",{name}=\"{Escape(value)}\"";
        return labels;
    }

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
