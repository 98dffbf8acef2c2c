using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>The network interfaces of a machine: ipconfig /all, Get-NetIPConfiguration.</summary>
public sealed record InterfacesListed(Citation Source, Host About, When? At, ImmutableArray<Interface> Interfaces) : Observation(Source, About, At);
