namespace Aovpn.Diagnosis.Observations;

public enum RadiusProbeResult
{
    Answered,
    Silent,

    /// <summary>The host says that nobody listens on the port (ICMP port unreachable).</summary>
    PortClosed,

    /// <summary>The answer is signed with another secret.</summary>
    SecretDiffers,
}
