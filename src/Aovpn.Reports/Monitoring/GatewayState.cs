using System.Collections.Immutable;

namespace Aovpn.Reports.Monitoring;

/// <summary>A gateway as a monitoring system wants to know it: from a scan, or from a whole probe.</summary>
/// <param name="Gateway">Its name or address as the user gave it.</param>
/// <param name="Address">Where it was asked; null when the name has no address.</param>
/// <param name="At">When it was asked.</param>
public sealed record GatewayState(string Gateway, string? Address, DateTimeOffset At)
{
    /// <summary>UDP 500 and 4500, as far as they were asked.</summary>
    public ImmutableArray<PortState> Ports { get; init; } = [];

    /// <summary>The tunnel stood, or a stranger came as far as one can; null when nobody tried.</summary>
    public bool? Connects { get; init; }

    /// <summary>Certificates that were shown: the gateway's, and the RADIUS server's behind it.</summary>
    public ImmutableArray<CertificateState> Certificates { get; init; } = [];

    /// <summary>What each step of the probe took.</summary>
    public ImmutableArray<StepTime> Steps { get; init; } = [];

    /// <summary>Ids of the causes found, the most likely first.</summary>
    public ImmutableArray<string> Causes { get; init; } = [];

    /// <summary>Why it could not be asked at all; null when it could.</summary>
    public string? Problem { get; init; }

    /// <summary>Every port that was asked answers, nothing is found, and a connection, if tried, came to its end.</summary>
    public bool IsWell => Problem is null && Connects is not false && Causes.IsEmpty && Ports.All(port => port.Answers);
}
