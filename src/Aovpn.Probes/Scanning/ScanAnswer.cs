using Aovpn.Codecs.Ike;
using Aovpn.Probes.Sessions.Ike;

namespace Aovpn.Probes.Scanning;

/// <summary>What came of one question.</summary>
/// <param name="Ending">How the exchange ended; null where it was left unfinished.</param>
/// <param name="RoundTrip">From the request's last transmission to the first answer; null for silence.</param>
/// <param name="Transmissions">Times the request was sent; a cookie's answer counts anew.</param>
/// <param name="Problem">Why the system could not send; null where it could.</param>
public sealed record ScanAnswer(ScanTarget Target, IkeEnding? Ending, TimeSpan? RoundTrip, int Transmissions, string? Problem)
{
    /// <summary>Anything that is IKE came back, an error too: the way there and back is open.</summary>
    public bool IsAnswered => RoundTrip is not null;

    /// <summary>It takes a proposal: then it asks for a public value of the group that it chose, or goes on.</summary>
    public bool TakesIkev2 => Ending is IkeEnding.Done || (Ending is IkeEnding.Refused refused && refused.Error == NotifyMessageType.InvalidKePayload);
}
