using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>The name or address under which a client dials the gateway, where it is not in a profile.</summary>
public sealed record NameDialled(Citation Source, Host About, string Server) : Observation(Source, About, null);
