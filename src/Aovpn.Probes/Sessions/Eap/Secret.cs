namespace Aovpn.Probes.Sessions.Eap;

/// <summary>A password or shared secret that cannot be printed by accident. Not a record: those print their members.</summary>
public sealed class Secret(string value)
{
    /// <summary>The clear text, for computing with; never to be shown, logged or stored.</summary>
    public string Reveal() => value;

    public override string ToString() => "(secret)";
}
