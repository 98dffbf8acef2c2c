using System.Collections.Immutable;
using Aovpn.Codecs.Eap;

namespace Aovpn.Probes.Sessions.Eap;

/// <summary>A method that the peer knows, and how to begin it.</summary>
/// <param name="Unusable">Why it cannot be begun: it is refused when offered, and noted.</param>
/// <param name="Alternatives">What is asked for in its place when it cannot be begun; empty: the peer leaves.</param>
internal sealed record EapChoice(EapType Type, Func<IEapMethod> Make, EapFailureReason? Unusable, ImmutableArray<EapType> Alternatives);
