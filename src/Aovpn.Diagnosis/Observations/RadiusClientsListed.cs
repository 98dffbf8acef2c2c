using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>The RADIUS clients that NPS knows: Get-NpsRadiusClient, netsh nps show client, an export.</summary>
/// <param name="Addresses">Their addresses or names.</param>
public sealed record RadiusClientsListed(Citation Source, Host About, ImmutableArray<string> Addresses) : Observation(Source, About, null);
