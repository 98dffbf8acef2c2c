namespace Aovpn.Diagnosis.Model;

/// <summary>A machine: the part it plays, and who it is as far as the evidence says.</summary>
/// <param name="Role">Unknown until content, a manifest, a folder's name or <c>--host</c> settles it.</param>
/// <param name="Name">Computer name or FQDN as the evidence writes it; null when it does not.</param>
public sealed record Host(HostRole Role, string? Name = null)
{
    public static readonly Host Unknown = new(HostRole.Unknown);
    public static readonly Host Client = new(HostRole.Client);
    public static readonly Host VpnServer = new(HostRole.VpnServer);
    public static readonly Host NpsServer = new(HostRole.NpsServer);

    /// <summary>This host, with what the other knows where this one is silent.</summary>
    public Host Or(Host other) => new(Role is HostRole.Unknown ? other.Role : Role, Name ?? other.Name);

    public override string ToString() => Name is null ? Role.ToString() : $"{Role} {Name}";
}
