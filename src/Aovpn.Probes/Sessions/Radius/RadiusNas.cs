using Aovpn.Codecs.Radius;

namespace Aovpn.Probes.Sessions.Radius;

/// <summary>The attributes by which a VPN server says who it is.</summary>
internal static class RadiusNas
{
    public static IEnumerable<RadiusAttribute> Attributes(RadiusClientSettings settings)
    {
        yield return RadiusAttribute.OfAddress(RadiusAttributeType.NasIpAddress, settings.NasAddress);
        if (settings.NasIdentifier.Length > 0)
            yield return RadiusAttribute.OfText(RadiusAttributeType.NasIdentifier, settings.NasIdentifier);
    }
}
