using Aovpn.Reports.Monitoring;

namespace Aovpn.Tests.Reports.Monitoring;

/// <summary>OpenMetrics 1.0: families in one piece, metadata before samples, labels escaped, EOF last.</summary>
public sealed class OpenMetricsTextTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 10, 15, 0, 500, TimeSpan.Zero);

    [Fact]
    public void States_become_families_of_samples()
    {
        var well = new GatewayState("vpn1.example.com", "192.0.2.1", At)
        {
            Ports = [new(500, true, "answers", 0.0125, 1), new(4500, true, "answers", null, 1)],
            Connects = true,
            Certificates = [new("gateway", "vpn1.example.com", 29.5)],
            Steps = [new("connect", 0.25)],
        };
        var ill = new GatewayState("a\\b \"c\"", null, At) { Problem = "no address", Causes = ["AOV201"] };

        Assert.Equal(
            """
            # TYPE aovpn_up gauge
            # HELP aovpn_up Every port that was asked answers, a connection that was tried came to its end, no cause of a failure was found.
            aovpn_up{gateway="vpn1.example.com",address="192.0.2.1"} 1
            aovpn_up{gateway="a\\b \"c\""} 0
            # TYPE aovpn_port_answers gauge
            # HELP aovpn_port_answers Whether IKEv2 answers on the UDP port.
            aovpn_port_answers{gateway="vpn1.example.com",address="192.0.2.1",port="500"} 1
            aovpn_port_answers{gateway="vpn1.example.com",address="192.0.2.1",port="4500"} 1
            # TYPE aovpn_port_round_trip_seconds gauge
            # UNIT aovpn_port_round_trip_seconds seconds
            # HELP aovpn_port_round_trip_seconds From the request to the answer.
            aovpn_port_round_trip_seconds{gateway="vpn1.example.com",address="192.0.2.1",port="500"} 0.0125
            # TYPE aovpn_connects gauge
            # HELP aovpn_connects The tunnel stood; without credentials: the conversation came as far as a stranger's can.
            aovpn_connects{gateway="vpn1.example.com",address="192.0.2.1"} 1
            # TYPE aovpn_certificate_days_left gauge
            # HELP aovpn_certificate_days_left Days until the certificate expires; negative once it has.
            aovpn_certificate_days_left{gateway="vpn1.example.com",address="192.0.2.1",server="gateway",subject="vpn1.example.com"} 29.5
            # TYPE aovpn_step_duration_seconds gauge
            # UNIT aovpn_step_duration_seconds seconds
            # HELP aovpn_step_duration_seconds What a step of the probe took.
            aovpn_step_duration_seconds{gateway="vpn1.example.com",address="192.0.2.1",step="connect"} 0.25
            # TYPE aovpn_cause_found gauge
            # HELP aovpn_cause_found A cause was found; its page: aovpn explain CAUSE.
            aovpn_cause_found{gateway="a\\b \"c\"",cause="AOV201"} 1
            # TYPE aovpn_asked_timestamp_seconds gauge
            # UNIT aovpn_asked_timestamp_seconds seconds
            # HELP aovpn_asked_timestamp_seconds When the gateway was asked.
            aovpn_asked_timestamp_seconds{gateway="vpn1.example.com",address="192.0.2.1"} 1795342500.5
            aovpn_asked_timestamp_seconds{gateway="a\\b \"c\""} 1795342500.5
            # EOF

            """.ReplaceLineEndings("\n"),
            Written([well, ill]));
    }

    [Fact]
    public void A_series_comes_once_though_two_lines_of_a_list_lead_to_it()
    {
        var state = new GatewayState("vpn.example.com", "192.0.2.1", At);

        Assert.Single(Written([state, state]).Split('\n'), line => line.StartsWith("aovpn_up{", StringComparison.Ordinal));
    }

    private static string Written(GatewayState[] states)
    {
        using var text = new StringWriter();
        OpenMetricsText.Write(states, text);
        return text.ToString();
    }
}
