namespace Aovpn.Diagnosis.Observations;

public enum ProfileForm
{
    /// <summary>A VPNProfile document.</summary>
    ProfileXml,

    /// <summary>Only an EapHostConfig document: nothing is known of servers and routes.</summary>
    EapHostConfig,

    /// <summary>ProfileXML as Get-WmiObject or Get-CimInstance prints it from a machine: in force there.</summary>
    Wmi,

    /// <summary>ProfileXML inside VPN_Profile.ps1: what a script would deploy.</summary>
    Script,

    /// <summary>Get-VpnConnection.</summary>
    Connection,

    /// <summary>An entry of rasphone.pbk.</summary>
    Phonebook,
}
