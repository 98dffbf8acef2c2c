namespace Aovpn.Reports.Html;

/// <summary>One bar of a plot.</summary>
/// <param name="Label">Beside a lying bar, under a standing one.</param>
/// <param name="Said">What a screen reader, or the pointer resting on the bar, says of it.</param>
/// <param name="Parts">Lengths from the axis on, each in the colour of its class: bad, good, doubt, bar.</param>
internal sealed record Bar(string Label, string Said, params (long Value, string Class)[] Parts)
{
    public long Total => Parts.Sum(part => part.Value);
}
