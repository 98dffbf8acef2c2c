using Aovpn.Codecs.Nps;

namespace Aovpn.Fuzz.Nps;

/// <summary>The IAS format.</summary>
internal sealed class NpsIasTarget() : NpsTarget(NpsLogFormat.Ias, "ias.log")
{
    public override string Name => "nps-ias";
}
