namespace Aovpn.Diagnosis.Evidence.Captures;

/// <summary>When silence is an answer: a capture that ends right after a request does not show that nobody would have answered.</summary>
internal static class Patience
{
    /// <summary>Windows and others send IKE again after one to two seconds; RADIUS clients after two to five.</summary>
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(5);

    /// <param name="transmissions">How often the request was sent.</param>
    /// <param name="first">When for the first time; null where the capture has no times.</param>
    /// <param name="end">When the capture ends.</param>
    public static bool IsOver(int transmissions, DateTimeOffset? first, DateTimeOffset? end) => transmissions >= 3 || (first is { } sent && end - sent >= LongEnough);
}
