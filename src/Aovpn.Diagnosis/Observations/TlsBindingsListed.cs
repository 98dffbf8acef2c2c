using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>The certificates that HTTP.sys presents, port by port: netsh http show sslcert.</summary>
public sealed record TlsBindingsListed(Citation Source, Host About, ImmutableArray<TlsBinding> Bindings) : Observation(Source, About, null);
