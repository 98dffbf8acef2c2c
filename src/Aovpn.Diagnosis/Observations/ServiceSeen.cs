using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>The state of a Windows service: sc query, Get-Service, Service Control Manager events.</summary>
/// <param name="Service">Its short name: IKEEXT, RemoteAccess, IAS, PolicyAgent.</param>
/// <param name="Running">Null when not shown.</param>
/// <param name="Disabled">Null when not shown.</param>
public sealed record ServiceSeen(Citation Source, Host About, When? At, string Service, bool? Running, bool? Disabled) : Observation(Source, About, At);
