using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>An IKE request was sent as often as its sender would, and no answer came.</summary>
/// <param name="About">Who should have answered.</param>
/// <param name="Exchange">34 IKE_SA_INIT, 35 IKE_AUTH, 37 INFORMATIONAL.</param>
/// <param name="Port">UDP port of the one who should have answered: 500 or 4500.</param>
/// <param name="Size">Bytes of the request's largest datagram.</param>
public sealed record ExchangeUnanswered(Citation Source, Host About, When? At, int Exchange, uint MessageId, int Port, int Size) : Observation(Source, About, At)
{
    /// <summary>How often it was sent before its sender gave up; null where that was not counted.</summary>
    public int? Transmissions { get; init; }
}
