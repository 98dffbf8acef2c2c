using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>A Windows event that matters to Always On VPN and has no observation of its own.</summary>
/// <param name="Provider">The provider's name without the prefix <c>Microsoft-Windows-</c>.</param>
/// <param name="Data">Named data; unnamed data under its position from 0; the rendered message under <c>Message</c> where the form shows no data.</param>
public sealed record EventLogged(
    Citation Source, Host About, When? At, string Provider, int EventId, ImmutableDictionary<string, string> Data) : Observation(Source, About, At);
