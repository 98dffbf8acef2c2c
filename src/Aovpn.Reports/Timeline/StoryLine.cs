using Aovpn.Diagnosis.Model;

namespace Aovpn.Reports.Timeline;

/// <summary>One thing that one host saw of an attempt.</summary>
/// <param name="At">By the common clock; null when the evidence does not say.</param>
/// <param name="Written">As the host's own clock showed it.</param>
/// <param name="Host">Whose log says so.</param>
/// <param name="Count">How many times in a row.</param>
/// <param name="Fails">True where it says that the attempt failed, false where it says that it succeeded, else null.</param>
internal sealed record StoryLine(DateTimeOffset? At, When? Written, Host Host, Message Text, int Count, bool? Fails, Citation Source)
{
    /// <summary>The host's clock differs so much from the common one that both times have to be shown.</summary>
    public bool ClockDiffers => At is { } at && Written is { } written && (written.InstantOrWall - at).Duration() > Diagnosis.Correlation.ClockOffsets.Noise;
}
