using System.Collections.Immutable;
using Aovpn.Probes.Sessions.Eap;
using Aovpn.Probes.Sessions.Radius;

namespace Aovpn.Probes.Tests.Sessions.Eap;

/// <summary>What came of it.</summary>
internal sealed record EapRun(RadiusOutcome Outcome, EapOutcome Eap, byte[]? Key, ImmutableArray<RadiusEvent> Events, int Rounds)
{
    public ImmutableArray<EapEvent> EapEvents { get; } = [.. Events.OfType<RadiusEvent.Eap>().SelectMany(one => one.Events)];
}
