using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>A gateway that is not RRAS says why a connection fails: strongSwan's log.</summary>
/// <param name="Words">As logged.</param>
public sealed record GatewaySaid(Citation Source, Host About, When? At, GatewayRemark Remark, string Words) : Observation(Source, About, At);
