using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Judgement;

/// <summary>What a probe learned of the VPN server beside its algorithms: what it says of itself, cookies, large datagrams. None of it is a fault by itself.</summary>
internal static class GatewayTraits
{
    /// <summary>A vendor id may be as long as a packet; what says something is short.</summary>
    private const int LongestVendorId = 60, MostVendorIds = 12;

    /// <summary>A sentence for each; none where no probe asked.</summary>
    public static IEnumerable<Message> Notes(ImmutableArray<Observation> observations)
    {
        var asked = observations.OfType<CookieAsked>().ToArray();
        if (asked.Length == 0)
            yield break;

        var described = observations.OfType<GatewayDescribed>().LastOrDefault();
        if (described is not null)
            yield return Vendor(described.VendorIds);

        yield return asked.Any(one => one.Demanded)
            ? Message.Of($"The VPN server demands a cookie (RFC 7296, section 2.6): it answers a request only when that comes again with it, as a server does that fears a flood of connections")
            : Message.Of($"The VPN server demands no cookie; it answered the first request");
        if (observations.OfType<LargeDatagramAsked>().LastOrDefault() is { } large && Large(large, described?.Fragments) is { } note)
            yield return note;
    }

    private static Message Vendor(ImmutableArray<string> ids) => ids.IsEmpty
        ? Message.Of($"Vendor ids: none; the VPN server does not say what it is")
        : Message.Of($"Vendor ids of the VPN server: {Hole.Plain(string.Join("; ", ids.Distinct().Take(MostVendorIds).Select(Short)))}");

    private static string Short(string id) => id.Length <= LongestVendorId ? id : id[..LongestVendorId] + "...";

    /// <summary>Where it is lost and needed, that is a finding.</summary>
    private static Message? Large(LargeDatagramAsked large, bool? fragments) => (large.Answered, fragments) switch
    {
        (true, _) => Message.Of($"IP fragments: they reach the VPN server; an IKE_SA_INIT of {large.Size} bytes was answered"),
        (false, true) => Message.Of($"IP fragments: none reach the VPN server; an IKE_SA_INIT of {large.Size} bytes was not answered. It fragments inside IKE (RFC 7383), so that a client that does so too needs none"),
        _ => null,
    };
}
