using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>A probe tried to connect as a client would, and this is where it ended.</summary>
/// <param name="Established">The tunnel stood, or a stranger came as far as one can.</param>
/// <param name="Shows">What a Windows client shows at that place, where that is known; else null.</param>
public sealed record ConnectionProbed(Citation Source, Host About, When? At, bool Established, Code? Shows) : Observation(Source, About, At)
{
    /// <summary>With a certificate of the machine, as a device tunnel does.</summary>
    public bool ByMachine { get; init; }
}
