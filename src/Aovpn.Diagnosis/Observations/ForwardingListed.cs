using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>Whether a machine forwards packets from interface to interface: Get-NetIPInterface.</summary>
public sealed record ForwardingListed(Citation Source, Host About, ImmutableArray<InterfaceForwarding> Interfaces) : Observation(Source, About, null);
