using Aovpn.Codecs.Nps;

namespace Aovpn.Fuzz.Nps;

/// <summary>The DTS Compliant format, XML.</summary>
internal sealed class NpsDtsTarget() : NpsTarget(NpsLogFormat.Dts, "dts.log", "dts-pretty.xml")
{
    public override string Name => "nps-dts";
}
