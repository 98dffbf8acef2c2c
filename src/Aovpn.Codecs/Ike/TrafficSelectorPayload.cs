using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike;

/// <summary>Which traffic a CHILD_SA carries, RFC 7296 §3.13.</summary>
/// <param name="OfInitiator">TSi, else TSr.</param>
public sealed record TrafficSelectorPayload(bool OfInitiator, ImmutableArray<TrafficSelector> Selectors) : IkePayload
{
    public override PayloadType Type => OfInitiator ? PayloadType.TrafficSelectorsInitiator : PayloadType.TrafficSelectorsResponder;

    /// <exception cref="MalformedException">The body ends inside a field, or a length contradicts another.</exception>
    public static TrafficSelectorPayload Decode(ref WireReader body, bool ofInitiator)
    {
        var count = body.U8("TS.NumberOfTSs");
        body.U24("TS.Reserved");

        var selectors = ImmutableArray.CreateBuilder<TrafficSelector>(count);
        while (!body.AtEnd)
            selectors.Add(TrafficSelector.Decode(ref body));

        return selectors.Count == count
            ? new(ofInitiator, selectors.ToImmutable())
            : throw body.Malformed("TS.NumberOfTSs", $"is {count}, the payload holds {selectors.Count}");
    }

    public override void Encode(WireWriter body)
    {
        body.U8(Selectors.Length).U24(0);
        foreach (var selector in Selectors)
            selector.Encode(body);
    }
}
