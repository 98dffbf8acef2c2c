using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>A RADIUS server was asked something directly, as a VPN server would.</summary>
/// <param name="Question">One of the words below.</param>
/// <param name="Endpoint">Address and port.</param>
/// <param name="Length">Bytes of the request.</param>
public sealed record RadiusProbed(Citation Source, Host About, When? At, string Question, string? Endpoint, int? Length, RadiusProbeResult Result)
    : Observation(Source, About, At)
{
    /// <summary>The first request of an authentication: every RADIUS server answers it to clients that it knows.</summary>
    public const string Access = "access";

    /// <summary>The same, larger than one IP packet.</summary>
    public const string Large = "large";

    /// <summary>A later request of an authentication.</summary>
    public const string Continued = "continued";

    /// <summary>Status-Server, which NPS does not know.</summary>
    public const string Status = "status";

    /// <summary>The end of a session, for the accounting port.</summary>
    public const string Accounting = "accounting";

    /// <summary>A request without Message-Authenticator.</summary>
    public const string Unsigned = "unsigned";
}
